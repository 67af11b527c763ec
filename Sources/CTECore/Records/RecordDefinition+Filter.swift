import CTERulePack

extension RecordDefinition {
  /// Returns texts by the name of the field as records have them: identifiers with the zeros that are easily left out, as
  /// uploads and entries get them too.
  func written(_ filter: [String: String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: filter.map { name, text in
        (name, fields[name]?.scheme?.written(text) ?? text)
      })
  }
}

extension IdentifierScheme {
  fileprivate func written(_ text: String) -> String {
    guard case .digits(let count, restoresZeros: true) = form, !text.isEmpty,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return text }
    return text.leftPadded(to: count, with: "0")
  }
}
