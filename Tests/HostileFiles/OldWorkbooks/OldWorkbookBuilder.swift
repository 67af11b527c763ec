/// A small old workbook (`.xls`, BIFF8) of which every record can be replaced.
struct OldWorkbookBuilder {
  var sheets: [OldSheet]
  /// The shared texts as they stand in the file.
  var strings: [[UInt8]]
  /// How many shared texts the file says it has, if not as many as it has.
  var stringCount: Int?
  /// Number formats, of which the first has the number 164.
  var formats: [String] = []
  /// The number of a format for each style of a cell.
  var formatNumbers = [0]
  var countsFrom1904 = false
  var version = 0x0600
  /// Records that stand before all others.
  var first: [OldRecord] = []
  /// The end of the records that tell of the whole workbook.
  var last = [OldRecord.end]
  var changeStrings: (inout [OldRecord]) -> Void = { _ in }
  /// Changes the stream of records.
  var changeStream: (inout [UInt8]) -> Void = { _ in }
  /// Changes the file around the stream.
  var changeFile: (inout CompoundFile) -> Void = { _ in }

  /// A sheet: its name, whether it is hidden, and its records.
  struct OldSheet {
    var name = "Upload"
    var state = 0
    var kind = 0
    var records: [OldRecord]
    /// Where the file says that it begins, if not where it does.
    var offset: Int?
  }

  /// The sample table as spreadsheet programs write it.
  init() {
    strings = Sample.texts.map(Self.text)
    sheets = [OldSheet(records: Self.sheet(Self.sampleCells))]
  }

  /// A sheet of some cells.
  static func sheet(
    _ cells: [OldRecord], rows: Range<Int> = 0..<4, columns: Range<Int> = 0..<5
  ) -> [OldRecord] {
    [.beginning(0x10), .dimensions(rows: rows, columns: columns)] + cells + [.end]
  }

  static var sampleCells: [OldRecord] { cells(from: 0) }

  /// The cells of the sample with shared texts, from a row on.
  static func cells(from row: Int, column: Int = 0) -> [OldRecord] {
    Sample.texts.indices.map { place in
      let (line, index) = place.quotientAndRemainder(dividingBy: Sample.titles.count)
      return .shared(row + line, column + index, text: place)
    }
  }

  /// A text of one byte for each character.
  static func text(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(text.utf16.count, bytes: 2)
    let units = Array(text.utf16)
    let isWide = units.contains { $0 > 255 }
    bytes.append(isWide ? 1 : 0)
    for unit in units { bytes.append(Int(unit), bytes: isWide ? 2 : 1) }
    return bytes
  }

  /// A text of two bytes for each character.
  static func wideText(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(text.utf16.count, bytes: 2)
    bytes.append(1)
    for unit in text.utf16 { bytes.append(Int(unit), bytes: 2) }
    return bytes
  }

  var stream: [UInt8] {
    let bodies = sheets.map { $0.records.flatMap(\.bytes) }
    let start = globals(offsets: sheets.map { _ in 0 }).count
    let offsets = bodies.indices.map { place in
      start + bodies[..<place].reduce(0) { $0 + $1.count }
    }
    var stream = globals(offsets: offsets) + bodies.flatMap { $0 }
    changeStream(&stream)
    // What is shorter stands elsewhere in the file, and programs that write these files don't bother.
    stream.append(repeating: [0], count: 4096 - stream.count)
    return stream
  }

  var file: Content {
    var file = CompoundFile(streams: [("Workbook", stream)])
    changeFile(&file)
    return Content(file.bytes())
  }

  private func globals(offsets: [Int]) -> [UInt8] {
    var records = first + [.beginning(5, version: version), OldRecord(0x42, numbers: [1200])]
    if countsFrom1904 { records.append(OldRecord(0x22, numbers: [1])) }
    records += formats.enumerated().map {
      OldRecord(0x041E, numbers: [164 + $0.offset], Self.text($0.element))
    }
    records += formatNumbers.map {
      OldRecord(0xE0, numbers: [0, $0] + Array(repeating: 0, count: 8))
    }
    records += zip(sheets, offsets).map(Self.bound)
    var strings = [sharedStrings]
    changeStrings(&strings)
    return (records + strings + last).flatMap(\.bytes)
  }

  private static func bound(_ sheet: OldSheet, offset: Int) -> OldRecord {
    var record = OldRecord(0x85)
    record.data.append(sheet.offset ?? offset, bytes: 4)
    record.data += [UInt8(sheet.state), UInt8(sheet.kind)]
    record.data += [UInt8(sheet.name.utf8.count), 0] + Array(sheet.name.utf8)
    return record
  }

  private var sharedStrings: OldRecord {
    var record = OldRecord(0xFC)
    for _ in 0..<2 { record.data.append(stringCount ?? strings.count, bytes: 4) }
    for string in strings { record.data += string }
    return record
  }
}

extension OldWorkbookBuilder {
  /// The sample, told by many kinds of records.
  static var varied: OldWorkbookBuilder {
    var workbook = OldWorkbookBuilder()
    workbook.formats = ["mm/dd/yyyy", "00000000"]
    workbook.formatNumbers = [0, 164, 165]
    let titles = Array(sampleCells.prefix(Sample.titles.count))
    let rows: [[OldRecord]] = Sample.rows.enumerated().map { place, texts in
      let row = place + 1
      return [
        .compacts(
          row, 0,
          [
            (0, OldRecord.compact(whole: Int(texts[0]) ?? 0)),
            (2, OldRecord.compact(whole: Int(texts[1]) ?? 0)),
          ]),
        .shared(row, 2, text: row * Sample.titles.count + 2),
        .number(row, 3, [44_687, 44_690, 44_691][place], style: 1),
        .compact(row, 4, OldRecord.compact(Double(texts[4]) ?? 0)),
      ]
    }
    workbook.sheets[0].records = sheet(titles + rows.flatMap { $0 })
    return workbook
  }
}
