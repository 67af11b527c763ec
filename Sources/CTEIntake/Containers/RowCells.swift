import CTERulePack

/// The cells of one row, in memory that never grows: taking a cell is what reading a file does most often.
final class RowCells {
  /// How many there are.
  private(set) var count = 0
  private let memory: UnsafeMutableBufferPointer<Table.Cell>

  init(capacity: Int) {
    memory = .allocate(capacity: capacity)
  }

  deinit {
    memory.deallocate()
  }

  /// Whether there is no room for another.
  var isFull: Bool { count == memory.count }

  /// Adds a cell; there must be room for it.
  @inline(__always)
  func append(_ cell: Table.Cell) {
    memory.initializeElement(at: count, to: cell)
    count += 1
  }

  func removeAll() {
    count = 0
  }

  /// A cell, by its place in the row.
  subscript(place: Int) -> Table.Cell {
    get { memory[place] }
    set { memory[place] = newValue }
  }

  /// The cells as long as the row holds them.
  var all: UnsafeBufferPointer<Table.Cell> { UnsafeBufferPointer(rebasing: memory[..<count]) }
}
