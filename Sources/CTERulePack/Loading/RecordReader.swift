import CEL
import CTEModel

/// Reads the definition of one record type.
struct RecordReader {
  let type: RecordType
  let schemes: SchemeNames
  let codeLists: [String: CodeList]
  let rules: RuleNames
  let log: IssueLog

  func definition(in reader: MappingReader) -> RecordDefinition {
    var fields: [String: FieldDefinition] = [:]
    for (name, key, value) in reader.mapping("fields")?.all ?? [] {
      guard let index = log.index(of: name, in: type, at: key.origin) else { continue }
      fields[name] = fieldDefinition(type.fields[index], MappingReader(value, log: log))
    }
    let (lookups, unread) = lookups(reader.mapping("lookups"))
    let knowsLookups = !reader.unread.contains("lookups")
    let derived =
      knowsLookups
      ? derivedFields(reader.mapping("derived"), lookups: lookups, unread: unread) : [:]
    let repeated = reader.mapping("repeated")
    let repetition = repetition(repeated)
    let identity = once(repeated, identity(reader, derived: derived))
    // Rules that can't be found have been told, and what follows from that is not worth telling.
    if repetition != .update || !reader.has("repeated") {
      checkIdentity(identity, repetition, reader)
    }
    var definition = RecordDefinition(
      type: type, fields: fields, identity: identity, repetition: repetition,
      outOfScope: reported(reader, "outOfScope", "the record"),
      missing: reported(reader, "missing", "the record"), lookups: lookups,
      derived: derived, restsOn: supports(reader.mapping("restsOn")),
      choices: choices(reader.mapping("choices"), derived: derived))
    definition.unreadLookups = unread
    definition.knowsLookups = knowsLookups
    definition.isWhole =
      isWhole(reader, lookups, repetition) && unread.isEmpty
      && derived.count == reader.mapping("derived")?.all.count ?? 0
    return definition
  }

  /// Whether every rule and field that the record names could be read.
  private func isWhole(
    _ reader: MappingReader, _ lookups: [Lookup], _ repetition: RecordDefinition.Repetition
  ) -> Bool {
    let all = reader.mapping("lookups")?.all ?? []
    return reader.isWhole && all.allSatisfy(\.value.unread.isEmpty)
      && all.count { $0.value["absent"] != nil } == lookups.count { $0.absent != nil }
      && all.count { $0.value["present"] != nil } == lookups.count { $0.present != nil }
      && reader.has("repeated") == (repetition != .update)
      && !(repetition == .keep
        && Self.refusing.contains { reader.mapping("repeated")?.has($0) == true })
  }

  private func fieldDefinition(_ field: RecordField, _ reader: MappingReader) -> FieldDefinition {
    let label = reader.text("label") ?? field.name
    let scheme = schemes.scheme(in: reader, log: log)
    let codes = codeList(reader)
    let definition = FieldDefinition(
      label: label, scheme: scheme, codes: codes, isRequired: reader.flag("required") ?? false,
      maximumLength: reader.number("maximumLength"))
    if codes != nil && field.kind.keyDomain != .word {
      log.report(
        at: reader.origin(of: "codes"), "'\(field.name)' holds no words, so it has no code list")
    }
    if scheme != nil && field.kind.keyDomain == nil {
      log.report(
        at: reader.origin(of: "scheme"),
        "'\(field.name)' holds no identifiers or words, so it has no scheme")
    }
    return definition
  }

  private func codeList(_ reader: MappingReader) -> CodeList? {
    guard let node = reader.node("codes"), let name = node.scalar else { return nil }
    if let list = codeLists[name] { return list }
    log.reportUnknown(
      "code list", name, at: node.origin, among: codeLists.keys,
      otherwise: "a list of the name stands in codes/\(name).yaml")
    return nil
  }

  private func lookups(_ reader: MappingReader?) -> (lookups: [Lookup], unread: Set<String>) {
    var lookups: [Lookup] = []
    var unread = reader?.unread ?? []
    for (name, key, value) in reader?.all ?? [] {
      guard checkLookupName(name, at: key.origin) else { continue }
      let reader = MappingReader(value, log: log)
      if let lookup = lookup(name, reader, earlier: lookups, unread) {
        lookups.append(lookup)
      } else {
        unread.insert(name)
      }
    }
    return (lookups, unread)
  }

  private func checkLookupName(_ name: String, at origin: PackIssue.Origin) -> Bool {
    guard PackLanguage.ownNames.contains(name) || type.index(of: name) != nil else { return true }
    log.report(
      at: origin,
      "the name '\(name)' is taken by \(type.index(of: name) == nil ? "the language" : "a field")",
      help: "choose another name for the look-up")
    return false
  }

  private func lookup(
    _ name: String, _ reader: MappingReader, earlier: [Lookup], _ unread: Set<String>
  ) -> Lookup? {
    let expectsOne = reader.has("expect")
    let absent = reported(reader, "absent", "a look-up")
    let present = reported(reader, "present", "a look-up")
    let conditions = reader.mapping("where")
    if let absent, earlier.contains(where: { $0.absent == absent }) {
      log.report(
        at: reader.origin(of: "absent"),
        "the rule already reports the absence of another look-up")
    }
    if let present, present == absent || earlier.contains(where: { $0.present == present }) {
      log.report(
        at: reader.origin(of: "present"), "the rule already reports something else of a look-up")
    }
    guard let found = foundType(reader) else { return nil }
    let pairs = pairs(conditions, of: found, lookups: earlier) {
      path($0, lookups: earlier, unread)
    }
    guard checkIdentifier(in: pairs, conditions, of: found, "a look-up", at: reader.origin) else {
      return nil
    }
    return Lookup(
      name: name, type: found, conditions: pairs, expectsOne: expectsOne, absent: absent,
      present: present)
  }

