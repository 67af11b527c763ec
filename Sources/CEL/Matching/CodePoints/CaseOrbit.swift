/// A code point and all that differ from it by case only.
struct CaseOrbit: Equatable, Sendable {
  let codePoint: UInt32
  /// The orbit, in ascending order, with the code point itself.
  let members: [UInt32]

  /// The orbits of the ASCII letters, so that few patterns have to wait for all.
  static let ascii: [CaseOrbit] = {
    let orbits = (UInt32(0x41)...0x5A).map { capital in
      // Capitals and small letters, the long s and the sign of Kelvin.
      switch capital {
      case 0x4B: [capital, capital + 0x20, 0x212A]
      case 0x53: [capital, capital + 0x20, 0x17F]
      default: [capital, capital + 0x20]
      }
    }
    return [0, 1].flatMap { place in
      orbits.map { CaseOrbit(codePoint: $0[place], members: $0) }
    }
  }()

  /// Every orbit of two or more, once for each member, in ascending order.
  static let all: [CaseOrbit] = {
    var orbits: [UInt32: [UInt32]] = [:]
    for name in ["Lu", "Ll", "Lt", "Mn", "Nl", "So"] {
      for range in CodePointSet.categories[name]?.ranges ?? [] {
        for codePoint in range { orbits[folded(codePoint), default: []].append(codePoint) }
      }
    }
    let several = orbits.values.filter { $0.count > 1 }.map { $0.sorted() }
    return several.flatMap { members in
      members.map { CaseOrbit(codePoint: $0, members: members) }
    }.sorted { $0.codePoint < $1.codePoint }
  }()

  /// Returns what all code points of one orbit have in common: the small letter of the capital one.
  private static func folded(_ codePoint: UInt32) -> UInt32 {
    // Unicode folds the dotless i to itself though its capital is an ordinary I:
    // https://www.unicode.org/Public/UCD/latest/ucd/CaseFolding.txt
    guard let scalar = Unicode.Scalar(codePoint), scalar != "\u{131}" else { return codePoint }
    let capital = single(scalar.properties.uppercaseMapping) ?? scalar
    return (single(capital.properties.lowercaseMapping) ?? capital).value
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
  }
}

extension CodePointSet {
  /// The set with all that differs from a member by case only.
  var foldingCase: CodePointSet {
    let isASCII = ranges.allSatisfy { $0.upperBound < 0x80 }
    let orbits = isASCII ? CaseOrbit.ascii : CaseOrbit.all
    var others: [ClosedRange<UInt32>] = []
    for range in ranges {
      var index = orbits.firstIndex(notBefore: range.lowerBound)
      while index < orbits.count, orbits[index].codePoint <= range.upperBound {
        others += orbits[index].members.map { $0...$0 }
        index += 1
      }
    }
    return others.isEmpty ? self : CodePointSet(ranges + others)
  }
}

extension [CaseOrbit] {
  /// Returns the index of the first orbit at or behind a code point.
  fileprivate func firstIndex(notBefore codePoint: UInt32) -> Int {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if self[middle].codePoint < codePoint { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
