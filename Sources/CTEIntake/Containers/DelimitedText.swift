/// Text whose values are kept apart by commas, semicolons, tabs or vertical bars.
public struct DelimitedText: FileKind {
  /// `csv`, whichever sign keeps the values apart.
  public var name: String { "csv" }

  /// Creates the kind.
  public init() {}

  /// Returns whether a file begins like text, in an encoding that can be read.
  public func recognises(_ beginning: [UInt8]) -> Bool {
    // A file of another kind may well look like text.
    TextEncoding.told(by: beginning) != nil && Stranger(beginning) == nil
  }

  /// Returns a reader of a file.
  ///
  /// - Throws: `IntakeError` where the file is no text or can't be read.
  public func open(_ file: SourceFile) throws -> any TableReader {
    try DelimitedReader(file)
  }
}
