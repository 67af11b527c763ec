/// How the cells of a column are read for the rows of a batch.
enum CellReader {
  /// As numbers in memory.
  case codes(CodeReader)
  /// One by one, from a column that isn't packed.
  case cells(Column)
}

extension Source {
  /// The variable's cells, where it stands in a column.
  var cell: CellReader? {
    guard case .column(let column) = self else { return nil }
    if case .packed(let column) = column { return .codes(CodeReader(column)) }
    return .cells(column)
  }

  /// Returns the cells of a field, where the variable is a record with a column for it.
  func cell(of field: String) -> CellReader? {
    switch self {
    case .ownRecord(let columns): return columns[field].flatMap { Source.column($0).cell }
    case .firstRecord(let columns, let ranges):
      guard let column = columns[field] else { return nil }
      if case .packed(let column) = column { return .codes(CodeReader(column, in: ranges)) }
      return .cells(column.found { ranges.range(of: $0)?.first })
    case .record(let columns, let find):
      return columns[field].map { .cells($0.unpacked.found(find)) }
    default: return nil
    }
  }
}

extension Column {
  /// The same column, read cell by cell.
  var unpacked: Column {
    if case .packed(let column) = self { return column.plain }
    return self
  }

  /// Returns the column as it is read at rows that are found by others.
  fileprivate func found(_ find: @escaping (Int) -> Int?) -> Column {
    switch self {
    case .bool(let read): .bool { find($0).flatMap(read) }
    case .int(let read): .int { find($0).flatMap(read) }
    case .double(let read): .double { find($0).flatMap(read) }
    case .string(let read): .string { find($0).flatMap(read) }
    case .code(let codes, let read): .code(codes) { find($0).flatMap(read) }
    case .timestamp(let read): .timestamp { find($0).flatMap(read) }
    case .value(let read): .value { find($0).flatMap(read) }
    case .packed(let column): column.plain.found(find)
    }
  }
}

extension CellReader {
  /// Asks whether a cell is true, where cells are.
  var isTrue: Kernel? {
    switch self {
    case .codes(let codes):
      guard case .bool = codes.content else { return nil }
      return Kernels.within(.exactly(1), codes)
    case .cells(.bool(let read)): return Kernels.each(read) { $0 }
    default: return nil
    }
  }

  /// Asks whether there is a cell.
  var isThere: Kernel {
    switch self {
    case .codes(let codes): Kernels.presence(of: codes)
    case .cells(let column): Kernels.presence(at: column.isThere)
    }
  }

  /// Asks how cells stand to a value; nil where both aren't compared as they are.
  func compared(_ sign: Comparison, with value: Value) -> Kernel? {
    switch (self, value) {
    case (.codes(let codes), _):
      return codes.content.interval(sign, value).map { Kernels.within($0, codes) }
    case (.cells(.int(let read)), .int(let number)):
      return Kernels.compare(sign, read, with: number)
    case (.cells(.double(let read)), .double(let number)):
      return Kernels.compare(sign, read, with: number)
    case (.cells(.timestamp(let read)), .timestamp(let moment)):
      return Kernels.compare(sign, read, with: moment)
    case (.cells(.code(let codes, let read)), .string(let text)) where sign.isOfEquality:
      return codes.code(text).map { Kernels.compare(sign, read, with: $0) }
    default: return nil
    }
  }

  /// Asks how cells stand to others; nil where both aren't compared as they are.
  func compared(_ sign: Comparison, with other: CellReader) -> Kernel? {
    switch (self, other) {
    case (.codes(let first), .codes(let second)):
      guard first.content.isSame(as: second.content), sign.isOfEquality || !first.content.isText
      else { return nil }
      return Kernels.compare(sign, first, second)
    case (.cells(.int(let read)), .cells(.int(let readOther))):
      return Kernels.compare(sign, read, readOther)
    case (.cells(.double(let read)), .cells(.double(let readOther))):
      return Kernels.compare(sign, read, readOther)
    case (.cells(.timestamp(let read)), .cells(.timestamp(let readOther))):
      return Kernels.compare(sign, read, readOther)
    case (.cells(.code(let codes, let read)), .cells(.code(let others, let readOther)))
    where codes === others && sign.isOfEquality:
      return Kernels.compare(sign, read, readOther)
    default: return nil
    }
  }
}

extension Comparison {
  var isOfEquality: Bool { self == .equal || self == .notEqual }
}

extension PackedColumn.Content {
  fileprivate var isText: Bool {
    if case .text = self { return true }
    return false
  }
}
