public import CTERulePack

/// Reads the rows of a file, a table at a time.
public protocol TableReader {
  /// The titles as the file has them, in their order.
  var titles: [String] { get }

  /// Returns the next rows, or nil after the last.
  ///
  /// - Throws: `IntakeError` where the file's structure is broken, and what the file's tap throws.
  mutating func next() throws -> Table?
}
