import CEL
import CTEModel

/// What of a pack's own names is read, referred to or quoted by something else.
package struct NameUse {
  private var used: [PackIndex.Kind: Set<String>] = [:]

  /// Creates the use of nothing.
  package init() {}

  /// Adds what is used in one year.
  package mutating func add(_ inspection: PackInspection) {
    let pack = inspection.pack
    used[.scheme, default: []].formUnion(inspection.references.schemes)
    used[.codeList, default: []].formUnion(inspection.references.codeLists)
    used[.source, default: []].formUnion(inspection.references.sources)
    used[.format, default: []].formUnion(pack.lists.map(\.format))
    for fixture in inspection.fixtures {
      used[.format, default: []].formUnion(
        (fixture.reference + fixture.files.map(\.file)).map(\.format))
    }
    for rule in pack.rules { add(rule, in: pack) }
    for definition in pack.records.values { add(definition) }
    for format in pack.formats.values { add(gridOf: format) }
  }

  private mutating func add(gridOf format: ImportFormat) {
    for column in format.grid {
      for (plan, value) in zip(format.records, column.values) {
        guard case .text(let value) = value else { continue }
        for case .value(.lookup(let name, _)) in value.parts { use(name, of: plan.type) }
      }
    }
  }

  private mutating func add(_ rule: Rule, in pack: RulePack) {
    let lookups = Set(pack.records[rule.type]?.lookups.map(\.name) ?? [])
    for path in rule.requirement?.reads ?? [] where path.count > 0 {
      switch path[0] {
      case "parameters" where path.count > 1: used[.parameter, default: []].insert(path[1])
      case "codes" where path.count > 1:
        let list = pack.codeLists.keys.first { PackLoader.camelCase($0) == path[1] }
        if let list { used[.codeList, default: []].insert(list) }
      case let name where lookups.contains(name): use(name, of: rule.type)
      default: break
      }
    }
    for part in [rule.message, rule.expected].compactMap({ $0 }).flatMap(\.parts) {
      switch part {
      case .parameter(let name, _):
        used[.parameter, default: []].insert(String(name.prefix { $0 != "." }))
      case .value(.lookup(let name, _)): use(name, of: rule.type)
      default: break
      }
    }
  }

  private mutating func add(_ definition: RecordDefinition) {
    for lookup in definition.lookups {
      if (lookup.absent ?? lookup.present) != nil { use(lookup.name, of: definition.type) }
      for condition in lookup.conditions {
        if case .lookup(let name, _) = condition.value { use(name, of: definition.type) }
      }
    }
    for case .lookup(let name, _) in definition.derived.values { use(name, of: definition.type) }
  }

  private mutating func use(_ lookup: String, of type: RecordType) {
    used[.lookup, default: []].insert("\(type.name).\(lookup)")
  }

  /// Returns an issue for everything with a name in a pack's own files that nothing uses.
  package func unused(in index: PackIndex, of pack: String) -> [PackIssue] {
    index.entries.filter { entry in
      [.scheme, .codeList, .source, .parameter, .lookup, .format].contains(entry.kind)
        && used[entry.kind]?.contains(entry.name) != true
        && entry.origin.file.hasPrefix(pack + "/")
    }.map { entry in
      entry.kind == .format
        ? PackIssue(
          at: entry.origin, "no fixture has a file of the format '\(entry.name)'",
          help: "add one to a fixture in tests/, so that the format is tried")
        : PackIssue(
          at: entry.origin, "nothing uses the \(entry.kind.rawValue) '\(entry.name)'",
          help: "take it out, or use it")
    }
  }
}
