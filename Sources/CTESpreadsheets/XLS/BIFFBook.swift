import CTEIntake

/// What a workbook says of all its sheets.
struct BIFFBook {
  let stream: CompoundStream
  let version: BIFFVersion
  /// The worksheets; sheets of other kinds, such as charts, are left out.
  private(set) var sheets: [BIFFSheetEntry] = []
  /// Whether days are counted from 1904.
  private(set) var countsFrom1904 = false
  /// The page of characters of texts before version 8.
  private(set) var codePage = 1252
  private(set) var texts = SharedTexts()
  /// The number format of each style of cells.
  private var formats: [Int] = []
  private var customFormats: [Int: NumberForm] = [:]
  /// Where all sheets begin, of whatever kind.
  private var offsets: [Int] = []

  /// Reads what stands before the first sheet.
  ///
  /// - Throws: `IntakeError` where that is broken, protected or of a version that can't be read.
  init(_ stream: CompoundStream) throws(IntakeError) {
    self.stream = stream
    var records = BIFFRecords(stream, at: 0)
    version = try BIFFVersion(begin: &records)
    while true {
      guard try records.next() else { throw records.file.damaged }
      if records.type == BIFFType.end { break }
      try take(&records)
    }
    let file = stream.file
    guard Set(offsets).count == offsets.count else { throw file.untrue }
    guard !sheets.isEmpty else { throw IntakeError(.empty, "\(file.name) has no worksheet") }
  }

  private mutating func take(_ records: inout BIFFRecords) throws(IntakeError) {
    switch records.type {
    case BIFFType.password: throw records.file.protected
    case BIFFType.begin: throw records.file.damaged
    case BIFFType.epoch: countsFrom1904 = try records.short(0) == 1
    case BIFFType.codePage: codePage = try records.short(0)
    case BIFFType.sheet: try takeSheet(records)
    case BIFFType.style:
      // Cells name their style by two bytes.
      guard formats.count <= UInt16.max else { throw records.file.damaged }
      formats.append(try records.short(2))
    case BIFFType.numberFormat:
      let text = try records.text(at: 2, version: version, isShort: version == .five)
      customFormats[try records.short(0)] = NumberForm(code: text)
    case BIFFType.sharedTexts where version == .eight: texts = try SharedTexts(&records)
    default: break
    }
  }

  private mutating func takeSheet(_ records: BIFFRecords) throws(IntakeError) {
    let file = records.file
    let offset = try records.long(0)
    guard offset < stream.size else { throw file.untrue }
    offsets.append(offset)
    try file.limits.hold(offsets.count, to: .sheets, of: file.name)
    guard try records.byte(5) == 0 else { return }
    let isHidden = try records.byte(4) & 3 != 0
    let name = try records.text(at: 6, version: version, isShort: true)
    sheets.append(BIFFSheetEntry(name: name, isHidden: isHidden, offset: offset))
  }

  /// Returns how numbers of a style are shown.
  func form(ofStyle style: Int) -> NumberForm {
    guard style < formats.count else { return .general }
    return customFormats[formats[style]] ?? NumberForm(builtIn: formats[style])
  }

  /// Returns where the sheet ends at the latest that begins at an offset.
  func end(ofSheetAt offset: Int) -> Int {
    offsets.filter { $0 > offset }.min() ?? stream.size
  }
}

/// A worksheet, as the workbook's list of sheets has it.
struct BIFFSheetEntry {
  let name: String
  let isHidden: Bool
  /// Where it begins in the stream.
  let offset: Int
}

/// The versions of the format that can be read.
enum BIFFVersion: Int {
  case five = 0x0500
  case eight = 0x0600

  /// Reads the version of a workbook from its first record.
  ///
  /// - Throws: `IntakeError` where it begins otherwise than a workbook of these versions.
  init(begin records: inout BIFFRecords) throws(IntakeError) {
    guard try records.next() else { throw records.file.damaged }
    if BIFFType.oldBegins.contains(records.type) { throw records.file.ancient }
    // A stream that holds one sheet alone has no list of sheets.
    guard records.type == BIFFType.begin, try records.short(2) == 5,
      let version = Self(rawValue: try records.short(0))
    else { throw records.file.damaged }
    self = version
  }
}

extension BIFFRecords {
  /// Returns a text of the record, after its length of one or two bytes.
  func text(at place: Int, version: BIFFVersion, isShort: Bool) throws(IntakeError) -> String {
    let length = isShort ? try byte(place) : try short(place)
    let first = place + (isShort ? 1 : 2)
    if version == .five { return String(latin1: try bytes(first..<first + length)) }
    guard try byte(first) & 1 == 1 else {
      return String(latin1: try bytes(first + 1..<first + 1 + length))
    }
    let bytes = try bytes(first + 1..<first + 1 + 2 * length)
    let units = (0..<length).map { UInt16(bytes.number16($0 * 2) ?? 0) }
    return String(decoding: units, as: UTF16.self)
  }
}

extension String {
  /// Creates a text of bytes that are the first 256 characters of Unicode.
  fileprivate init(latin1 bytes: ArraySlice<UInt8>) {
    self = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
