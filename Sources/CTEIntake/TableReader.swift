public import CTERulePack

/// Reads the rows of a file, a table at a time.
public protocol TableReader {
  /// Reads the titles from a row, as a spreadsheet shows it, from 1. It may be called again until rows are read.
  ///
  /// - Throws: `IntakeError` where the row has no titles.
  mutating func begin(atHeaderRow headerRow: Int) throws

  /// The titles as the file has them, in their order.
  var titles: [String] { get }

  /// Returns the next rows, or nil after the last.
  ///
  /// - Throws: `IntakeError` where the file's structure is broken, and what the file's tap throws.
  mutating func next() throws -> Table?
}
