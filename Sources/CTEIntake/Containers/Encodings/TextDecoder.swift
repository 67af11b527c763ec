import CTEModel

/// Reads a text file block by block, as UTF-8 whatever its encoding is.
struct TextDecoder {
  /// What there is to know of how the text was read.
  private(set) var notices: [Notice] = []
  /// Whether the last byte of the file has been read.
  private(set) var isAtEnd = false
  private let file: SourceFile
  /// How many bytes are read next, and at most.
  private var blockSize: Int
  private let mostBytes: Int
  private var encoding: TextEncoding
  /// The beginning of a character that the next block completes, as the file has it.
  private var cut: [UInt8] = []

  /// The first rows are there soon, so that what comes after reading them can begin.
  private static let firstBlockSize = 1 << 16

  /// The sign with which DOS ended its text files.
  private static let endOfText: UInt8 = 0x1A

  /// - Throws: `IntakeError` where the file is no text or can't be read, and what its tap throws.
  init(_ file: SourceFile, blockSize: Int) throws {
    guard let told = TextEncoding.told(by: try file.peek(4096)) else {
      throw IntakeError(.unknownKind, "\(file.name) isn't text; save it as CSV and upload that")
    }
    self.file = file
    mostBytes = blockSize
    self.blockSize = min(Self.firstBlockSize, blockSize)
    encoding = told.encoding
    try withUnsafeTemporaryAllocation(byteCount: told.markLength, alignment: 1) {
      _ = try file.read(into: $0)
    }
  }

  /// Returns what is left of the text before, and the next block after it.
  ///
  /// - Throws: `IntakeError` where the block has a NUL or can't be read, and what the file's tap throws.
  mutating func read(after rest: ArraySlice<UInt8>) throws -> [UInt8] {
    var text: [UInt8]
    switch encoding {
    case .utf8, .utf8OrWindows1252:
      text = try block(after: rest)
      if isUndecided(by: text[rest.count...]) {
        // What says which encoding it is may come later.
        blockSize = mostBytes
        text = try block(after: text[...])
      }
      try check(&text, from: rest.count)
    case .windows1252, .utf16:
      text = try transcoded(try block(after: []), after: rest)
    }
    if isAtEnd {
      while text.last == Self.endOfText { text.removeLast() }
    }
    return text
  }

  /// Whether bytes beyond ASCII stand in a block of the file that is too small to decide the encoding by.
  private func isUndecided(by bytes: ArraySlice<UInt8>) -> Bool {
    guard encoding == .utf8OrWindows1252, !isAtEnd, bytes.count < mostBytes else { return false }
    return bytes.withUnsafeBytes { !ByteCensus($0).isASCII }
  }

  private mutating func block(after rest: ArraySlice<UInt8>) throws -> [UInt8] {
    let known = rest.count + cut.count
    var read = 0
    let bytes = try [UInt8](unsafeUninitializedCapacity: known + blockSize) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      raw.copyBytes(from: rest)
      UnsafeMutableRawBufferPointer(rebasing: raw[rest.count...]).copyBytes(from: cut)
      read = try file.read(
        into: UnsafeMutableRawBufferPointer(rebasing: raw[known...].prefix(blockSize)))
      count = known + read
    }
    isAtEnd = read < blockSize
    blockSize = min(mostBytes, blockSize * 2)
    cut = []
    return bytes
  }

  /// Refuses a NUL, and where the encoding is still open decides it by the first bytes beyond ASCII.
  private mutating func check(_ text: inout [UInt8], from start: Int) throws {
    let census = text.withUnsafeBytes { ByteCensus(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    if census.hasZero { throw zero }
    guard encoding == .utf8OrWindows1252, !census.isASCII else { return }
    let beyond = text.withUnsafeBufferPointer {
      UTF8Census(UnsafeBufferPointer(rebasing: $0[start...]))
    }
    let strays = beyond.strays + (isAtEnd ? beyond.cut : 0)
    if beyond.characters == 0 && strays == 0 {
      cut = text.suffix(beyond.cut)
      text.removeLast(beyond.cut)
    } else if strays > beyond.characters {
      // Files that are put together of both are rather read as UTF-8, where what isn't is found.
      encoding = .windows1252
      notices.append(.readAsWindows1252)
      text = try transcoded(Array(text[start...]), after: text[..<start])
    } else {
      encoding = .utf8
    }
  }

  private mutating func transcoded(
    _ bytes: [UInt8], after rest: ArraySlice<UInt8>
  ) throws -> [UInt8] {
    var used: Int? = bytes.count
    let capacity = rest.count + bytes.count * UTF8Buffer.growth
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyBytes(from: rest)
      var text = UTF8Buffer(UnsafeMutableBufferPointer(rebasing: buffer[rest.count...]))
      bytes.withUnsafeBufferPointer { bytes in
        if case .utf16(let isBigEndian) = encoding {
          used = UTF16.append(bytes, isBigEndian: isBigEndian, isLast: isAtEnd, to: &text)
        } else if bytes.contains(0) {
          used = nil
        } else {
          Windows1252.append(bytes, to: &text)
        }
      }
      count = rest.count + text.count
    }
    guard let used else { throw zero }
    cut = Array(bytes[used...])
    return text
  }

  private var zero: IntakeError {
    IntakeError(
      .malformed,
      "\(file.name) has a NUL character, which no text has; save it as CSV (UTF-8) and upload that")
  }
}

extension Notice {
  fileprivate static let readAsWindows1252 = Notice(
    RuleID("file/encoding"), "the file isn't in UTF-8; it was read as Windows-1252",
    help: "Check names with accents, or save the file as CSV (UTF-8).")
}
