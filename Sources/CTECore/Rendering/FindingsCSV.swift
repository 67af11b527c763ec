import CTEModel

/// Findings as comma-separated values that no spreadsheet program takes for a formula.
struct FindingsCSV: FindingRenderer {
  let head = "row,column,cell,rule,severity,value,expected,message,help\r\n"
  let tail = ""

  func text(of finding: Finding, isFirst: Bool) -> String {
    [
      String(finding.row), finding.column, finding.cell, finding.rule.name,
      finding.severity.rawValue, finding.value, finding.expected ?? "", finding.message,
      finding.help ?? "",
    ].map(CSVText.cell).joined(separator: ",") + "\r\n"
  }
}

/// The cells of comma-separated values.
enum CSVText {
  /// Returns the text of a cell, quoted where it must be, with an apostrophe before what would begin a formula.
  static func cell(_ value: String) -> String {
    let safe = value.looksLikeFormula ? "'" + value : value
    guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
    var quoted = "\""
    // A mark that joins the letter before it must not hide a quote, so scalars are looked at, not characters.
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
