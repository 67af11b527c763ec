/// A fiscal or school year, named by the calendar year in which it ends.
///
/// ```swift
/// FiscalYear(2022).description  // "2022": 1 July 2021 to 30 June 2022 in most states
/// ```
public struct FiscalYear: Hashable, Comparable, Sendable {
  /// The calendar year in which the fiscal year ends, such as 2022.
  public let number: Int

  /// Creates a fiscal year from the calendar year in which it ends.
  public init(_ number: Int) {
    self.number = number
  }

  /// Returns whether the first year ends before the second.
  public static func < (first: FiscalYear, second: FiscalYear) -> Bool {
    first.number < second.number
  }
}

extension FiscalYear: CustomStringConvertible {
  /// The four digits of the year.
  public var description: String { String(number) }
}
