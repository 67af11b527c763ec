/// Rows beneath titles, as a spreadsheet has them.
public struct ExportSheet: Hashable, Sendable {
  /// The name of the sheet.
  public let name: String
  /// The titles of the columns.
  public let titles: [String]
  /// The rows; each has a cell for each title.
  public let rows: [[Cell]]

  /// Creates a sheet.
  public init(name: String, titles: [String], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == titles.count }, "a row has a cell for each title")
    self.name = name
    self.titles = titles
    self.rows = rows
  }

  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    /// A text, which identifiers are too, so that their zeros stay.
    case text(String)
    /// A day.
    case day(CalendarDay)
    /// Nothing.
    case blank

    /// Creates the cell of a text; a missing or empty one leaves it blank.
    public init(_ text: String?) {
      self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank
    }
  }
}

extension ExportSheet: CustomStringConvertible {
  /// The name and the size, so that no log line can identify a student.
  public var description: String { "<\(name) with \(rows.count) rows>" }
}

extension ExportSheet.Cell: CustomStringConvertible {
  /// A placeholder, because the value may be a student's.
  public var description: String { "<cell>" }
}
