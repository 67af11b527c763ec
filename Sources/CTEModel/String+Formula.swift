extension String {
  /// Whether a spreadsheet program would take the text for a formula, once somebody opens, edits or saves it as text.
  package var looksLikeFormula: Bool {
    // A mark that joins the letter before it must not hide a sign, so scalars are looked at, not characters.
    let begin = unicodeScalars.first { $0 != " " }
    return begin.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
  }
}
