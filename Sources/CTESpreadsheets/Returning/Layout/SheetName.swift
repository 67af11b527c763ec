/// The names that sheets may have.
enum SheetName {
  /// Returns a name that spreadsheet programs take, as near as can be.
  static func valid(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar in
      scalar.value < 0x20 || "[]:*?/\\".unicodeScalars.contains(scalar) ? "_" : Character(scalar)
    }
    var valid = String(kept.drop { $0 == "'" })
    while valid.utf16.count > 31 || valid.hasSuffix("'") { valid.removeLast() }
    // The name "History" is the programs' own.
    return valid.allSatisfy(\.isWhitespace) || valid.lowercased() == "history" ? "Rows" : valid
  }
}