  /// Returns the rule under a key that reports something, and so has no requirement of its own.
  private func reported(_ reader: MappingReader, _ key: String, _ reporter: String) -> RuleID? {
    reader.node(key).flatMap { rules.reportedID($0, by: type, reporter, log: log) }
  }

  private func path(_ node: YAMLNode, lookups: [Lookup], _ unread: Set<String>) -> FieldPath? {
    FieldPathReader(type: type, lookups: lookups, unread: unread, log: log)
      .path(node.scalar ?? "", at: node.origin)
  }

  private func derivedFields(
    _ reader: MappingReader?, lookups: [Lookup], unread: Set<String>
  ) -> [String: FieldPath] {
    var derived: [String: FieldPath] = [:]
    for (name, key, value) in reader?.all ?? [] {
      guard let index = log.index(of: name, in: type, at: key.origin),
        let path = path(value, lookups: lookups, unread)
      else { continue }
      checkComparable(type.fields[index], path, lookups: lookups, at: value.origin)
      derived[name] = path
    }
    return derived
  }

  private func refusal(_ node: YAMLNode) -> RuleID? {
    guard let id = rules.reportedID(node, by: type, "an identity", log: log) else { return nil }
    if let severity = rules.severity(of: id), severity != Severity.error.rawValue {
      log.report(at: node.origin, "a rule that refuses repetitions has the severity error")
    }
    return id
  }

  /// The keys of the rules that refuse a repetition.
  private static let refusing = ["inStore", "inFile"]

  private func repetition(_ reader: MappingReader?) -> RecordDefinition.Repetition {
    guard let reader else { return .update }
    if reader.flag("unchanged") == true {
      if Self.refusing.contains(where: reader.has) {
        log.report(
          at: reader.origin(of: "unchanged"),
          "a repetition that leaves things unchanged is never refused",
          help: "take out 'unchanged', or both 'inStore' and 'inFile'")
      }
      return .keep
    }
    for key in Self.refusing where !reader.has(key) {
      log.report(
        at: reader.origin, "the key '\(key)' is missing",
        help: "or write 'unchanged: true' where nothing is refused")
    }
    let inStore = reader.node("inStore").flatMap { refusal($0) }
    let inFile = reader.node("inFile").flatMap { refusal($0) }
    guard let inStore, let inFile else { return .update }
    return .refuse(inStore: inStore, inFile: inFile)
  }

  /// An identity that is taken anew every year has the year as a part.
  private func once(_ reader: MappingReader?, _ identity: [String]) -> [String] {
    guard reader?.text("once") == "year", !identity.contains("year") else { return identity }
    if type.index(of: "year") != nil { return identity + ["year"] }
    log.report(
      at: reader?.origin(of: "once") ?? .init(file: ""), "records of type \(type.name) have no year"
    )
    return identity
  }

  /// Returns the fields of the identity; a derived field may be named by the look-up from which it comes.
  private func identity(_ reader: MappingReader, derived: [String: FieldPath]) -> [String] {
    guard reader.has("identity") else { return type.naturalKey }
    return reader.elements("identity").compactMap { node in
      let name = node.scalar ?? ""
      guard name.contains(".") else {
        return log.index(of: name, in: type, at: node.origin).map { type.fields[$0].name }
      }
      let sources = reader.mapping("derived")?.all ?? []
      if let field = sources.first(where: { $0.value.scalar == name })?.name { return field }
      // What is derived from a look-up that can't be read isn't known either.
      if reader.isWhole, derived.count == sources.count {
        reportUnderived(name, at: node.origin, among: sources.compactMap(\.value.scalar))
      }
      return nil
    }
  }

  /// Points at the field of a path whose look-up some derived value comes from, or else at the whole path.
  private func reportUnderived(
    _ path: String, at origin: PackIssue.Origin, among paths: [String]
  ) {
    let lookup = path.prefix { $0 != "." } + "."
    let fields = paths.filter { $0.hasPrefix(lookup) }.map { String($0.dropFirst(lookup.count)) }
    if fields.isEmpty {
      log.reportUnknown(
        "derived value", path, at: origin, among: paths,
        otherwise: "name under 'derived' the field that is taken from it")
    } else {
      log.reportUnknown(
        "derived value of \(lookup.dropLast())", String(path.dropFirst(lookup.count)),
        at: origin.moved(by: lookup.count), among: fields)
    }
  }

  private func checkIdentity(
    _ identity: [String], _ repetition: RecordDefinition.Repetition, _ reader: MappingReader
  ) {
    let origin = reader.origin(of: "identity")
    if repetition == .keep && !type.isKeyedByProvenance && Set(identity) != Set(type.naturalKey) {
      log.report(
        at: origin,
        "records of type \(type.name) have the identity \(type.naturalKey.joined(separator: ", "))",
        help: "leave 'identity' out")
    }
    if case .refuse = repetition, !type.isKeyedByProvenance {
      log.report(
        at: reader.origin(of: "repeated"),
        "records of type \(type.name) are updated, so a repetition can't be refused",
        help: "leave 'repeated' out")
    }
    if repetition == .update && (type.isKeyedByProvenance || Set(identity) != Set(type.naturalKey))
    {
      log.report(
        at: origin,
        "records that are updated have the identity \(type.naturalKey.joined(separator: ", "))",
        help: "leave 'identity' out, or name under 'repeated' the rules that refuse a repetition")
    }
    for name in identity {
      guard let index = type.index(of: name) else { continue }
      if type.fields[index].kind == .text || type.fields[index].isTransient {
        log.report(
          at: origin, "'\(name)' can't be part of an identity: it is free text or isn't stored")
      }
    }
  }
}
