extension String {
  /// The text with a sign in the place of characters that would move a terminal's cursor or change its colors.
  package var printable: String {
    var text = ""
    for scalar in unicodeScalars {
      text.unicodeScalars.append(
        scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return text
  }

  func leftPadded(to length: Int, with sign: Character = " ") -> String {
    String(repeating: sign, count: max(0, length - count)) + self
  }

  func padded(to length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }
}
