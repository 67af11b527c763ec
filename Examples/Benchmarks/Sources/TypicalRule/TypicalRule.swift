import CEL

/// A rule as packs have many, over the typed columns of a batch, and what a programmer would write in its place.
public struct TypicalRule {
  /// The rule.
  public static let text = "passed && credits >= 1.0 && code.startsWith(\"IC\")"
  /// How many rows the batch has.
  public static let rowCount = 4096

  private let evaluator: BatchEvaluator
  private let closure: (Int) -> Bool

  /// Compiles the rule.
  ///
  /// - Throws: `SourceIssues` where the language doesn't know the rule any more.
  public init() throws {
    let columns = SampleColumns(rowCount: Self.rowCount)
    var environment = Environment()
    environment.declare("passed", as: .bool)
    environment.declare("credits", as: .double)
    environment.declare("code", as: .string)
    evaluator = BatchEvaluator(try environment.check(Self.text), sources: columns.sources)
    closure = columns.closure
  }

  /// Returns whether the rule holds of a row, as the language answers of that row alone.
  ///
  /// - Throws: `EvaluationError` where the row would cost more than it may.
  @inline(__always)
  public func isTrueByLanguage(row: Int) throws -> Bool { try evaluator.answer(row: row) == .yes }

  /// Returns whether the rule holds of a row, as the closure answers.
  @inline(__always)
  public func isTrueByClosure(row: Int) -> Bool { closure(row) }

  /// Returns of how many rows the rule holds, as the language answers of many at once.
  ///
  /// - Throws: `RowTrouble` where a row would cost more than it may.
  @inline(never)
  public func countByLanguage() throws -> Int {
    try evaluator.answers(rows: 0..<Self.rowCount).count { $0 == .yes }
  }

  /// Returns of how many rows the rule holds, as the language answers of one after the other.
  ///
  /// - Throws: `EvaluationError` where a row would cost more than it may.
  @inline(never)
  public func countByLanguageRowByRow() throws -> Int {
    var count = 0
    for row in 0..<Self.rowCount where try isTrueByLanguage(row: row) { count += 1 }
    return count
  }

  /// Returns of how many rows the rule holds, as the closure answers.
  @inline(never)
  public func countByClosure() -> Int {
    var count = 0
    for row in 0..<Self.rowCount where isTrueByClosure(row: row) { count += 1 }
    return count
  }
}
