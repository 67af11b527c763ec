import CTEIntake
import CTEModel
import CTERulePack

/// Makes a table of a piece of a sheet.
struct XLSTable {
  private let book: BIFFBook
  private let columnCount: Int
  /// Whether a formula leaves its sign, not nothing.
  private let showsFormulas: Bool
  private var bytes: [UInt8] = []
  private var cells: [Table.Cell] = []
  private var kinds: [CellKind] = []
  private var rowNumbers: [Int32] = []
  /// Whether a cell of the row holds more than blanks.
  private var isFilled = false

  /// Takes the rows of a piece that aren't blank.
  ///
  /// - Throws: `IntakeError` where a cell has no value after all.
  init(
    _ piece: BIFFPiece, _ values: FreeXLSheet, columnCount: Int, of book: BIFFBook,
    showsFormulas: Bool
  ) throws(IntakeError) {
    self.book = book
    self.columnCount = columnCount
    self.showsFormulas = showsFormulas
    cells.reserveCapacity(piece.cells.count)
    kinds.reserveCapacity(piece.cells.count)
    for (place, row) in piece.rows.enumerated() {
      let start = bytes.count
      isFilled = false
      for column in 0..<columnCount {
        try add(piece.cells[place * columnCount + column], values, row: place, column: column)
      }
      endRow(row + 1, from: start)
    }
  }

  /// The rows that aren't blank.
  var table: Table {
    Table(
      bytes: bytes, cells: cells, kinds: kinds.contains { $0 != .text } ? kinds : [],
      columnCount: columnCount, rowNumbers: rowNumbers)
  }

  /// Keeps the row unless it is blank.
  private mutating func endRow(_ number: Int, from start: Int) {
    if isFilled {
      rowNumbers.append(Int32(number))
    } else {
      bytes.removeSubrange(start...)
      cells.removeLast(columnCount)
      kinds.removeLast(columnCount)
    }
  }

  private mutating func add(
    _ content: BIFFPiece.Content, _ values: FreeXLSheet, row: Int, column: Int
  ) throws(IntakeError) {
    switch content {
    case .nothing: end(from: bytes.count)
    case .text:
      let start = bytes.count
      guard values.withText(row: row, column: column, { bytes += $0 }) != nil else {
        throw book.stream.file.damaged
      }
      // A cell of nothing but blanks is an empty one.
      if bytes.isBlank(from: start) { bytes.removeSubrange(start...) }
      isFilled = isFilled || bytes.count > start
      end(from: start)
    case .number(let style):
      guard let number = values.number(row: row, column: column) else {
        throw book.stream.file.damaged
      }
      let start = bytes.count
      let kind = CellNumber(countsFrom1904: book.countsFrom1904)
        .append(number, as: book.form(ofStyle: Int(style)), to: &bytes)
      isFilled = true
      end(from: start, kind)
    case .truth(let value): add(value ? "TRUE" : "FALSE")
    case .error(let code): add(Self.error(code), .error)
    case .unreadable: add(showsFormulas ? "=" : "")
    }
  }

  private mutating func add(_ text: String, _ kind: CellKind = .text) {
    let start = bytes.count
    bytes += text.utf8
    isFilled = isFilled || !text.isEmpty
    end(from: start, kind)
  }

  private mutating func end(from start: Int, _ kind: CellKind = .text) {
    cells.append(Table.Cell(start: start, length: bytes.count - start))
    kinds.append(kind)
  }
}

// The names of errors.
extension XLSTable {
  /// Returns the text of an error by its code.
  private static func error(_ code: UInt8) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    default: "#N/A"
    }
  }
}
