public import CTEIntake

/// Workbooks as spreadsheet programs wrote them until 2007, and still can (`.xls` of version 5 or 8).
public struct XLSWorkbook: FileKind {
  /// `xls`.
  public var name: String { "xls" }

  /// Creates the kind.
  public init() {}

  /// Returns whether a file begins like a container of old documents, or like a workbook older than these.
  public func recognises(_ beginning: [UInt8]) -> Bool {
    beginning.starts(with: CompoundHeader.signature) || Self.isBare(beginning)
  }

  /// Returns a reader of a file.
  ///
  /// - Throws: `IntakeError` where the file is no workbook, protected or broken, and what the file's tap throws.
  public func open(_ file: SourceFile) throws -> any TableReader {
    try file.readThrough()
    let bytes = try XLSFile(file)
    if Self.isBare(try bytes.bytes(at: 0, count: min(8, bytes.size))) { throw bytes.ancient }
    return try XLSReader(BIFFBook(CompoundFile(bytes).workbook()))
  }

  /// Whether a file begins with the first record of a workbook, not with a container.
  private static func isBare(_ beginning: [UInt8]) -> Bool {
    guard let type = beginning.number16(0), let count = beginning.number16(2) else { return false }
    return (BIFFType.oldBegins.contains(type) || type == BIFFType.begin) && (4...16).contains(count)
  }
}
