import CTEIntake
import CTERulePack

/// Makes rows of what stands in a sheet's part.
///
/// It knows what rows and cells mean; whoever feeds it knows how they are written. A row is begun, its cells are begun
/// and ended in turn, and the row is ended, or abandoned as if it had never begun.
struct SheetBuilder {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let file: SourceFile
  let contents: WorkbookContents
  let purpose: SheetPurpose
  let columnCount: Int
  let mostColumns: Int
  let mostRows: Int
  let mostRowBytes: Int
  let textLimit: CellTextLimit

  /// The rows that were made: their texts, cells and numbers.
  var bytes: [UInt8] = []
  var cells: [Table.Cell] = []
  var kinds: [CellKind] = []
  var hasKinds = false
  var rowNumbers: [Int32] = []
  /// The rows among which titles are looked for.
  private(set) var heads: [HeadRow] = []
  private var headBytes = 0
  /// The last row that was ended, with or without content.
  private(set) var lastRow = 0
  /// How many hidden rows have content.
  private(set) var hiddenCount = 0
  /// The first cell with content beside the titled columns.
  private(set) var firstBeside: (column: Int, row: Int)?

  var row = CurrentRow()
  var cell = CurrentCell()

  /// Begins to make the rows of a sheet.
  init(_ contents: WorkbookContents, for purpose: SheetPurpose) {
    self.contents = contents
    self.purpose = purpose
    file = contents.file
    columnCount = purpose.columnCount
    mostColumns = min(file.limits[.columns], CellReference.mostColumns)
    mostRows = min(file.limits[.rows], CellReference.mostRows)
    mostRowBytes = file.limits[.rowBytes]
    textLimit = CellTextLimit(file)
  }

  struct CurrentRow {
    var isOpen = false
    var number = 0
    var isHidden = false
    /// Where its bytes and cells begin.
    var bytes = 0
    var cells = 0
    /// The last column that was begun.
    var lastColumn = -1
    var hasContent = false
    var firstBeside: Int?
    var hasKinds = false
  }

  struct CurrentCell {
    var column = 0
    var style = 0
    var type = CellType.number
  }

  // MARK: - Rows

  /// Begins a row.
  ///
  /// - Parameters:
  ///   - number: Its number as it is written; nil where it has none and follows the row before.
  ///   - isHidden: Whether it is hidden, as it is written.
  mutating func beginRow(number: Bytes?, isHidden: Bytes?) throws(IntakeError) {
    row = CurrentRow()
    row.number = lastRow + 1
    if let number {
      guard let written = CellReference.number(number) else {
        throw malformed("has a row without a proper number below row \(lastRow)")
      }
      row.number = written
    }
    guard row.number <= mostRows else { throw file.limits.passed(.rows, by: file.name) }
    guard row.number > lastRow else {
      throw malformed(
        row.number == lastRow
          ? "has row \(lastRow) twice" : "has row \(row.number) below row \(lastRow)")
    }
    row.isHidden =
      isHidden.map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) } ?? false
    row.bytes = bytes.count
    row.cells = cells.count
    row.isOpen = true
  }

  /// Forgets the row that was begun, if one was.
  mutating func abandonRow() {
    if row.isOpen { drop() }
  }

  /// Ends a row, and keeps it unless it is blank.
  mutating func endRow() throws(IntakeError) {
    lastRow = row.number
    defer { row.isOpen = false }
    switch purpose {
    case .titles(let last):
      if row.number <= last { try keepHead() }
      drop()
    case .table(let titles, _):
      guard row.number > titles else { return drop() }
      keepTableRow()
    }
  }

  private mutating func keepTableRow() {
    if row.isHidden && (row.hasContent || row.firstBeside != nil) { hiddenCount += 1 }
    if firstBeside == nil, let column = row.firstBeside { firstBeside = (column, row.number) }
    guard row.hasContent else { return drop() }
    fill(to: columnCount)
    rowNumbers.append(Int32(row.number))
    hasKinds = hasKinds || row.hasKinds
  }

  private mutating func keepHead() throws(IntakeError) {
    let texts = cells[row.cells...].map { cell in
      String(decoding: bytes[Int(cell.start)..<Int(cell.start + cell.length)], as: UTF8.self)
    }
    // What titles are looked for in is held as a whole, and every text takes memory, however short.
    headBytes += bytes.count - row.bytes + texts.count * MemoryLayout<String>.stride
    try file.limits.hold(headBytes, to: .rowBytes, of: file.name)
    if row.hasContent { heads.append(HeadRow(number: row.number, texts: texts)) }
  }

  private mutating func drop() {
    bytes.removeSubrange(row.bytes...)
    cells.removeSubrange(row.cells...)
    kinds.removeSubrange(row.cells...)
    row.isOpen = false
  }

  @inline(__always)
  mutating func fill(to count: Int) {
    let missing = count - (cells.count - row.cells)
    guard missing > 0 else { return }
    cells.append(contentsOf: repeatElement(Table.Cell(start: 0, length: 0), count: missing))
    kinds.append(contentsOf: repeatElement(.text, count: missing))
  }

  /// What has been made of a row that isn't ended: its bytes, and its cells as they lie in them.
  typealias Begun = (bytes: [UInt8], cells: [Table.Cell], kinds: [CellKind])

  /// Takes a row that isn't ended out of those that are.
  mutating func takeBegun() -> Begun {
    guard row.isOpen else { return ([], [], []) }
    let start = row.bytes
    let begun = (
      Array(bytes[start...]),
      cells[row.cells...].map {
        Table.Cell(start: max(0, Int($0.start) - start), length: Int($0.length))
      },
      Array(kinds[row.cells...])
    )
    drop()
    row.isOpen = true
    return begun
  }

  /// Begins anew with a row that isn't ended.
  mutating func putBack(_ begun: Begun) {
    (bytes, cells, kinds) = begun
    (row.bytes, row.cells) = (0, 0)
    rowNumbers = []
    hasKinds = false
  }

  func malformed(_ words: String) -> IntakeError {
    IntakeError(
      .malformed, "\(file.name) \(words); open it in a spreadsheet program and save it again")
  }
}
