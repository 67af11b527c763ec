import CTEIntake
import CTERulePack

/// The columns in which the rows of a file are shown: those of the format's grid, or else those of the file.
struct FileGrid {
  let titles: [String]
  /// What stands in the columns, by the place of the record in the format; empty where they are the file's own.
  private let values: [[GridColumn.Value]]
  /// The columns of the file that are shown, by their place.
  private let places: [Int]

  init(_ match: FormatMatch) {
    let grid = match.format.grid
    if grid.isEmpty {
      places = match.places.compactMap { $0 }.sorted()
      titles = places.map { match.titles[$0] }
      values = []
    } else {
      places = []
      titles = grid.map(\.title)
      values = match.format.records.indices.map { record in grid.map { $0.values[record] } }
    }
  }

  /// Returns what stands in the columns where a record is shown; nil where they are the file's own.
  func values(of record: Int) -> [GridColumn.Value]? {
    values.isEmpty ? nil : values[record]
  }

  /// Returns the file's own cells of a row.
  func cells(_ row: Int, of table: Table) -> [String] {
    places.map { $0 < table.columnCount ? table.text(row: row, column: $0) : "" }
  }
}
