/// A harmless loss in a file that was made good and counted, such as zeros that a spreadsheet stripped.
public struct Repair: Hashable, Sendable {
  /// The column's title in the file.
  public let column: String
  /// What was made good.
  public let kind: Kind
  /// In how many cells.
  public let count: Int
  /// The first such row, as a spreadsheet program shows it.
  public let firstRow: Int

  /// Creates a count of repairs.
  public init(column: String, kind: Kind, count: Int, firstRow: Int) {
    self.column = column
    self.kind = kind
    self.count = count
    self.firstRow = firstRow
  }

  /// What can be made good without asking.
  public enum Kind: String, Hashable, Sendable {
    /// Zeros before an identifier of fixed length.
    case restoredZeros
    /// Blanks before and after a name or free text.
    case trimmedBlanks
  }
}
