/// Numbers of a packed column, laid out for the rows of a stretch.
struct CodeReader {
  let content: PackedColumn.Content
  let missing: Int32
  let read: (Stretch) -> UnsafePointer<Int32>

  /// Numbers that stand at the rows themselves.
  init(_ column: PackedColumn) {
    content = column.content
    missing = column.missing
    read = { column.cells.base + $0.first }
  }

  /// Numbers that stand at the first record that each row finds.
  init(_ column: PackedColumn, in ranges: RowRanges) {
    let missing = column.missing
    let found = Scratch(repeating: missing)
    content = column.content
    self.missing = missing
    read = { stretch in
      let (numbers, found) = (column.cells.base, found.base)
      let (lows, highs) = (ranges.lows.base + stretch.first, ranges.highs.base + stretch.first)
      for row in 0..<stretch.count {
        let low = lows[row]
        found[row] = low >= 0 && low < highs[row] ? numbers[Int(low)] : missing
      }
      return UnsafePointer(found)
    }
  }

  /// How many records each row finds.
  init(countOf ranges: RowRanges) {
    let counts = Scratch<Int32>(repeating: 0)
    content = .int
    missing = .min
    read = { stretch in
      let counts = counts.base
      let (lows, highs) = (ranges.lows.base + stretch.first, ranges.highs.base + stretch.first)
      for row in 0..<stretch.count {
        counts[row] = lows[row] < 0 ? .min : highs[row] &- lows[row]
      }
      return UnsafePointer(counts)
    }
  }
}

extension Kernels {
  static func constant(_ holds: Bool) -> Kernel {
    { $0.states.update(repeating: State.of(holds), count: $0.count) }
  }

  /// Whether there is a number.
  static func presence(of codes: CodeReader) -> Kernel {
    { stretch in
      let (numbers, states) = (codes.read(stretch), stretch.states)
      for row in 0..<stretch.count { states[row] = State.of(numbers[row] != codes.missing) }
    }
  }

  /// Whether numbers lie where a comparison with a value holds.
  static func within(_ interval: Interval, _ codes: CodeReader) -> Kernel {
    { stretch in
      let (numbers, states, missing) = (codes.read(stretch), stretch.states, codes.missing)
      for row in 0..<stretch.count {
        let number = numbers[row]
        states[row] = number == missing ? State.missing : State.of(interval.holds(number))
      }
    }
  }

  /// Whether numbers of the same content stand to each other as a sign says.
  static func compare(_ sign: Comparison, _ first: CodeReader, _ second: CodeReader) -> Kernel {
    switch sign {
    case .equal: compare(first, second) { $0 == $1 }
    case .notEqual: compare(first, second) { $0 != $1 }
    case .less: compare(first, second) { $0 < $1 }
    case .lessOrEqual: compare(first, second) { $0 <= $1 }
    case .greater: compare(first, second) { $0 > $1 }
    case .greaterOrEqual: compare(first, second) { $0 >= $1 }
    }
  }

  @inline(__always)
  private static func compare(
    _ first: CodeReader, _ second: CodeReader, _ holds: @escaping (Int32, Int32) -> Bool
  ) -> Kernel {
    { stretch in
      let (numbers, others, states) = (first.read(stretch), second.read(stretch), stretch.states)
      let (missing, missingOther) = (first.missing, second.missing)
      for row in 0..<stretch.count {
        let isMissing = numbers[row] == missing || others[row] == missingOther
        states[row] = isMissing ? State.missing : State.of(holds(numbers[row], others[row]))
      }
    }
  }

  // MARK: - Columns that are read cell by cell

  /// Whether there is a value.
  static func presence(at isThere: @escaping (Int) -> Bool) -> Kernel {
    { stretch in
      for row in 0..<stretch.count where stretch.asked[row] != 0 {
        stretch.states[row] = State.of(isThere(stretch.first + row))
      }
    }
  }

  /// Whether values have a property.
  static func each<Cell>(
    _ read: @escaping (Int) -> Cell?, _ holds: @escaping (Cell) -> Bool
  ) -> Kernel {
    { stretch in
      for row in 0..<stretch.count where stretch.asked[row] != 0 {
        stretch.states[row] = read(stretch.first + row).map { State.of(holds($0)) } ?? State.missing
      }
    }
  }

  /// Whether values stand to a value as a sign says.
  static func compare<Cell: Comparable>(
    _ sign: Comparison, _ read: @escaping (Int) -> Cell?, with other: Cell
  ) -> Kernel {
    switch sign {
    case .equal: each(read) { $0 == other }
    case .notEqual: each(read) { $0 != other }
    case .less: each(read) { $0 < other }
    case .lessOrEqual: each(read) { $0 <= other }
    case .greater: each(read) { $0 > other }
    case .greaterOrEqual: each(read) { $0 >= other }
    }
  }

  /// Whether values stand to each other as a sign says.
  static func compare<Cell: Comparable>(
    _ sign: Comparison, _ read: @escaping (Int) -> Cell?, _ readOther: @escaping (Int) -> Cell?
  ) -> Kernel {
    let pairs: (Int) -> (Cell, Cell)? = { row in
      guard let cell = read(row), let other = readOther(row) else { return nil }
      return (cell, other)
    }
    return switch sign {
    case .equal: each(pairs) { $0.0 == $0.1 }
    case .notEqual: each(pairs) { $0.0 != $0.1 }
    case .less: each(pairs) { $0.0 < $0.1 }
    case .lessOrEqual: each(pairs) { $0.0 <= $0.1 }
    case .greater: each(pairs) { $0.0 > $0.1 }
    case .greaterOrEqual: each(pairs) { $0.0 >= $0.1 }
    }
  }
}
