/// How many cells of a column had blanks taken off their text, and the first row that had.
struct BlankCount {
  private(set) var count = 0
  private(set) var firstRow = 0

  mutating func add(_ row: Int) {
    if count == 0 { firstRow = row }
    count += 1
  }
}
