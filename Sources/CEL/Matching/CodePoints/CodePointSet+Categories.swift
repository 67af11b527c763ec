extension CodePointSet {
  /// The general categories of Unicode by name, as RE2 knows them: `Lu`, all of `L`, and `Any`.
  ///
  /// As in RE2, what isn't assigned has no name and is in no category but `Any`.
  static let categories: [String: CodePointSet] = {
    var ranges: [String: [ClosedRange<UInt32>]] = ["Any": [0...maximum]]
    for (category, range) in categoryRuns() {
      guard let name = categoryNames[category] else { continue }
      ranges[name, default: []].append(range)
    }
    for (name, members) in ranges where name != "Any" {
      ranges[String(name.prefix(1)), default: []] += members
    }
    return ranges.mapValues { CodePointSet($0) }
  }()

  private static let categoryNames: [Unicode.GeneralCategory: String] = [
    .control: "Cc", .format: "Cf", .privateUse: "Co", .surrogate: "Cs",
    .lowercaseLetter: "Ll", .modifierLetter: "Lm", .otherLetter: "Lo",
    .titlecaseLetter: "Lt", .uppercaseLetter: "Lu",
    .spacingMark: "Mc", .enclosingMark: "Me", .nonspacingMark: "Mn",
    .decimalNumber: "Nd", .letterNumber: "Nl", .otherNumber: "No",
    .connectorPunctuation: "Pc", .dashPunctuation: "Pd", .closePunctuation: "Pe",
    .finalPunctuation: "Pf", .initialPunctuation: "Pi", .otherPunctuation: "Po",
    .openPunctuation: "Ps",
    .currencySymbol: "Sc", .modifierSymbol: "Sk", .mathSymbol: "Sm", .otherSymbol: "So",
    .lineSeparator: "Zl", .paragraphSeparator: "Zp", .spaceSeparator: "Zs",
  ]

  /// The same categories, for a pattern that ignores case.
  static let categoriesFoldingCase = categories.mapValues(\.foldingCase)

  /// Returns the neighbors of one category as one range, in ascending order.
  private static func categoryRuns() -> [(Unicode.GeneralCategory, ClosedRange<UInt32>)] {
    var runs: [(Unicode.GeneralCategory, ClosedRange<UInt32>)] = []
    var first: UInt32 = 0
    var category = Unicode.GeneralCategory.control
    for value in 1...maximum + 1 {
      // Planes 4 to 13 are empty and 15 and 16 private: asking for each would take three times as
      // long, and the first and last code points tell as much.
      let plane = value >> 16
      let isUniform = (4...13).contains(plane) || plane == 15 || plane == 16
      if isUniform && (1..<0xFFFD).contains(value & 0xFFFF) { continue }
      let next = Unicode.Scalar(value)?.properties.generalCategory ?? .surrogate
      if next == category { continue }
      runs.append((category, first...value - 1))
      first = value
      category = next
    }
    return runs
  }
}
