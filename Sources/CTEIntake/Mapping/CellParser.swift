import CTEModel
import CTERulePack

/// Turns one column of a table into values.
///
/// Every kind of cell has a function of its own in `CellParser+<Kind>.swift`, which runs over the column in one go.
struct CellParser {
  private(set) var table: Table
  let column: Int
  /// The year of the pack, named where a year was expected.
  let year: FiscalYear
  private(set) var problems: [Problem] = []
  /// What was made good in the column, in how many cells, and the first such row.
  private(set) var repair: (kind: Repair.Kind, count: Int, firstRow: Int)?

  typealias Problem = (row: Int, problem: CellProblem)

  init(table: Table, column: Int, year: FiscalYear) {
    self.table = table
    self.column = column
    self.year = year
    if !table.kinds.isEmpty { setUnreadAside() }
  }

  /// Reports the cells that have no value that could be read, and takes them for empty.
  private mutating func setUnreadAside() {
    for row in 0..<table.rowCount {
      let kind = table.kind(row: row, column: column)
      guard kind != .text, kind != .day else { continue }
      if let problem = CellProblem.unread(kind, table.text(row: row, column: column)) {
        report(row, problem)
      }
    }
    if !problems.isEmpty { table = table.emptying(column, of: problems.map(\.row)) }
  }

  mutating func parse(_ form: CellForm, into keys: inout KeyTables) -> RecordBatch.Column {
    switch form {
    case .digits(let count, let restoresZeros, let domain):
      .codes(digits(count, restoresZeros: restoresZeros, into: &keys[domain]))
    case .name(let length, let ignores, let domain):
      .codes(
        names(
          maximumLength: length, ignoresCaseAndBlanks: ignores,
          isWord: domain == .word, into: &keys[domain]))
    case .words(let words):
      .codes(choices(words.map { ($0.text, keys[.word].number(for: $0.meaning)) }))
    case .boolean(let values): .codes(choices(values.map { ($0.text, $0.meaning ? 1 : 0) }))
    case .day(.monthDayYear): .codes(days("mm/dd/yyyy", Self.monthDayYear))
    case .day(.yearMonthDay): .codes(days("yyyy-mm-dd", Self.yearMonthDay))
    case .day(let form): .codes(days(form.text) { Self.day($0, in: form) })
    case .year: .codes(years())
    case .integer(let digits): .codes(integers(digits))
    case .hundredths(let digits): .codes(hundredths(digits))
    case .pattern(let pattern, let expected, let domain):
      .codes(matching(pattern, expected: expected, into: &keys[domain]))
    case .text(let length): .texts(texts(maximumLength: length))
    }
  }

  /// Calls a function with the bytes of every cell that isn't empty, and puts what it returns, or a problem, in its row.
  @inline(__always)
  mutating func codes(
    _ parse: (UnsafeBufferPointer<UInt8>, Int) -> Int32, problem: (String) -> CellProblem
  ) -> [Int32] {
    var bad: [Int] = []
    let count = table.rowCount
    let codes = [Int32](unsafeUninitializedCapacity: count) { codes, initialized in
      table.bytes.withUnsafeBufferPointer { bytes in
        table.cells.withUnsafeBufferPointer { cells in
          var place = column
          for row in 0..<count {
            let cell = cells[place]
            place += table.columnCount
            if cell.length == 0 {
              codes[row] = missingCode
              continue
            }
            let start = Int(cell.start)
            let text = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(cell.length)])
            let code = parse(text, row)
            codes[row] = code
            if code == missingCode { bad.append(row) }
          }
        }
      }
      initialized = count
    }
    for row in bad { report(row, problem(table.text(row: row, column: column))) }
    return codes
  }

  /// Reads every cell that isn't empty by a function that only looks at it; where it would take the text without the blanks
  /// around it, the problem says so.
  @inline(__always)
  mutating func plainCodes(
    _ read: (UnsafeBufferPointer<UInt8>) -> Int32, problem: (String) -> CellProblem
  ) -> [Int32] {
    codes({ text, _ in read(text) }, problem: { problem($0).orBlanks(around: $0, read) })
  }

  mutating func report(_ row: Int, _ problem: CellProblem) {
    problems.append((row, problem))
  }

  /// Keeps how many cells were made good, if any were, and the place of the first.
  mutating func count(_ kind: Repair.Kind, _ count: Int, first row: Int) {
    if count > 0 { repair = (kind, count, Int(table.rowNumbers[row])) }
  }
}
