import CTEIntake

/// The records of a workbook's stream, one after the other: a type, a length and so many bytes.
struct BIFFRecords {
  let stream: CompoundStream
  /// The type of the record.
  private(set) var type = 0
  /// Where the record begins in the stream.
  private(set) var offset: Int
  /// How many bytes it has after its type and length.
  private(set) var count = 0
  /// Where the next record begins in the stream.
  private var nextOffset: Int
  /// Bytes of the stream that hold the record whole.
  private var window: [UInt8] = []
  private var windowStart = 0
  /// Where the record's bytes begin in the window.
  private var start = 0

  /// No record of any version is longer.
  static let longest = 8224
  private static let headSize = 4
  private static let windowSize = 1 << 16

  /// Stands before the record that begins at an offset.
  init(_ stream: CompoundStream, at offset: Int) {
    self.stream = stream
    self.offset = offset
    nextOffset = offset
  }

  var file: XLSFile { stream.file }

  /// Goes to the next record, or returns false after the last.
  ///
  /// - Throws: `IntakeError` where the record is longer than may be, or than the stream.
  mutating func next() throws(IntakeError) -> Bool {
    guard nextOffset <= stream.size - Self.headSize else { return false }
    try hold(Self.headSize)
    var head = nextOffset - windowStart
    let length = window.number16(head + 2) ?? 0
    guard length <= Self.longest, nextOffset + Self.headSize + length <= stream.size else {
      throw file.damaged
    }
    try hold(Self.headSize + length)
    head = nextOffset - windowStart
    type = window.number16(head) ?? 0
    count = length
    start = head + Self.headSize
    offset = nextOffset
    nextOffset += Self.headSize + length
    return true
  }

  /// Sees that the window holds a number of bytes from the next record on.
  private mutating func hold(_ count: Int) throws(IntakeError) {
    guard nextOffset < windowStart || nextOffset + count > windowStart + window.count else {
      return
    }
    try file.source.checkTime()
    window = try stream.bytes(at: nextOffset, count: Self.windowSize)
    windowStart = nextOffset
    guard window.count >= count else { throw file.damaged }
  }

  /// The record's bytes.
  var bytes: ArraySlice<UInt8> { window[start..<start + count] }

  /// Returns a byte of the record.
  func byte(_ place: Int) throws(IntakeError) -> Int {
    guard place >= 0, place < count else { throw file.damaged }
    return Int(window[start + place])
  }

  /// Returns a number of two bytes of the record.
  func short(_ place: Int) throws(IntakeError) -> Int {
    guard place >= 0, place <= count - 2 else { throw file.damaged }
    return Int(window[start + place]) | Int(window[start + place + 1]) << 8
  }

  /// Returns a number of four bytes of the record.
  func long(_ place: Int) throws(IntakeError) -> Int {
    try short(place) | short(place + 2) << 16
  }

  /// Returns a range of the record's bytes.
  func bytes(_ range: Range<Int>) throws(IntakeError) -> ArraySlice<UInt8> {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw file.damaged }
    return window[start + range.lowerBound..<start + range.upperBound]
  }
}
