/// How many cells of a column were made good, and the first row in which one was.
struct RepairedCells {
  private(set) var count = 0
  private(set) var firstRow = 0

  mutating func add(_ row: Int) {
    if count == 0 { firstRow = row }
    count += 1
  }
}
