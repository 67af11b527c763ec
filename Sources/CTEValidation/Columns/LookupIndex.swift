import CTEModel
import CTERulePack

/// Finds the records of a look-up: sorted by the fields that it asks for, with a directory over the most telling one.
final class LookupIndex {
  /// The columns of the records, by the field's place in the type.
  let columns: [CodeBuffer?]
  /// What each further field must equal, after the one of the directory.
  let rest: [(column: CodeBuffer, value: FieldPath)]
  /// What the field of the directory must equal.
  let pivot: FieldPath
  /// Whether nothing follows from what isn't found.
  let isPartial: Bool
  private let directory: CodeDirectory

  /// Builds the index of a table.
  ///
  /// - Parameter year: The year to which the table was limited, if it was; that condition then holds already.
  init(_ lookup: Lookup, table: ReferenceTable, isOfOneYear: Bool) {
    isPartial = table.isPartial
    let conditions = Self.sorted(lookup, table: table, isOfOneYear: isOfOneYear)
    let fields = conditions.map(\.field)
    let order = Self.order(of: table, by: fields)
    columns = table.columns.map { column in
      column.map { codes in CodeBuffer(order.map { order in order.map { codes[$0] } } ?? codes) }
    }
    pivot = conditions[0].value
    var rest: [(column: CodeBuffer, value: FieldPath)] = []
    for condition in conditions.dropFirst() {
      if let column = columns[condition.field] { rest.append((column, condition.value)) }
    }
    self.rest = rest
    directory = CodeDirectory(over: columns[fields[0]], count: table.rowCount)
  }

  /// Returns the range of records whose directory field has a code.
  @inline(__always)
  func range(of code: Int32) -> (low: Int32, high: Int32) {
    let range = directory.range(of: code)
    guard directory.isShared, let column = directory.column else { return range }
    return narrow(range, column: column, to: code)
  }

  /// Returns the part of a range in which a further field has a code. Ranges are sorted by the further fields in turn.
  @inline(__always)
  func narrow(_ range: (low: Int32, high: Int32), column: CodeBuffer, to code: Int32) -> (
    low: Int32, high: Int32
  ) {
    var low = range.low
    var high = range.high
    // Long ranges are halved until few are left; the border is then walked to.
    while high - low > 8 {
      let middle = low + (high - low) / 2
      if column.base[Int(middle)] < code { low = middle + 1 } else { high = middle }
    }
    while low < range.high, column.base[Int(low)] < code { low += 1 }
    high = low
    while high < range.high, column.base[Int(high)] == code { high += 1 }
    return (low, high)
  }

  /// The conditions with the most telling first. A table limited to a year needs no condition on it.
  private static func sorted(
    _ lookup: Lookup, table: ReferenceTable, isOfOneYear: Bool
  ) -> [(field: Int, value: FieldPath)] {
    let conditions = lookup.conditions.filter { condition in
      !(isOfOneYear && lookup.type.fields[condition.field].kind == .year
        && condition.value == .year)
    }
    let ratings = conditions.map { condition in
      lookup.type.fields[condition.field].kind.keyDomain == nil
        ? -1 : table.columns[condition.field]?.max() ?? 0
    }
    let first = ratings.indices.max { ratings[$0] < ratings[$1] } ?? 0
    return [conditions[first]] + conditions.indices.filter { $0 != first }.map { conditions[$0] }
  }

  /// Returns the order that sorts a table by fields, or nil where it is sorted already, as stores often have it.
  private static func order(of table: ReferenceTable, by fields: [Int]) -> [Int]? {
    let keys = fields.map { table.columns[$0] ?? [] }
    func precedes(_ first: Int, _ second: Int) -> Bool {
      for key in keys where key[first] != key[second] { return key[first] < key[second] }
      return false
    }
    let isSorted = table.rowCount < 2 || !(1..<table.rowCount).contains { precedes($0, $0 - 1) }
    return isSorted ? nil : (0..<table.rowCount).sorted(by: precedes)
  }
}

/// Where the records of each code begin in a sorted column.
///
/// Where codes are few and far between, as those of a small file's students are, several of them share a place.
private struct CodeDirectory {
  /// The column.
  let column: CodeBuffer?
  private let starts: CodeBuffer
  private let greatest: Int32
  private let shift: Int32

  /// Whether a place may stand for several codes.
  var isShared: Bool { shift > 0 }

  init(over column: CodeBuffer?, count: Int) {
    self.column = column
    guard let column, count > 0 else {
      (starts, greatest, shift) = (CodeBuffer([0, 0]), -1, 0)
      return
    }
    greatest = max(0, column.base[count - 1])
    var shift: Int32 = 0
    while Int(greatest >> shift) > count * 4 { shift += 1 }
    self.shift = shift
    let last = Int(greatest >> shift)
    starts = CodeBuffer(capacity: last + 2)
    var row = 0
    for place in 0...last {
      while row < count, column.base[row] >> shift < Int32(place) { row += 1 }
      starts.base[place] = Int32(row)
    }
    starts.base[last + 1] = Int32(count)
  }

  /// Returns the range of records in the place of a code.
  @inline(__always)
  func range(of code: Int32) -> (low: Int32, high: Int32) {
    guard code >= 0, code <= greatest else { return (0, 0) }
    let place = Int(code >> shift)
    return (starts.base[place], starts.base[place + 1])
  }
}
