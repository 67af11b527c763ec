import CEL

extension PackLoader {
  /// Reads `identifiers.yaml`.
  func identifierSchemes() -> [String: IdentifierScheme] {
    var schemes: [String: IdentifierScheme] = [:]
    for (name, _, value) in entries(of: "identifiers") {
      let reader = MappingReader(value, log: log)
      checkSource(reader)
      schemes[name] = form(reader).map { IdentifierScheme(name: name, form: $0) }
    }
    return schemes
  }

  private func form(_ reader: MappingReader) -> IdentifierScheme.Form? {
    let restoresZeros = reader.flag("restoreZeros") ?? false
    let ignores = reader.flag("ignoreCaseAndBlanks") ?? false
    let forms: [IdentifierScheme.Form?] = [
      ignores ? nil : reader.number("digits").map { .digits($0, restoresZeros: restoresZeros) },
      restoresZeros
        ? nil
        : reader.number("maximumLength").map {
          .text(maximumLength: $0, ignoresCaseAndBlanks: ignores)
        },
      restoresZeros || ignores ? nil : pattern(reader),
    ]
    let keys = ["digits", "maximumLength", "pattern"].filter { reader.node($0) != nil }
    let hasWords = (reader.node("pattern") != nil) == (reader.node("expected") != nil)
    if keys.count == 1, hasWords, let form = forms.compactMap({ $0 }).first { return form }
    // A pattern that can't be read has been told already.
    if keys != ["pattern"] || !hasWords || restoresZeros || ignores {
      log.report(
        at: reader.origin, "a scheme has one of 'digits', 'maximumLength' and 'pattern'",
        help:
          "'restoreZeros' goes with digits, 'ignoreCaseAndBlanks' with a length, and 'expected' with a pattern"
      )
    }
    return nil
  }

  private func pattern(_ reader: MappingReader) -> IdentifierScheme.Form? {
    guard let node = reader.node("pattern"), let source = node.scalar else { return nil }
    do {
      return .pattern(try Pattern(source), expected: reader.text("expected") ?? "")
    } catch {
      let origin = ScalarPlaces(node).origin(line: 1, column: error.offset + 1)
      log.report(at: origin, "the pattern can't be read: \(error.problem)")
      return nil
    }
  }

  /// Reads the code lists of `codes/`. One whose file can't be read takes any word.
  func codeLists() -> [String: CodeList] {
    var lists: [String: CodeList] = [:]
    for name in files.unreadableNames(in: "codes") {
      lists[name] = CodeList(name: name, labels: [:], aliases: [:], isOpen: true)
    }
    for file in files.files(in: "codes") { lists[file.name] = codeList(file) }
    return lists
  }

  private func codeList(_ file: PackFiles.File) -> CodeList {
    let reader = MappingReader(file.root, log: log)
    checkSource(reader)
    var labels: [String: String] = [:]
    var aliases: [String: (code: String, origin: PackIssue.Origin)] = [:]
    for (code, _, value) in reader.mapping("codes")?.all ?? [] {
      labels[code] = value.scalar ?? value["label"]?.scalar ?? code
      for alias in value["aliases"]?.elements ?? [] {
        guard let text = alias.scalar else { continue }
        if let other = aliases.updateValue((code, alias.origin), forKey: text) {
          log.report(at: alias.origin, "'\(text)' stands for the code '\(other.code)' already")
        }
      }
    }
    for (alias, meaning) in aliases where labels[alias] != nil && alias != meaning.code {
      log.report(at: meaning.origin, "'\(alias)' is a code of its own")
    }
    return CodeList(name: file.name, labels: labels, aliases: aliases.mapValues(\.code))
  }
}
