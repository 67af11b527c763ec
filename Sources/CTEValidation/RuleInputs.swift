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
    if let requirement = rule.requirement { add(requirement.root, bound: [:]) }
    for lookup in definition.lookups where lookup.absent == rule.id { add(lookup) }
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

  private mutating func add(_ node: TypedNode, bound: [String: String]) {
    switch node.kind {
    case .literal: break
    case .variable(let name): add(variable: name, bound: bound)
    case .list(let elements): for element in elements { add(element, bound: bound) }
    case .select(let operand, let field), .has(let operand, let field):
      add(field, of: operand, bound: bound)
    case .call(_, let arguments): for argument in arguments { add(argument, bound: bound) }
    case .quantifier(_, let variable, let list, let condition):
      add(list, bound: bound)
      var inner = bound
      if case .variable(let name) = list.kind { inner[variable] = name }
      add(condition, bound: inner)
    }
  }

  private mutating func add(variable name: String, bound: [String: String]) {
    guard bound[name] == nil, name != "year", name != "today", name != "this" else { return }
    if let lookup = definition.lookups.first(where: { $0.name == name }) {
      add(lookup)
    } else if let field = definition.type.index(of: name) {
      add(field: field)
    }
  }

  private mutating func add(_ field: String, of operand: TypedNode, bound: [String: String]) {
    guard case .variable(let name) = operand.kind else { return }
    if name == "this", bound[name] == nil {
      if let index = definition.type.index(of: field) { add(field: index) }
      return
    }
    let lookup = bound[name] ?? name
    if let type = definition.lookups.first(where: { $0.name == lookup })?.type,
      let index = type.index(of: field)
    {
      add(index, of: lookup)
    }
  }
}
