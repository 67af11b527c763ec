import CEL

extension PackLoader {
  /// Reads `identifiers.yaml`.
  func identifierSchemes() -> SchemeNames {
    let file = files.file("identifiers")
    var schemes = SchemeNames(
      unread: file?.root.unread ?? [], isWhole: !files.unreadable.contains("identifiers"))
    for (name, _, value) in entries(of: "identifiers") {
      let reader = MappingReader(value, log: log)
      checkSource(reader)
      schemes.add(form(reader).map { IdentifierScheme(name: name, form: $0) }, name)
    }
    return schemes
  }

  private func form(_ reader: MappingReader) -> IdentifierScheme.Form? {
    let keys = ["digits", "maximumLength", "pattern"].filter { reader.has($0) }
    if keys.count != 1 {
      log.report(
        at: reader.origin, "a scheme has one of 'digits', 'maximumLength' and 'pattern'",
        help: keys.isEmpty ? nil : "this one has \(keys.joined(separator: " and "))")
      return nil
    }
    for (key, owner) in [
      ("restoreZeros", "digits"), ("ignoreCaseAndBlanks", "maximumLength"), ("expected", "pattern"),
    ] {
      guard let node = reader.node(key), !reader.has(owner) else { continue }
      log.report(at: node.origin, "'\(key)' goes with '\(owner)'")
    }
    if let digits = reader.number("digits") {
      return .digits(digits, restoresZeros: reader.flag("restoreZeros") ?? false)
    }
    if let length = reader.number("maximumLength") {
      let ignores = reader.flag("ignoreCaseAndBlanks") ?? false
      return .text(maximumLength: length, ignoresCaseAndBlanks: ignores)
    }
    return pattern(reader)
  }

  private func pattern(_ reader: MappingReader) -> IdentifierScheme.Form? {
    guard let node = reader.node("pattern"), let source = node.scalar else { return nil }
    if !reader.has("expected") {
      log.report(
        at: reader.origin, "a 'pattern' needs 'expected': what it asks for, in words",
        help: "such as two letters and five digits")
    }
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
    let codes = reader.mapping("codes")
    for (code, _, value) in codes?.all ?? [] {
      labels[code] = value.scalar ?? value["label"]?.scalar ?? code
      for alias in value["aliases"]?.elements ?? [] {
        guard let text = alias.scalar else { continue }
        if let other = aliases.updateValue((code, alias.origin), forKey: text) {
          log.report(at: alias.origin, "'\(text)' stands for the code '\(other.code)' already")
        }
      }
    }
    for (alias, meaning) in aliases where labels[alias] != nil {
      log.report(
        at: meaning.origin,
        alias == meaning.code
          ? "'\(alias)' is the code itself, which may stand in files anyway"
          : "'\(alias)' is a code of its own, so it can't stand for '\(meaning.code)'")
    }
    return CodeList(
      name: file.name, labels: labels, aliases: aliases.mapValues(\.code),
      isOpen: codes?.isWhole != true)
  }
}
