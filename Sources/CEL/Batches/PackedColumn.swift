/// A column of numbers in memory, so that a question is asked of many rows at once.
public struct PackedColumn {
  /// What the numbers stand for.
  public enum Content {
    /// False (0) or true (1).
    case bool
    /// The whole numbers themselves.
    case int
    /// Floating-point numbers, in hundredths.
    case hundredths
    /// Midnights in UTC, by their days, of which one is 1970-01-01.
    case days(epoch: Int32)
    /// Texts.
    case text(TextCodes)
  }

  let cells: Cells
  let content: Content
  let missing: Int32

  /// Creates a column.
  ///
  /// - Parameters:
  ///   - cells: The numbers.
  ///   - content: What the numbers stand for.
  ///   - missing: The number that stands where a row has no value.
  public init(_ cells: Cells, of content: Content, missing: Int32) {
    self.cells = cells
    self.content = content
    self.missing = missing
  }

  /// The same column, read cell by cell.
  var plain: Column {
    switch content {
    case .bool: .bool { number(of: $0).map { $0 == 1 } }
    case .int: .int { number(of: $0).map { Int64($0) } }
    case .hundredths: .double { number(of: $0).map { Double($0) / 100 } }
    case .days(let epoch):
      .timestamp { number(of: $0).map { Timestamp(daysSince1970: Int64($0) - Int64(epoch)) } }
    case .text(let codes): .code(codes) { number(of: $0) }
    }
  }

  @inline(__always)
  private func number(of row: Int) -> Int32? {
    let number = cells.base[row]
    return number == missing ? nil : number
  }
}

extension PackedColumn.Content {
  /// Whether equal numbers stand for equal values, and lesser ones for lesser values, in both.
  func isSame(as other: Self) -> Bool {
    switch (self, other) {
    case (.int, .int), (.hundredths, .hundredths): true
    case (.days(let epoch), .days(let other)): epoch == other
    case (.text(let codes), .text(let others)): codes === others
    default: false
    }
  }
}
