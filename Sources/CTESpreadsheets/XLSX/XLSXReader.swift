import CTEIntake
import CTEModel
import CTERulePack

/// Reads the sheets of a workbook as programs write them since 2007.
struct XLSXReader: TableReader {
  /// The sheets that have cells.
  let sheets: [Sheet]
  /// The parts of the workbook.
  let parts: WorkbookParts
  private let scans: Bool
  /// Read when the first row is looked at.
  private var contents: WorkbookContents?
  private var rows: SheetRows?

  /// Opens a workbook.
  ///
  /// - Parameter scans: Whether rows may be scanned; otherwise all are parsed, which takes longer.
  /// - Throws: `IntakeError` where it is no such workbook, broken or passes a limit, and what the file's tap throws.
  init(_ file: SourceFile, scans: Bool = true) throws {
    parts = try WorkbookParts(ZipArchive(file))
    sheets = parts.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden) }
    self.scans = scans
  }

  mutating func firstRows(ofSheet sheet: Int, through last: Int) throws -> [HeadRow] {
    let rows = try open(sheet, for: .titles(through: last))
    try rows.fill()
    return rows.heads
  }

  mutating func begin(below titles: HeadRow, ofSheet sheet: Int, taking columns: Set<Int>) throws {
    rows = try open(
      sheet, for: .table(below: titles.number, columnCount: titles.texts.count))
  }

  mutating func next() throws -> Table? {
    precondition(rows != nil, "rows are read after it was said below which titles")
    try rows?.fill()
    return rows?.takeTable()
  }

  var notices: [Notice] { rows?.notices ?? [] }

  var progress: Double { rows?.progress ?? 0 }

  /// Whether rows of the table had to be parsed, which takes longer than to scan them.
  var isParsed: Bool { rows?.isParsed ?? false }

  private mutating func open(_ sheet: Int, for purpose: SheetPurpose) throws -> SheetRows {
    let known = try contents ?? WorkbookContents(parts)
    contents = known
    return try SheetRows(
      parts.entry(ofSheet: sheet), in: parts.archive, builder: SheetBuilder(known, for: purpose),
      scans: scans)
  }
}
