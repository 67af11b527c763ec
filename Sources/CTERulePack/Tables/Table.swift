/// Rows of a file as its reader found them: cells as ranges of the file's bytes.
public struct Table: Sendable {
  /// The bytes into which the cells point.
  public let bytes: [UInt8]
  /// The cells, row by row, `columnCount` each.
  public let cells: [Cell]
  /// What each cell holds; empty where all hold text.
  public let kinds: [CellKind]
  /// How many cells a row has.
  public let columnCount: Int
  /// For each row, its number as a spreadsheet program shows it.
  public let rowNumbers: [Int32]
  /// Rows that have more cells than there are titles: their place in the table and how many cells they have.
  public let longRows: [(row: Int, cellCount: Int)]

  /// Creates a table. There must be `columnCount` cells for each row number, and a kind for each cell or none at all.
  public init(
    bytes: [UInt8], cells: [Cell], kinds: [CellKind] = [], columnCount: Int, rowNumbers: [Int32],
    longRows: [(row: Int, cellCount: Int)] = []
  ) {
    precondition(cells.count == columnCount * rowNumbers.count, "every row has a cell per column")
    precondition(kinds.isEmpty || kinds.count == cells.count, "every cell has a kind, or none has")
    self.bytes = bytes
    self.cells = cells
    self.kinds = kinds
    self.columnCount = columnCount
    self.rowNumbers = rowNumbers
    self.longRows = longRows
  }

  /// A cell's range of the bytes; empty for an empty cell.
  public struct Cell: Hashable, Sendable {
    /// Where it begins.
    public let start: UInt32
    /// How many bytes it has.
    public let length: UInt32

    /// Creates a range of bytes.
    public init(start: Int, length: Int) {
      self.start = UInt32(start)
      self.length = UInt32(length)
    }
  }

  /// Returns what a cell holds.
  public func kind(row: Int, column: Int) -> CellKind {
    kinds.isEmpty ? .text : kinds[row * columnCount + column]
  }

  /// How many rows there are.
  public var rowCount: Int { rowNumbers.count }

  /// Returns the table of some of the rows, by their place, in ascending order.
  public func taking(_ rows: [Int]) -> Table {
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    return Table(
      bytes: bytes,
      cells: rows.flatMap { cells[$0 * columnCount..<($0 + 1) * columnCount] },
      kinds: kinds.isEmpty
        ? [] : rows.flatMap { kinds[$0 * columnCount..<($0 + 1) * columnCount] },
      columnCount: columnCount, rowNumbers: rows.map { rowNumbers[$0] },
      longRows: longRows.compactMap { long in
        places[long.row].map { (row: $0, cellCount: long.cellCount) }
      })
  }

  /// Returns the text of a cell.
  public func text(row: Int, column: Int) -> String {
    text(of: cells[row * columnCount + column])
  }

  /// Returns the text of a range of the bytes.
  public func text(of cell: Cell) -> String {
    String(decoding: bytes[Int(cell.start)..<Int(cell.start) + Int(cell.length)], as: UTF8.self)
  }
}
