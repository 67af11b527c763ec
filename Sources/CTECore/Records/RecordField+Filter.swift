import CTEModel

extension RecordField {
  /// Returns the code that a text stands for, or nil where it is an identifier that no record has.
  ///
  /// - Throws: `ChangeError` where the text is no value of the field's kind, without the text, which may be a student's.
  func code(of text: String, _ keys: KeyTables) throws(ChangeError) -> Int32? {
    if text.isEmpty { return missingCode }
    if let domain = kind.keyDomain { return keys[domain].knownNumber(for: text) }
    if let code = kind.code(of: text), code != missingCode { return code }
    throw ChangeError(.impossible, "the text is no value of '\(name)'; write \(kind.form)")
  }
}

extension FieldKind {
  /// Returns the code that a text stands for by itself, or nil where it stands for none.
  fileprivate func code(of text: String) -> Int32? {
    switch self {
    case .day: CalendarDay(isoText: text)?.ordinal
    case .boolean: ["true": 1, "false": 0][text]
    case .year, .integer: Int32(text)
    case .hundredths: Self.hundredths(text)
    case .key, .wordSet, .text: nil
    }
  }

  private static func hundredths(_ text: String) -> Int32? {
    guard let parts = text.wholeMatch(of: #/(-?)([0-9]{1,7})(?:\.([0-9]{1,2}))?/#)?.output,
      let whole = Int32(parts.2)
    else { return nil }
    let places = parts.3.map { $0.count == 1 ? $0 + "0" : $0 } ?? "00"
    return Int32(places).map { (parts.1.isEmpty ? 1 : -1) * (whole * 100 + $0) }
  }

  /// How values are written, for a sentence.
  fileprivate var form: String {
    switch self {
    case .day: "a day as yyyy-mm-dd"
    case .boolean: "true or false"
    case .year: "a year with four digits, such as 2026"
    case .integer: "a whole number"
    case .hundredths: "a number with at most two decimal places, such as 0.5"
    case .key, .wordSet, .text: "another"
    }
  }
}
