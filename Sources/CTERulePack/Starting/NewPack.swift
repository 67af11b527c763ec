public import CTEModel

/// A small, complete pack of an invented state, from which an author starts.
///
/// ```swift
/// let pack = try NewPack(named: "lakeland", years: FiscalYear(2026)...FiscalYear(2027))
/// try pack.write(in: folder)  // folder/lakeland/pack.yaml, …
/// ```
///
/// It loads without an issue, passes its own tests, and teaches by its comments. All of its data is synthetic.
public struct NewPack: Sendable {
  /// The name of the pack and of its folder, in kebab-case.
  public let name: String
  /// The pack's name for people.
  public let title: String
  /// The fiscal years that it covers.
  public let years: ClosedRange<FiscalYear>

  /// The pack that every new one extends.
  public static let base = "perkins"

  private static let mostYears = 10
  private static let longestName = 64

  /// Plans a pack; nothing is written yet.
  ///
  /// - Parameters:
  ///   - name: The name in kebab-case, such as `north-lakeland`.
  ///   - title: The name for people; nil for the words of the name.
  ///   - years: The fiscal years to cover, at most ten.
  ///   - taken: The names of packs that are found by name, such as those that ship with the package.
  /// - Throws: `PackWritingError` where no pack can be called so or cover the years.
  public init(
    named name: String, title: String? = nil, years: ClosedRange<FiscalYear>,
    besides taken: [String] = []
  ) throws(PackWritingError) {
    try Self.check(name: name)
    guard !taken.contains(name) else {
      throw PackWritingError(
        .badName, "a pack named '\(name)' is there already; choose another name")
    }
    let title = title ?? Self.title(for: name)
    try Self.check(title: title)
    try Self.check(years)
    (self.name, self.title, self.years) = (name, title, years)
  }

  private static func check(name: String) throws(PackWritingError) {
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    let areWords = words.allSatisfy { word in
      !word.isEmpty
        && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
    guard areWords, name.utf8.count <= longestName, name.first?.isLetter == true else {
      throw PackWritingError(
        .badName,
        "'\(name)' is no pack's name; use lower-case letters, digits and hyphens, such as north-lakeland"
      )
    }
    guard name != base else {
      throw PackWritingError(
        .badName, "the new pack extends '\(base)', so it needs another name")
    }
  }

  private static func title(for name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  private static func check(title: String) throws(PackWritingError) {
    let strangers = title.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\\" || scalar.properties.generalCategory == .control
    }
    guard !strangers, title.contains(where: { !$0.isWhitespace }) else {
      throw PackWritingError(
        .badTitle,
        "a title is one line of text without quotation marks and backslashes, such as North Lakeland"
      )
    }
  }

  private static func check(_ years: ClosedRange<FiscalYear>) throws(PackWritingError) {
    let (first, last) = (years.lowerBound.number, years.upperBound.number)
    guard (1001...9998).contains(first), last <= 9998 else {
      throw PackWritingError(.badYears, "a fiscal year is one from 1001 to 9998, such as 2026")
    }
    guard last - first < mostYears else {
      throw PackWritingError(
        .badYears,
        "\(first) to \(last) are more than \(mostYears) years; begin with fewer, and add others later"
      )
    }
  }
}
