public import CTEIntake

/// Workbooks as spreadsheet programs write them since 2007 (`.xlsx`, `.xlsm`).
public struct XLSXWorkbook: FileKind {
  /// `xlsx`.
  public var name: String { "xlsx" }

  /// Creates the kind.
  public init() {}

  /// Returns whether a file begins like a container of parts; other containers are told apart when they are opened.
  public func recognises(_ beginning: [UInt8]) -> Bool {
    beginning.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || beginning.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Returns a reader of a workbook.
  ///
  /// - Throws: `IntakeError` where the file is another document, broken or passes a limit, and what its tap throws.
  public func open(_ file: SourceFile) throws -> any TableReader {
    try XLSXReader(file)
  }
}
