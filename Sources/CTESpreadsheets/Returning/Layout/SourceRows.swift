import CTEIntake
import CTEModel
import CTERulePack

/// The rows of a file once more, with all their cells: also those above the titles and beside them.
struct SourceRows {
  /// The rows above the titles, and the titles.
  let head: [HeadRow]
  /// How many cells the rows have.
  let width: Int
  private var reader: any TableReader

  /// Cells further beside the titles than this are lost: rows that have them are broken anyway.
  private static let beside = 256

  /// Opens a file that was read before.
  ///
  /// - Throws: `IntakeError` where it can't be read any more.
  init(path: String, reading: Reading, place: TablePlace) throws {
    reader = try Self.open(path, reading, place)
    let rows = try reader.firstRows(ofSheet: place.sheet, through: place.titlesRow)
    guard let titles = rows.last, titles.number == place.titlesRow else {
      throw RenderingError("\(path) was changed while it was checked; check it once more")
    }
    head = rows
    let count = titles.texts.count
    width = min(
      count + (try Self.cellsBeside(titles, path: path, reading: reading, place: place)),
      CellReference.lastColumn)
    let wide = HeadRow(
      number: titles.number,
      texts: titles.texts.map { $0.isEmpty ? "-" : $0 }
        + Array(repeating: "-", count: max(0, width - count)))
    try reader.begin(below: wide, ofSheet: place.sheet, taking: [])
  }

  /// Returns the next rows, or nil after the last.
  mutating func next() throws -> Table? { try reader.next() }

  private static func open(
    _ path: String, _ reading: Reading, _ place: TablePlace
  ) throws -> any TableReader {
    let file = try SourceFile(path: path, limits: reading.limits)
    guard let kind = reading.kinds.first(where: { $0.name == place.kind }) else {
      throw RenderingError("\(path) is of a kind that can't be read")
    }
    return try kind.open(file)
  }

  /// How many cells stand beside the titles.
  private static func cellsBeside(
    _ titles: HeadRow, path: String, reading: Reading, place: TablePlace
  ) throws -> Int {
    // The reader of a workbook doesn't tell which rows are longer than the titles.
    if place.kind != DelimitedText().name { return beside }
    var reader = try open(path, reading, place)
    _ = try reader.firstRows(ofSheet: place.sheet, through: place.titlesRow)
    try reader.begin(below: titles, ofSheet: place.sheet, taking: [])
    var longest = titles.texts.count
    while let table = try reader.next() {
      longest = max(longest, table.longRows.map(\.cellCount).max() ?? 0)
    }
    return min(longest - titles.texts.count, beside)
  }
}
