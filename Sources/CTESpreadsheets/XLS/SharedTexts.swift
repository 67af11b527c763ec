import CTEIntake

/// The texts of a workbook, each of which stands once and is named by its place.
struct SharedTexts {
  /// The texts as `PlainSheet` writes them: length, width and characters.
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// No texts at all.
  init() {}

  /// Reads the texts of a record and of those that go on with it.
  ///
  /// - Throws: `IntakeError` where there are fewer than the record says, or they are broken.
  init(_ records: inout BIFFRecords) throws(IntakeError) {
    let claimed = try records.long(4)
    // A text takes three bytes at least.
    guard claimed <= (records.stream.size - records.offset) / 3 else { throw records.file.untrue }
    try records.file.limits.hold(claimed, to: .cells, of: records.file.name)
    var spans = SpannedBytes(place: 8)
    for _ in 0..<claimed {
      try append(&spans, &records)
    }
  }

  /// How many there are.
  var count: Int { ends.count }

  /// Returns a text as a record of text has it; empty where it is too long for one.
  subscript(place: Int) -> ArraySlice<UInt8> {
    bytes[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
  }

  private mutating func append(
    _ spans: inout SpannedBytes, _ records: inout BIFFRecords
  ) throws(IntakeError) {
    let length = try spans.short(&records)
    let flags = try spans.byte(&records)
    let runs = flags & 8 == 0 ? 0 : try spans.short(&records)
    let further = flags & 4 == 0 ? 0 : try spans.long(&records)
    let file = records.file
    try file.limits.hold(length, to: .cellCharacters, of: file.name)
    let text = try spans.characters(length, isWide: flags & 1 == 1, &records)
    try spans.skip(runs * 4 + further, &records)
    if text.bytes.count <= PlainSheet.longestText {
      bytes.append16(length)
      bytes.append(text.isWide ? 1 : 0)
      bytes += text.bytes
    }
    guard let end = UInt32(exactly: bytes.count) else { throw file.damaged }
    ends.append(end)
  }
}

/// Reads what spans several records.
private struct SpannedBytes {
  /// How many bytes of the record have been read.
  var place: Int

  mutating func byte(_ records: inout BIFFRecords) throws(IntakeError) -> Int {
    try goOn(&records)
    defer { place += 1 }
    return try records.byte(place)
  }

  mutating func short(_ records: inout BIFFRecords) throws(IntakeError) -> Int {
    try byte(&records) | byte(&records) << 8
  }

  mutating func long(_ records: inout BIFFRecords) throws(IntakeError) -> Int {
    try short(&records) | short(&records) << 16
  }

  mutating func skip(_ count: Int, _ records: inout BIFFRecords) throws(IntakeError) {
    var rest = count
    while rest > 0 {
      try goOn(&records)
      let part = min(rest, records.count - place)
      place += part
      rest -= part
    }
  }

  /// Reads characters. Each further record says anew whether its characters have one byte or two.
  mutating func characters(
    _ count: Int, isWide: Bool, _ records: inout BIFFRecords
  ) throws(IntakeError) -> (bytes: [UInt8], isWide: Bool) {
    var (text, isTextWide, isPartWide) = ([UInt8](), isWide, isWide)
    var rest = count
    while rest > 0 {
      if try goOn(&records) { isPartWide = try byte(&records) & 1 == 1 }
      let part = min(rest, (records.count - place) / (isPartWide ? 2 : 1))
      guard part > 0 else { throw records.file.damaged }
      let end = place + part * (isPartWide ? 2 : 1)
      if isPartWide && !isTextWide { text = Self.widened(text[...]) }
      isTextWide = isTextWide || isPartWide
      let bytes = try records.bytes(place..<end)
      text += isTextWide && !isPartWide ? Self.widened(bytes) : Array(bytes)
      place = end
      rest -= part
    }
    return (text, isTextWide)
  }

  /// Goes to the next record where this one is at its end, and returns whether it was.
  @discardableResult
  private mutating func goOn(_ records: inout BIFFRecords) throws(IntakeError) -> Bool {
    guard place >= records.count else { return false }
    guard try records.next(), records.type == BIFFType.continuation, records.count > 0 else {
      throw records.file.untrue
    }
    place = 0
    return true
  }

  private static func widened(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.flatMap { [$0, 0] }
  }
}
