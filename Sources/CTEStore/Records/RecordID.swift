/// The name of a record, by where it came from: the row of an upload, or the event by which a person entered it.
///
/// It says nothing of whom the record is about, so it may stand in logs and errors. A record keeps it through modifications
/// by hand; one that an upload updates takes the name of the upload's row.
///
/// ```swift
/// RecordID("3-17")?.submission  // 3
/// RecordID("e12")?.row          // 12
/// ```
public struct RecordID: Hashable, Comparable, Sendable {
  /// The submission; 0 for a record that a person entered.
  public let submission: Int
  /// The row of the file as a spreadsheet shows it; for a record that a person entered, the number of the event.
  public let row: Int

  /// Creates the name of a record of a row.
  public init(submission: Int, row: Int) {
    self.submission = submission
    self.row = row
  }

  /// Reads a name as `description` writes it, or returns nil where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, let submission = Int32(parts[0]), let row = Int32(parts[1]),
      submission > 0, row > 0
    {
      self.init(submission: Int(submission), row: Int(row))
    } else if text.hasPrefix("e"), let event = Int32(text.dropFirst()), event > 0 {
      self.init(submission: 0, row: Int(event))
    } else {
      return nil
    }
  }

  /// Returns whether the first comes before the second: those that persons entered first.
  public static func < (first: RecordID, second: RecordID) -> Bool {
    (first.submission, first.row) < (second.submission, second.row)
  }
}

extension RecordID: CustomStringConvertible {
  /// The submission and the row, such as `3-17`, or `e` with the number of the event, such as `e12`.
  public var description: String { submission > 0 ? "\(submission)-\(row)" : "e\(row)" }
}
