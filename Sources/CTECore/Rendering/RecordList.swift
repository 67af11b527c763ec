public import CTEModel

/// Records of one type as they are listed: a line for each, and a column for each field.
///
/// It shows what it was given, so only to whom the records were given.
public struct RecordList: Sendable {
  /// The type of the records.
  public let type: RecordType
  /// The records.
  public let entries: [RecordEntry]

  /// Creates a list.
  public init(_ entries: [RecordEntry], of type: RecordType) {
    self.type = type
    self.entries = entries
  }

  /// The names of the fields that a record may have.
  private var fields: [String] { type.fields.filter { !$0.isTransient }.map(\.name) }

  /// Returns the records in lines for people, beneath the names of the fields; a field that no record has is left out.
  public func text() -> String {
    guard !entries.isEmpty else { return "There are no such \(type.words)s." }
    let used = fields.filter { name in entries.contains { $0.values[name] != nil } }
    let rows = entries.map { entry in
      [entry.id.description] + used.map { entry.values[$0] ?? "" }
        + [entry.savedIn.map { "event \($0)" } ?? ""]
    }
    let titles = ["id"] + used + [entries.contains { $0.savedIn != nil } ? "saved in" : ""]
    return TextTable.lines([titles] + rows).joined(separator: "\n")
  }

  /// Returns the records as comma-separated values that no spreadsheet program takes for a formula, beneath the names of
  /// all fields.
  public func csv() -> String {
    let rows = entries.map { entry in
      [entry.id.description] + fields.map { entry.values[$0] ?? "" }
    }
    return ([["id"] + fields] + rows).map {
      $0.map(CSVText.cell).joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// Returns the records as a JSON array; equal lists give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(entries.map(RecordEntryForm.init))
  }
}

/// A record as JSON.
struct RecordEntryForm: Encodable {
  let id: String
  let values: [String: String]
  let savedIn: Int?

  init(_ entry: RecordEntry) {
    id = entry.id.description
    values = entry.values
    savedIn = entry.savedIn
  }
}
