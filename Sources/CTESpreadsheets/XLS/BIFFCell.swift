/// A cell that holds something, or several beside each other.
struct BIFFCell {
  let kind: Kind
  /// The row, counted from 0.
  let row: Int
  /// The columns, counted from 0.
  let columns: Range<Int>

  enum Kind: Equatable {
    case number
    case numbers
    case truth(Bool)
    /// An error by its code.
    case error(UInt8)
    case formula
    /// The text at a place of the shared texts.
    case sharedText(Int)
    /// A text of its own, which ends at a place of the record.
    case text(Int)
  }

  /// No sheet of an old workbook has more columns.
  static let mostColumns = 256
  /// No sheet of an old workbook has more rows.
  static let mostRows = 65_536
}
