/// What a cell of a workbook can hold.
enum CellText {
  /// How many UTF-16 units spreadsheet programs take in a cell.
  static let longest = 32_767
  private static let ending = " … (cut: the cell is full)"

  /// Returns a text that fits into a cell, with an ending that says so where it was cut.
  static func capped(_ text: String) -> String {
    guard text.utf8.count > longest, text.utf16.count > longest else { return text }
    var kept = String.UnicodeScalarView()
    var room = longest - ending.utf16.count
    for scalar in text.unicodeScalars {
      room -= scalar.utf16.count
      if room < 0 { break }
      kept.append(scalar)
    }
    return String(kept) + ending
  }

  /// Returns a text as the cells of a workbook hold it: what XML can't carry stands as `_x` and its number.
  ///
  /// Programs take those marks back, so that a text that has one by itself must be kept from that: ECMA-376 part 1, 22.4.2.4.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - longest: How many UTF-16 units are kept; never a part of a mark.
  static func marked(_ text: String, atMost longest: Int = .max) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF }) else {
      return text
    }
    var result = ""
    var room = longest
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let piece = piece(for: scalar, before: scalars[index...].prefix(7))
      room -= piece.utf16.count
      if room < 0 { break }
      result.unicodeScalars.append(contentsOf: piece.unicodeScalars)
    }
    return result
  }

  /// Returns a text as a cell holds it that has no more room than spreadsheet programs give it: marks take room too.
  static func content(_ text: String) -> String {
    let whole = marked(capped(text))
    guard whole.utf8.count > longest, whole.utf16.count > longest else { return whole }
    return marked(text, atMost: longest - ending.utf16.count) + ending
  }

  private static func piece(
    for scalar: Unicode.Scalar, before scalars: ArraySlice<Unicode.Scalar>
  ) -> String {
    if scalar == "_" && isMark(scalars) { return "_x005F_" }
    if XMLText.carries(scalar) && scalar != "\r" { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
  }

  private static func isMark(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let scalars = Array(scalars)
    return scalars.count == 7 && scalars[1] == "x" && scalars[6] == "_"
      && scalars[2...5].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
  }
}
