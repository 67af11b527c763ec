extension PackLoader {
  /// Reads `identifiers.yaml`.
  func identifierSchemes() -> [String: IdentifierScheme] {
    guard let file = files.file("identifiers") else { return [:] }
    var schemes: [String: IdentifierScheme] = [:]
    for (name, _, value) in MappingReader(file.root, log: log).all where name != "replaces" {
      schemes[name] = scheme(name, MappingReader(value, log: log))
    }
    return schemes
  }

  private func scheme(_ name: String, _ reader: MappingReader) -> IdentifierScheme? {
    for key in ["summary", "source"] { _ = reader.requiredText(key) }
    let digits = reader.number("digits")
    let restoresZeros = reader.flag("restoreZeros") ?? false
    let maximumLength = reader.number("maximumLength")
    let ignores = reader.flag("ignoreCaseAndBlanks") ?? false
    reader.finish()
    switch (digits, maximumLength) {
    case (let digits?, nil) where (1...18).contains(digits) && !ignores:
      return IdentifierScheme(name: name, form: .digits(digits, restoresZeros: restoresZeros))
    case (nil, let length?) where (1...1000).contains(length) && !restoresZeros:
      return IdentifierScheme(
        name: name, form: .text(maximumLength: length, ignoresCaseAndBlanks: ignores))
    default:
      log.report(
        at: reader.origin, "a scheme has either 'digits' (1 to 18) or 'maximumLength' (1 to 1000)",
        help: "'restoreZeros' goes with digits, 'ignoreCaseAndBlanks' with a length")
      return nil
    }
  }

  /// Reads the code lists of `codes/`.
  func codeLists() -> [String: CodeList] {
    var lists: [String: CodeList] = [:]
    for file in files.files(in: "codes") {
      let reader = MappingReader(file.root, log: log)
      for key in ["summary", "source"] { _ = reader.requiredText(key) }
      _ = reader.text("replaces")
      var labels: [String: String] = [:]
      for (code, key, value) in reader.mapping("codes")?.all ?? [] {
        labels[code] = value.scalar ?? code
        if value.scalar == nil { log.report(at: key.origin, "a code stands before its label") }
      }
      reader.finish()
      lists[file.name] = CodeList(name: file.name, labels: labels)
    }
    return lists
  }
}
