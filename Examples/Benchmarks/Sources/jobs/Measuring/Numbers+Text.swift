import Foundation

extension Double {
  /// A time in seconds with three digits that count.
  var asSeconds: String {
    switch self {
    case ..<0.1: String(format: "%.1f ms", self * 1000)
    case ..<1: String(format: "%.3f s", self)
    default: String(format: "%.2f s", self)
    }
  }

  /// Bytes as mebibytes.
  var asMebibytes: String { String(format: "%.0f MiB", self / 1_048_576) }

  /// A ratio or another figure without a unit.
  var asFigure: String { String(format: "%.2f", self) }
}

extension Int {
  /// The number with its thousands apart.
  var grouped: String {
    let digits = String(self)
    return digits.enumerated().map { place, digit in
      place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }
}
