import CEL
import CTEModel
import CTERulePack

/// What a rule reads: fields of the record, and look-ups, of the record itself and of whatever its look-ups ask for.
struct RuleInputs {
  /// The record's fields, as bits by their place.
  private(set) var fields: UInt64 = 0
  /// The look-ups.
  private(set) var lookups: Set<String> = []
  /// The fields of looked-up records, by the look-up's name.
  private(set) var lookupFields: [String: Set<Int>] = [:]

  private let definition: RecordDefinition

  init(of definition: RecordDefinition) {
    self.definition = definition
  }

  /// The inputs that decide whether a rule passes.
  init(of rule: Rule, in definition: RecordDefinition) {
    self.init(of: definition)
    for path in rule.requirement?.reads ?? [] { add(path) }
    for lookup in definition.lookups where [lookup.absent, lookup.present].contains(rule.id) {
      add(lookup)
    }
  }

  /// Adds what the words of a rule quote, and so must be there to be quoted.
  mutating func add(_ template: MessageTemplate) {
    for case .value(let path) in template.parts { add(path) }
  }

  mutating func add(_ path: FieldPath) {
    switch path {
    case .own(let field): add(field: field)
    case .lookup(let name, let field): add(field, of: name)
    case .year: break
    }
  }

  /// A field that is derived from a look-up rests on all that the look-up asks for.
  private mutating func add(field: Int) {
    let bit: UInt64 = 1 << UInt64(field)
    guard fields & bit == 0 else { return }
    fields |= bit
    if let path = definition.derived[definition.type.fields[field].name] { add(path) }
  }

  mutating func add(_ lookup: Lookup) {
    guard lookups.insert(lookup.name).inserted else { return }
    for condition in lookup.conditions {
      lookupFields[lookup.name, default: []].insert(condition.field)
      add(condition.value)
    }
  }

  private mutating func add(_ field: Int, of lookup: String) {
    guard let lookup = definition.lookups.first(where: { $0.name == lookup }) else { return }
    lookupFields[lookup.name, default: []].insert(field)
    add(lookup)
  }

  /// Adds a variable that an expression reads, or a field of it.
  mutating func add(_ path: [String]) {
    guard let name = path.first else { return }
    if let lookup = definition.lookups.first(where: { $0.name == name }) {
      add(lookup)
      for field in fields(of: lookup.type, in: path) { add(field, of: name) }
    } else if name == "this" {
      for field in fields(of: definition.type, in: path) { add(field: field) }
    } else if let field = definition.type.index(of: name), name != "year" {
      add(field: field)
    }
  }

  /// Returns the field that a path names, or all where it names the whole record.
  private func fields(of type: RecordType, in path: [String]) -> [Int] {
    if path.count > 1 { return type.index(of: path[1]).map { [$0] } ?? [] }
    // What is never stored can't be read of stored records.
    return type.fields.indices.filter { type == definition.type || !type.fields[$0].isTransient }
  }
}
