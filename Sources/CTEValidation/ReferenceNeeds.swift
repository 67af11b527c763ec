import CEL
public import CTEModel
public import CTERulePack

/// What the checks of a record need to know of the records that are there already.
public struct ReferenceNeeds: Sendable {
  /// The type of the record.
  public let type: RecordType
  /// The wishes, one for each look-up that a rule, a derived field or a message reads.
  public let requests: [ReferenceRequest]
  /// The wish for the identities of stored records, where repetitions are refused.
  public let identities: IdentityRequest?

  /// Whether the records of the students of a file are all that is needed to check it.
  public var areAboutStudentsOfFile: Bool {
    requests.allSatisfy(\.isAboutStudentsOfFile)
      && (identities == nil || identities?.studentField != nil)
  }

  /// Finds what is needed to check a record of a format.
  ///
  /// - Parameters:
  ///   - plan: The record as the format makes it.
  ///   - match: The format; records of a trusted one are only looked up for what is derived from them.
  ///   - pack: The pack.
  public init(for plan: RecordPlan, in match: FormatMatch, of pack: RulePack) {
    type = plan.type
    guard let definition = pack.records[plan.type] else {
      requests = []
      identities = nil
      return
    }
    var inputs = RuleInputs(of: definition)
    for path in definition.derived.values { inputs.add(path) }
    for rule in pack.rules where rule.type == plan.type && !match.format.isTrusted {
      for needed in RuleInputs(of: rule, in: definition).lookups {
        if let lookup = definition.lookups.first(where: { $0.name == needed }) {
          inputs.add(lookup)
        }
      }
      inputs.add(reading: rule, of: definition)
    }
    let place = match.format.records.firstIndex { $0.type == plan.type } ?? 0
    for column in match.format.grid {
      if case .text(let template) = column.values[place] { inputs.add(template) }
    }
    // Repetitions are refused in trusted files too, and their words may quote look-ups.
    if case .refuse(let inStore, let inFile) = definition.repetition {
      for rule in pack.rules where [inStore, inFile].contains(rule.id) { inputs.add(rule.message) }
    }
    requests = definition.lookups.filter { inputs.lookups.contains($0.name) }.map { lookup in
      ReferenceRequest(
        lookup: lookup.name, type: lookup.type,
        fields: (inputs.lookupFields[lookup.name] ?? []).sorted(), year: lookup.year(of: pack),
        studentField: lookup.studentField(in: definition, of: pack),
        isWithoutRepeats: lookup.isWithoutRepeats(in: pack.rules, about: plan.type))
    }
    identities = Self.identities(of: definition, plan, match)
  }

  private static func identities(
    of definition: RecordDefinition, _ plan: RecordPlan, _ match: FormatMatch
  ) -> IdentityRequest? {
    guard definition.repetition.comparesIdentities else { return nil }
    return IdentityRequest(
      type: definition.type, identity: definition.identityFields,
      content: definition.storedFields(of: plan, in: match))
  }
}

extension RuleInputs {
  /// Adds every field of looked-up records that a rule or its words read.
  mutating func add(reading rule: Rule, of definition: RecordDefinition) {
    let needed = RuleInputs(of: rule, in: definition)
    for lookup in definition.lookups {
      for field in needed.lookupFields[lookup.name] ?? [] { add(.lookup(lookup.name, field)) }
    }
    for template in [rule.message, rule.expected].compactMap({ $0 }) { add(template) }
  }
}

extension Lookup {
  /// The field that must equal a student of the record itself, if stores find the records of a student at once;
  /// nil where they don't, or the look-up asks for none.
  func studentField(in definition: RecordDefinition, of pack: RulePack) -> Int? {
    let field = conditions.first { condition in
      guard case .own(let own) = condition.value else { return false }
      return definition.type.fields[own].kind == .key(.student)
    }?.field
    let isOfOneYear = year(of: pack) != nil
    let leading = type.naturalKey.first { !(isOfOneYear && $0 == "year") }
    return field.flatMap { type.fields[$0].name == leading ? $0 : nil }
  }

  /// Whether it is all the same how many equal records the look-up finds.
  fileprivate func isWithoutRepeats(in rules: [Rule], about type: RecordType) -> Bool {
    !rules.contains { $0.type == type && $0.requirement?.countsRepeats(of: name) == true }
  }

  /// The only year of which the look-up finds records; nil where it may find those of several.
  func year(of pack: RulePack) -> FiscalYear? {
    let isOfOneYear = conditions.contains {
      type.fields[$0.field].kind == .year && $0.value == .year
    }
    return isOfOneYear ? pack.year : nil
  }
}

extension RecordDefinition {
  /// The fields of the identity, by their place in the type.
  var identityFields: [Int] { identity.compactMap { type.index(of: $0) } }

  /// The fields that a record of a format stores, by their place in the type, in ascending order.
  func storedFields(of plan: RecordPlan, in match: FormatMatch) -> [Int] {
    type.fields.indices.filter { index in
      let field = type.fields[index]
      return !field.isTransient && (match.carries(index, of: plan) || derived[field.name] != nil)
    }
  }
}
