extension KernelCompiler {
  /// Returns how it is asked whether among the records that rows find there is one whose fields are such, and equal those
  /// of the row.
  func existence(_ comprehension: Comprehension) -> Kernel? {
    guard comprehension.form == .exists, comprehension.locals.count == 1,
      let condition = comprehension.condition, comprehension.result == nil,
      case .variable(let variable) = comprehension.range.kind,
      case .recordRanges(let columns, let ranges) = sources[variable]
    else { return nil }
    let element = Element(local: comprehension.locals[0], columns: columns)
    var parts = [condition]
    if case .logic(isAnd: true, let nodes) = condition.kind { parts = nodes }
    var probes: [Probe] = []
    for part in parts {
      guard let probe = probe(part, element) else { return nil }
      probes.append(probe)
    }
    // Each part of the condition costs one at the most, which constants are held to, and each element one more.
    let search = Search(
      ranges, probes, greatestCount: Int(clamping: share / UInt64(2 + condition.size)))
    return { search.answer($0) }
  }

  /// The record for which a macro's variable stands.
  private struct Element {
    let local: Int
    let columns: [String: Column]

    func column(_ node: TypedNode) -> PackedColumn? {
      guard case .select(let operand, let field, isOptional: false) = node.kind,
        case .local(local) = operand.kind, case .packed(let column)? = columns[field]
      else { return nil }
      return column
    }
  }

  private func probe(_ node: TypedNode, _ element: Element) -> Probe? {
    if let column = element.column(node) {
      guard case .bool = column.content else { return nil }
      return Probe(column, .exactly(1))
    }
    guard case .call(let name, let overloads, let arguments) = node.kind, arguments.count == 2,
      let sign = Comparison(rawValue: name), !overloads.contains(where: \.isHost)
    else { return nil }
    return probe(arguments[0], sign, arguments[1], element)
      ?? probe(arguments[1], sign.exchanged, arguments[0], element)
  }

  private func probe(
    _ field: TypedNode, _ sign: Comparison, _ other: TypedNode, _ element: Element
  ) -> Probe? {
    guard let column = element.column(field) else { return nil }
    if case .codes(let codes)? = cell(other) {
      guard sign == .equal, codes.content.isSame(as: column.content) else { return nil }
      return Probe(column, .exactly(0), codes)
    }
    var compiler = compiler
    let code = compiler.code(other)
    guard code.cost <= other.size, let value = code.constant else { return nil }
    return column.content.interval(sign, value).map { Probe(column, $0) }
  }
}

extension TypedNode {
  /// How many parts there are, with this one.
  fileprivate var size: Int { parts.reduce(1) { $0 + $1.size } }
}

/// What a field of a record must be.
private struct Probe {
  let column: PackedColumn
  let interval: Interval
  /// The row's own value, which the field must equal, where there is one.
  let wanted: CodeReader?

  init(_ column: PackedColumn, _ interval: Interval, _ wanted: CodeReader? = nil) {
    (self.column, self.interval, self.wanted) = (column, interval, wanted)
  }
}

/// Searches the records that rows find.
private final class Search {
  private let ranges: RowRanges
  private let probes: [Probe]
  private let greatestCount: Int
  private let tests: UnsafeMutableBufferPointer<Test>

  /// What a field must be for a row.
  private struct Test {
    var numbers: UnsafePointer<Int32>
    var missing: Int32
    var interval: Interval
    var wanted: UnsafePointer<Int32>?
    var missingWanted: Int32 = .min
    var isWantedMissing = false

    init(_ probe: Probe, _ stretch: Stretch) {
      numbers = probe.column.cells.base
      missing = probe.column.missing
      interval = probe.interval
      guard let codes = probe.wanted else { return }
      wanted = codes.read(stretch)
      missingWanted = codes.missing
    }

    mutating func prepare(_ row: Int) {
      guard let wanted else { return }
      interval = .exactly(wanted[row])
      isWantedMissing = wanted[row] == missingWanted
    }
  }

  init(_ ranges: RowRanges, _ probes: [Probe], greatestCount: Int) {
    (self.ranges, self.probes, self.greatestCount) = (ranges, probes, greatestCount)
    tests = .allocate(capacity: probes.count)
  }

  deinit {
    tests.deallocate()
  }

  func answer(_ stretch: Stretch) {
    for (place, probe) in probes.enumerated() {
      tests.initializeElement(at: place, to: Test(probe, stretch))
    }
    let (lows, highs) = (ranges.lows.base + stretch.first, ranges.highs.base + stretch.first)
    for row in 0..<stretch.count where stretch.asked[row] != 0 {
      let (low, high) = (Int(lows[row]), Int(highs[row]))
      if low < 0 {
        stretch.states[row] = State.missing
      } else if high - low > greatestCount {
        stretch.states[row] = State.open
      } else {
        for place in tests.indices { tests[place].prepare(row) }
        stretch.states[row] = search(low, high)
      }
    }
  }

  @inline(__always)
  private func search(_ low: Int, _ high: Int) -> UInt8 {
    var outcome = State.no
    var record = low
    while record < high {
      let state = state(of: record)
      if state == State.yes { return state }
      outcome = max(outcome, state)
      record += 1
    }
    return outcome
  }

  @inline(__always)
  private func state(of record: Int) -> UInt8 {
    var state = State.yes
    for test in tests {
      let number = test.numbers[record]
      if test.isWantedMissing || number == test.missing {
        state = State.missing
      } else if !test.interval.holds(number) {
        return State.no
      }
    }
    return state
  }
}
