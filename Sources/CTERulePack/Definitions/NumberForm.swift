/// How numbers are written: how many digits may stand before and after the period.
///
/// ```swift
/// NumberForm("nn.nn")?.wholeDigits  // 2
/// ```
struct NumberForm {
  let wholeDigits: Int
  /// How many digits may stand after the period; 0 for whole numbers.
  let decimals: Int

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "n" } })
    else { return nil }
    wholeDigits = parts[0].count
    decimals = parts.count == 2 ? parts[1].count : 0
  }
}
