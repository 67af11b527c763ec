/// Some of the rows that a sheet can have.
struct RowSet {
  private var words: [UInt64] = []

  mutating func insert(_ row: Int) {
    words += repeatElement(0, count: max(0, row / 64 + 1 - words.count))
    words[row / 64] |= 1 << UInt64(row % 64)
  }

  func contains(_ row: Int) -> Bool {
    row / 64 < words.count && words[row / 64] & 1 << UInt64(row % 64) != 0
  }
}

/// Some of the columns that a sheet can have.
struct ColumnSet {
  private var words = SIMD4<UInt64>()

  /// Adds columns and returns whether there are such, and all are new.
  mutating func insert(_ columns: Range<Int>) -> Bool {
    guard columns.upperBound <= BIFFCell.mostColumns else { return false }
    for column in columns {
      let bit = UInt64(1) << UInt64(column % 64)
      if words[column / 64] & bit != 0 { return false }
      words[column / 64] |= bit
    }
    return true
  }
}
