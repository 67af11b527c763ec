/// An old workbook that is written record by record, for tests.
struct XLSBook {
  /// 0x0600 for version 8, 0x0500 for version 5.
  var version = 0x0600
  var countsFrom1904 = false
  /// The number formats that have a code: their numbers and codes.
  var formats: [(number: Int, code: String)] = []
  /// The number of each style's format.
  var styles = [0]
  /// The texts that cells name by their places.
  var texts: [String] = []
  /// The records of these texts, where they aren't those that `texts` makes.
  var textRecords: [[UInt8]]?
  /// Further records before the list of sheets.
  var extra: [UInt8] = []
  var sheets: [XLSSheet] = [XLSSheet()]

  /// A book of one sheet.
  static func with(_ fill: (inout XLSBook, inout XLSSheet) -> Void) -> XLSBook {
    var (book, sheet) = (XLSBook(), XLSSheet())
    fill(&book, &sheet)
    book.sheets = [sheet]
    return book
  }

  /// The stream of the workbook.
  var stream: [UInt8] {
    let lengths = sheets.map { $0.stream(version).count }
    let head = globals(offsets: sheets.map { _ in 0 }).count
    let offsets = lengths.indices.map { head + lengths[..<$0].reduce(0, +) }
    return globals(offsets: offsets) + sheets.flatMap { $0.stream(version) }
  }

  /// The file.
  var bytes: [UInt8] {
    XLSContainer(streams: [(version == 0x0600 ? "Workbook" : "Book", stream)]).bytes
  }

  private func globals(offsets: [Int]) -> [UInt8] {
    var bytes = record(
      0x0809, [version, 5, 0, 0].shorts + (version == 0x0600 ? [0, 0, 0, 0, 0, 0, 0, 0] : []))
    bytes += record(0x0042, [version == 0x0600 ? 1200 : 1252].shorts)
    bytes += record(0x0022, [countsFrom1904 ? 1 : 0].shorts)
    for format in formats {
      let text =
        version == 0x0600 ? format.code.biff : [UInt8(format.code.utf8.count)] + format.code.utf8
      bytes += record(0x041E, [format.number].shorts + text)
    }
    for style in styles {
      bytes += record(0x00E0, [0, style].shorts + Array(repeating: 0, count: 16))
    }
    bytes += extra
    for (sheet, offset) in zip(sheets, offsets) {
      let name =
        version == 0x0600
        ? [UInt8(sheet.name.utf16.count), 1] + sheet.name.utf16.flatMap { $0.littleEndian }
        : [UInt8(sheet.name.utf8.count)] + Array(sheet.name.utf8)
      bytes += record(0x0085, UInt32(offset).littleEndian + [sheet.visibility, sheet.kind] + name)
    }
    let counts = UInt32(texts.count).littleEndian + UInt32(texts.count).littleEndian
    let records = textRecords ?? (texts.isEmpty ? [] : [counts + texts.flatMap(\.biff)])
    for (place, body) in records.enumerated() {
      bytes += record(place == 0 ? 0x00FC : 0x003C, body)
    }
    return bytes + record(0x000A, [])
  }
}

/// A sheet of an old workbook, for tests.
struct XLSSheet {
  var name = "Data"
  /// 1 hides it, 2 hides it from the list of hidden ones too.
  var visibility: UInt8 = 0
  /// 2 for a sheet that is a chart.
  var kind: UInt8 = 0
  /// The rows and columns that it says to have; nil for none.
  var extent: (rows: Int, columns: Int)? = (100, 20)
  var records: [UInt8] = []
  var hasEnd = true

  /// Adds a record; those of cells begin with the row, the column and the style.
  mutating func add(_ type: Int, _ row: Int, _ column: Int, style: Int = 0, _ content: [UInt8]) {
    records += record(type, [row, column, style].shorts + content)
  }

  mutating func text(_ row: Int, _ column: Int, _ text: String) {
    add(0x0204, row, column, text.biff)
  }

  mutating func shared(_ row: Int, _ column: Int, _ place: Int) {
    add(0x00FD, row, column, UInt32(place).littleEndian)
  }

  mutating func number(_ row: Int, _ column: Int, _ number: Double, style: Int = 0) {
    add(0x0203, row, column, style: style, number.bitPattern.littleEndian)
  }

  mutating func truth(_ row: Int, _ column: Int, _ value: Bool) {
    add(0x0205, row, column, [value ? 1 : 0, 0])
  }

  mutating func error(_ row: Int, _ column: Int, _ code: UInt8) {
    add(0x0205, row, column, [code, 1])
  }

  /// Adds a formula of some tokens, whose value was 2.
  mutating func formula(_ row: Int, _ column: Int, tokens: [UInt8] = [0x1E, 1, 0, 0x1E, 1, 0, 3]) {
    add(
      0x0006, row, column,
      2.0.bitPattern.littleEndian + [0, 0, 0, 0, 0, 0, UInt8(tokens.count), 0] + tokens)
  }

  mutating func row(_ row: Int, isHidden: Bool) {
    records += record(0x0208, [row, 0, 20, 255, 0, 0, isHidden ? 0x0120 : 0x0100, 15].shorts)
  }

  /// A row of texts.
  mutating func titles(_ titles: [String], row: Int = 0) {
    for (column, title) in titles.enumerated() { text(row, column, title) }
  }

  func stream(_ version: Int) -> [UInt8] {
    var bytes = record(
      0x0809,
      [version, kind == 2 ? 32 : 16, 0, 0].shorts
        + (version == 0x0600 ? [0, 0, 0, 0, 0, 0, 0, 0] : []))
    if let (rows, columns) = extent {
      let long = UInt32(0).littleEndian + UInt32(rows).littleEndian + [0, columns, 0].shorts
      bytes += record(0x0200, version == 0x0600 ? long : [0, rows, 0, columns, 0].shorts)
    }
    return bytes + records + (hasEnd ? record(0x000A, []) : [])
  }
}

/// A record: its type, its length and its bytes.
func record(_ type: Int, _ bytes: [UInt8]) -> [UInt8] { [type, bytes.count].shorts + bytes }

extension [Int] {
  /// The numbers in two bytes each.
  var shorts: [UInt8] { flatMap { UInt16(truncatingIfNeeded: $0).littleEndian } }
}

extension String {
  /// The text with its length and width, in one byte for each character where that is enough.
  var biff: [UInt8] {
    let isWide = utf16.contains { $0 > 255 }
    let characters = utf16.flatMap { isWide ? $0.littleEndian : [UInt8($0)] }
    return [utf16.count].shorts + [isWide ? 1 : 0] + characters
  }
}
