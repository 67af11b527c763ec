/// A kind of file: how it is told from others, and what reads it.
public protocol FileKind: Sendable {
  /// The name by which formats take it, such as `csv`.
  var name: String { get }

  /// Returns whether a file that begins with some bytes, at most the first 4,096, is of the kind.
  func recognises(_ beginning: [UInt8]) -> Bool

  /// Returns a reader of a file of the kind.
  ///
  /// - Throws: `IntakeError` where the file isn't of the kind after all or is broken, and what the file's tap throws.
  func open(_ file: SourceFile) throws -> any TableReader
}
