public import CTEModel

extension ExportSheet {
  /// Returns the rows as comma-separated values (RFC 4180) that no spreadsheet program takes for a formula, beneath their
  /// titles; days are `yyyy-mm-dd`.
  public func csv() -> String {
    ([titles] + rows.map { $0.map(\.text) }).map {
      $0.map(CSVText.cell).joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// Returns the rows in lines for people, beneath their titles.
  func lines() -> [String] {
    TextTable.lines([titles] + rows.map { $0.map(\.text) })
  }
}

extension ExportSheet.Cell {
  /// The text of the cell; empty where it is blank.
  var text: String {
    switch self {
    case .text(let text): text
    case .day(let day): day.description
    case .blank: ""
    }
  }
}
