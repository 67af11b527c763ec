import CTEIntake
import CTEModel
import CTERulePack

/// Reads the rows of an old workbook (`.xls`, of version 5 or 8).
///
/// The workbook is looked through before libfreexl reads its values, and formulas are refused: libfreexl gives no values
/// for them, so that they would be read as blank.
struct XLSReader: TableReader {
  private let book: BIFFBook
  private let scratch: ScratchFile
  /// The sheets that have been looked through.
  private var sound: [Int: BIFFSheet] = [:]
  private var rows: XLSRows?

  init(_ book: BIFFBook) throws(IntakeError) {
    self.book = book
    scratch = try ScratchFile(for: book.stream.file)
  }

  var sheets: [Sheet] { book.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden) } }

  mutating func firstRows(ofSheet sheet: Int, through last: Int) throws -> [HeadRow] {
    let sheet = try soundSheet(sheet)
    var rows = try XLSRows(of: sheet, from: 0, columnCount: sheet.columnCount, scratch)
    var heads: [HeadRow] = []
    var size = 0
    while let table = try rows.next(through: last) {
      for row in 0..<table.rowCount {
        let texts = (0..<table.columnCount).map { table.text(row: row, column: $0) }
        // What titles are looked for in is held as a whole, and every text takes memory, however short.
        size += texts.reduce(0) { $0 + $1.utf8.count + MemoryLayout<String>.stride }
        let file = book.stream.file
        try file.limits.hold(size, to: .rowBytes, of: file.name)
        heads.append(HeadRow(number: Int(table.rowNumbers[row]), texts: texts))
      }
    }
    return heads
  }

  mutating func begin(
    below titles: HeadRow, ofSheet sheet: Int, taking columns: Set<Int>
  ) throws {
    let sheet = try soundSheet(sheet)
    try sheet.refuseUnreadable(below: titles.number, in: columns)
    rows = try XLSRows(
      of: sheet, from: titles.number, columnCount: titles.texts.count, scratch,
      showsFormulas: columns.isEmpty)
  }

  mutating func next() throws -> Table? { try rows?.next() }

  var notices: [Notice] { rows?.notices ?? [] }

  var progress: Double { rows?.progress ?? 0 }

  private mutating func soundSheet(_ place: Int) throws(IntakeError) -> BIFFSheet {
    if let known = sound[place] { return known }
    let sheet = try BIFFSheet(book.sheets[place], in: book)
    sound[place] = sheet
    return sheet
  }
}
