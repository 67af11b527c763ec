import CTEModel
import CTEStore

/// A preview with its rows, for the person who sent the file.
public struct PreviewList: Sendable {
  private let preview: Preview
  private let rows: [PreviewRow]

  /// Creates a list of the rows that a preview was shown with.
  public init(_ preview: Preview, rows: [PreviewRow]) {
    self.preview = preview
    self.rows = rows
  }

  /// Returns the preview in lines for people: a line for each row, with its errors beneath it.
  public func text() -> String {
    let table = TextTable.lines([["Row"] + preview.columns + ["Valid"]] + rows.map(Self.line))
    var lines = [headline] + preview.staleness.map { "  note: \($0.message)" } + [""]
    lines += table.prefix(1)
    for (row, line) in zip(rows, table.dropFirst()) {
      lines += [line] + row.errors.map { "  - \($0.printable)" }
    }
    return (lines + ["", preview.report.sentence]).joined(separator: "\n")
  }

  private var headline: String {
    let expiry = preview.submission.expires.map { ", kept until \($0.day)" } ?? ""
    return
      "Submission \(preview.submission.number) (\(preview.submission.format)) is a preview of \(preview.submission.fileName.printable)\(expiry)."
  }

  private static func line(_ row: PreviewRow) -> [String] {
    [String(row.number)] + row.cells + [row.standing.words]
  }

  /// Returns the rows as comma-separated values that no spreadsheet program takes for formulas, a column for errors last.
  public func csv() -> String {
    let title = ["Row"] + preview.columns + ["Valid", "Errors"]
    let lines = rows.map { row in
      Self.padded(row, to: preview.columns.count) + [row.errors.joined(separator: "; ")]
    }
    return ([title] + lines).map { line in
      line.map(CSVText.cell).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func padded(_ row: PreviewRow, to count: Int) -> [String] {
    let cells = row.cells + Array(repeating: "", count: max(0, count - row.cells.count))
    return [String(row.number)] + cells + [row.standing.words]
  }

  /// Returns the preview as one JSON object; equal previews give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(Entry(preview, rows))
  }

  private struct Entry: Encodable {
    let submission: Int
    let format: String
    let file: String
    let state = "preview"
    let expires: String?
    let staleness: [String]
    let counts: RowCounts
    let columns: [String]
    let rows: [RowEntry]

    init(_ preview: Preview, _ rows: [PreviewRow]) {
      submission = preview.submission.number
      format = preview.submission.format
      file = preview.submission.fileName
      expires = preview.submission.expires?.description
      staleness = preview.staleness.map(\.message)
      counts = preview.report.counts
      columns = preview.columns
      self.rows = rows.map(RowEntry.init)
    }
  }

  private struct RowEntry: Encodable {
    let row: Int
    let cells: [String]
    let standing: String
    let errors: [String]
    let findings: [FindingEntry]

    init(_ row: PreviewRow) {
      self.row = row.number
      cells = row.cells
      standing = row.standing.rawValue
      errors = row.errors
      findings = row.findings.map { FindingEntry($0) }
    }
  }
}

extension PreviewRow.Standing {
  /// What people read.
  fileprivate var words: String {
    switch self {
    case .valid: "Valid"
    case .unchanged: "Unchanged"
    case .invalid: "Invalid"
    }
  }
}

extension ImportReport {
  /// What would become of the rows, in a sentence.
  fileprivate var sentence: String {
    let valid = counts.accepted + counts.updated
    let parts = [
      "\(valid) of \(counted(counts.read, "row")) can be imported",
      Self.told(
        counts.unchanged, one: "says what is there already", more: "say what is there already"),
      Self.told(counts.rejected, one: "carries errors", more: "carry errors"),
    ]
    return parts.compactMap { $0 }.joined(separator: "; ") + "."
  }

  private static func told(_ number: Int, one: String, more: String) -> String? {
    number == 0 ? nil : "\(number) \(number == 1 ? one : more)"
  }
}
