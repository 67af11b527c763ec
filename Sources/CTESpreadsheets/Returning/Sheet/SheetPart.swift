import CTEIntake

/// A sheet that is read piece by piece, with the bytes at hand that are being read.
final class SheetPart {
  private let part: ZipPart
  private var reader: XMLReader?
  /// Bytes of the part, from some place on.
  private var bytes: [UInt8] = []
  private var start = 0

  /// Bytes before this place are no longer needed.
  var neededFrom = 0

  init(_ entry: ZipEntry, in package: MarkedPackage) throws {
    part = try package.archive.open(entry)
    name = entry.name
    file = package.archive.file
  }

  private let name: String
  private let file: SourceFile

  /// Reads the sheet from its beginning to its end.
  func read(_ handler: any XMLHandler) throws {
    let reader = try XMLReader(name, of: file, handler: handler)
    self.reader = reader
    defer { self.reader = nil }
    var isLast = false
    while !isLast {
      let chunk = try [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        count = try part.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      isLast = chunk.count < 1 << 18
      if start == 0 && bytes.isEmpty && !Markup.isUTF8(chunk.prefix(2), declared: nil) {
        throw Unspliceable()
      }
      keep(chunk)
      try chunk.withUnsafeBytes { try reader.feed($0, isLast: isLast) }
      guard Markup.isUTF8([], declared: reader.encoding) else { throw Unspliceable() }
    }
  }

  /// Where what is being read stands in the part.
  var place: Range<Int> {
    let start = reader?.byteIndex ?? 0
    return start..<start + (reader?.byteCount ?? 0)
  }

  /// The tag that is being read.
  var tag: StartTag { StartTag(self[place]) }

  /// Some bytes of the part that are still needed.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[max(range.lowerBound - start, 0)..<min(range.upperBound - start, bytes.count)]
  }

  /// How many bytes of the part have been read.
  var end: Int { start + bytes.count }

  private func keep(_ chunk: [UInt8]) {
    let passed = min(max(neededFrom - start, 0), bytes.count)
    bytes.removeFirst(passed)
    start += passed
    bytes.append(contentsOf: chunk)
  }
}
