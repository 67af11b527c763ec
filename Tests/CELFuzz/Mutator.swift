import CTETestKit

/// Changes expressions at random, so that every layer meets what nobody would write.
struct Mutator {
  private let corpus: [String]

  init(corpus: [String]) {
    self.corpus = corpus
  }

  private static let pieces: [String] = [
    "(", ")", "[", "]", "{", "}", ".", ".?", "[?", ",", "?", ":", "==", "!=", "<", "<=", "&&", "||",
    "!", "-", "+", "*", "/", "%", " in ", "true", "null", "'", "\"", "'''", "r'", "b'", "\\",
    "\\u00",
    "\\U0001F600", "\\x", "0x", "1e", "1e308", "u", "9223372036854775808", "18446744073709551616u",
    "`", "//", "\n", "\u{0}", "é", "👩‍👩‍👧", "has(", "size(", "int(", "timestamp(", "duration(",
    ".map(e, ", ".exists(e, ", ".all(a, b, ", ".transformMap(k, v, ", "cel.bind(z, ", ".matches('",
    "(a+)+$", "[[:alpha:]]", "{1000}", ".format([", "%.900e", "optional.of(", ".optMap(q, ", "dyn(",
    "type(", "b", "i", "u", "d", "s", "y", "t", "p", "l", "k", "m", "o", "r", "c", "x", "gone", "w",
    ".code", ".grade", "course{", "half(", ".shout()", "math.greatest(", "while", ".y", "x.y.z",
  ]

  /// Returns an expression that was made of others.
  func mutate(_ random: inout SeededGenerator) -> String {
    var scalars = Array(random.pick(corpus).unicodeScalars)
    for _ in 0...random.below(4) { change(&scalars, &random) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(2000))
    return String(text)
  }

  private func change(_ scalars: inout [Unicode.Scalar], _ random: inout SeededGenerator) {
    let start = random.below(scalars.count + 1)
    let end = min(scalars.count, start + random.below(8))
    switch random.below(7) {
    case 0: scalars.removeSubrange(start..<end)
    case 1, 2: scalars.insert(contentsOf: random.pick(Self.pieces).unicodeScalars, at: start)
    case 3: scalars.replaceSubrange(start..<end, with: random.pick(Self.pieces).unicodeScalars)
    case 4:
      let other = Array(random.pick(corpus).unicodeScalars)
      let from = random.below(other.count + 1)
      scalars.insert(contentsOf: other[from..<min(other.count, from + 20)], at: start)
    case 5: scalars.insert(contentsOf: scalars[start..<end], at: start)
    default:
      if start < scalars.count, let scalar = Unicode.Scalar(UInt32(random.below(0x300))) {
        scalars[start] = scalar
      }
    }
  }
}
