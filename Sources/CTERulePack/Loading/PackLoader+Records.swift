import CTEModel

extension PackLoader {
  /// Reads the record definitions of `records/`; types that the pack doesn't speak of have the library's defaults.
  func recordDefinitions(
    schemes: SchemeNames, codeLists: [String: CodeList], rules: RuleNames
  ) -> [RecordType: RecordDefinition] {
    var definitions: [RecordType: RecordDefinition] = [:]
    for type in RecordType.all { definitions[type] = RecordDefinition(type) }
    for file in files.files(in: "records") {
      guard let type = recordType(named: Self.camelCase(file.name), at: file.root.origin) else {
        continue
      }
      let reader = RecordReader(
        type: type, schemes: schemes, codeLists: codeLists, rules: rules, log: log)
      let mapping = MappingReader(file.root, log: log)
      checkSource(mapping)
      definitions[type] = reader.definition(in: mapping)
    }
    reportCircles(among: definitions)
    return definitions
  }

  /// Returns the record type of a name, or nil after reporting that there is none.
  func recordType(named name: String, at origin: PackIssue.Origin) -> RecordType? {
    if let type = RecordType.named(name) { return type }
    log.reportUnknown("record type", name, at: origin, among: RecordType.all.map(\.name))
    return nil
  }

  /// Whether what the pack says about a type can't be known, because its file can't be read.
  func isUnreadable(_ type: RecordType) -> Bool {
    files.unreadableNames(in: "records").contains { Self.camelCase($0) == type.name }
  }

  static func camelCase(_ kebab: String) -> String {
    let words = kebab.split(separator: "-").map(String.init)
    return (words.first ?? "")
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

extension RecordDefinition {
  fileprivate init(_ type: RecordType) {
    self.init(
      type: type, fields: [:], identity: type.naturalKey, repetition: .update,
      outOfScope: nil, missing: nil, lookups: [],
      derived: [:], restsOn: [], choices: [])
  }
}
