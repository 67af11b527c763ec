import CTERulePack

/// Where the column of errors stands.
struct ErrorsColumn {
  /// Its place, from 0.
  let place: Int
  /// Whether it wasn't there before.
  let isNew: Bool
  /// The row of its title.
  let titlesRow: Int
  /// Columns of errors that were there before, this one among them; what they say no longer holds.
  let old: Set<Int>

  /// Finds the column that is there already, or the first behind all others.
  ///
  /// - Throws: `Unspliceable` where the sheet has no room for one.
  init(titles: [String], lastColumn: Int, titlesRow: Int) throws {
    let known = titles.indices.filter { FormatMatch.isErrorsTitle(titles[$0]) }
    place = known.first ?? lastColumn + 1
    guard place <= CellReference.lastColumn else { throw Unspliceable() }
    isNew = known.isEmpty
    old = Set(known)
    self.titlesRow = titlesRow
  }

  /// Whether a cell of a column may have a mark: what says what is wrong is not wrong itself.
  func leaves(_ column: Int) -> Bool {
    column != place && !old.contains(column) && column <= CellReference.lastColumn
  }
}
