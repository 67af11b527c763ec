/// The name of a record, by where it came from: the row of an upload, or the event by which a person entered it.
///
/// It says nothing of whom the record is about, so it may stand in logs and errors. A record keeps it through modifications
/// by hand; one that an upload updates takes the name of the upload's row.
///
/// ```swift
/// RecordID("3-17")?.submission  // 3
/// RecordID("e12")?.row          // 12
/// RecordID("e12-3")?.row        // 3, the third of those that were entered at once in event 12
/// ```
public struct RecordID: Hashable, Comparable, Sendable {
  /// The submission; 0 for a record that a person entered, and for one of several that were entered at once the number of the
  /// event, below zero.
  public let submission: Int
  /// The row of the file as a spreadsheet shows it; for a record that a person entered, the number of the event, and for one of
  /// several its place among them.
  public let row: Int

  /// Creates the name of a record of a row.
  public init(submission: Int, row: Int) {
    self.submission = submission
    self.row = row
  }

  /// Reads a name as `description` writes it, or returns nil where it is none.
  public init?(_ text: String) {
    let isEntered = text.hasPrefix("e")
    let numbers = (isEntered ? text.dropFirst() : text[...])
      .split(separator: "-", omittingEmptySubsequences: false).map { Int32($0) ?? 0 }
    guard numbers.allSatisfy({ $0 > 0 }) else { return nil }
    switch (numbers.count, isEntered) {
    case (1, true): self.init(submission: 0, row: Int(numbers[0]))
    case (2, true): self.init(submission: -Int(numbers[0]), row: Int(numbers[1]))
    case (2, false): self.init(submission: Int(numbers[0]), row: Int(numbers[1]))
    default: return nil
    }
  }

  /// Returns whether the first comes before the second: those that persons entered first.
  public static func < (first: RecordID, second: RecordID) -> Bool {
    first.order.lexicographicallyPrecedes(second.order)
  }

  /// The submission, the event and the place among those that were entered at once.
  private var order: [Int] {
    submission < 0 ? [0, -submission, row] : [submission, submission == 0 ? row : 0, row]
  }
}

extension RecordID: CustomStringConvertible {
  /// The submission and the row, such as `3-17`, or `e` with the number of the event, such as `e12`, and of several that were
  /// entered at once with the place among them, such as `e12-3`.
  public var description: String {
    if submission < 0 { return "e\(-submission)-\(row)" }
    return submission > 0 ? "\(submission)-\(row)" : "e\(row)"
  }
}
