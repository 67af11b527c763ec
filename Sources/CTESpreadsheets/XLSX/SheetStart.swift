import CTEIntake

/// Looks for where the rows of a sheet's part begin, and whether they can be scanned.
final class SheetStart: XMLHandler {
  /// Where the first row may stand; nil where the rows must be parsed.
  private(set) var firstRow: Int?
  private var depth = 0
  private var place: (start: Int, count: Int)?
  private weak var reader: XMLReader?

  /// Looks at the first bytes of a part.
  ///
  /// - Throws: `IntakeError` where what comes before the rows is broken or passes a limit.
  init(_ bytes: UnsafeRawBufferPointer, isLast: Bool, of part: ZipEntry, in file: SourceFile) throws
  {
    let reader = try XMLReader(part.name, of: file, handler: self)
    self.reader = reader
    try reader.feed(bytes, isLast: isLast)
    let encoding = reader.encoding?.lowercased() ?? "utf-8"
    // Other encodings show in their first bytes, or say so.
    guard let (start, count) = place, ["utf-8", "us-ascii"].contains(encoding),
      !bytes.prefix(2).contains(where: { $0 == 0 || $0 >= 0xFE }), start + count <= bytes.count
    else { return }
    let tag = bytes[start..<start + count]
    let isPlain = tag.elementsEqual("<sheetData>".utf8)
    firstRow = isPlain ? start + count : nil
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    guard depth == 2, name == "sheetData", let reader else { return }
    place = (reader.byteIndex, reader.byteCount)
    reader.stop()
  }

  func end(_ name: XMLName) {
    depth -= 1
  }
}
