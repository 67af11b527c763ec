import CEL
import CTEModel
import CTERulePack

/// What a rule can be asked of: the fields that a file carries, with or without a store.
struct RuleScope {
  let definition: RecordDefinition
  /// The fields that the file carries or that are derived, as bits by their place.
  let carried: UInt64
  /// The look-ups that can be asked, by name.
  let lookups: Set<String>
  /// Whether it is known what is recorded already.
  let hasStore: Bool
  let isTrusted: Bool
  let language: PackLanguage
  let year: FiscalYear

  /// Returns why a rule doesn't apply, or nil where it does.
  func reason(against rule: Rule, reading inputs: RuleInputs) -> String? {
    if isTrusted { return "the format is loaded as it is" }
    let missing = definition.type.fields.indices.filter {
      (inputs.fields & ~carried) & (1 << UInt64($0)) != 0
    }
    if let field = missing.first {
      return "the file doesn't carry \(definition.type.fields[field].name)"
    }
    if let parameter = rule.missingParameter(in: language) {
      return "\(parameter) has no value in \(year)"
    }
    return inputs.lookups.isSubset(of: lookups) ? nil : RuleOutcome.withoutRecords
  }

  /// Whether what an identity is made of is known, though part of it is derived from look-ups.
  var knowsIdentities: Bool {
    definition.lookups.allSatisfy { lookup in
      !definition.derived.values.contains { $0.reads(lookup) } || lookups.contains(lookup.name)
    }
  }
}

/// A rule that is ready to be asked, and what became of it so far.
struct RuleProgram {
  let rule: Rule
  /// The record's fields that the rule reads, as bits by their place.
  let inputs: UInt64
  /// The places of the programs that must have passed on a row first.
  let after: [Int]
  let kind: Kind
  var failedCount = 0
  var passedCount = 0
  /// For how many rows the question has no answer although all it reads is there, and why for the first of them.
  var troubleCount = 0
  var trouble: String?

  enum Kind {
    /// A question about the row.
    case question(BatchEvaluator)
    /// A look-up, by its place, that must find a record.
    case presence(lookup: Int)
    /// A look-up, by its place, that must find none.
    case absence(lookup: Int)
    /// What is judged after all else: identities, records of earlier rows, and the actor's access.
    case afterwards
    /// The rule doesn't apply, for a reason.
    case notApplicable(String)
  }

  /// Whether the rule is asked of each row while batches are checked.
  var isAsked: Bool {
    switch kind {
    case .question, .presence, .absence: true
    case .afterwards, .notApplicable: false
    }
  }

  /// The fields at fault where the rule doesn't hold, as bits by their place.
  var blamed: UInt64 { rule.blames.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }

  var outcome: RuleOutcome {
    var reason: String?
    let status: RuleOutcome.Status
    if case .notApplicable(let why) = kind {
      (status, reason) = (.notApplicable, why)
    } else if failedCount > 0 {
      status = .failed
    } else if passedCount > 0 {
      status = .passed
    } else {
      (status, reason) = (.skipped, RuleOutcome.withoutValues)
    }
    if let trouble {
      let rows = troubleCount == 1 ? "1 row" : "\(troubleCount) rows"
      reason = "it could not be computed for \(rows): \(trouble)"
    }
    return RuleOutcome(
      rule: rule.id, severity: rule.severity, status: status, count: failedCount, reason: reason)
  }

  /// Returns the programs of a record type's rules, each after those that it stands after.
  static func programs(
    of pack: RulePack, in scope: RuleScope, reading sources: RuleSources
  ) -> [RuleProgram] {
    // What is missing is told when cells are read.
    let rules = sorted(
      pack.rules.filter {
        $0.type == scope.definition.type && $0.id != scope.definition.missing
      })
    return rules.map { rule in
      let inputs = RuleInputs(of: rule, in: scope.definition)
      return RuleProgram(
        rule: rule, inputs: inputs.fields,
        after: rule.after.compactMap { id in rules.firstIndex { $0.id == id } },
        kind: kind(of: rule, reading: inputs, in: scope, reading: sources))
    }
  }

  private static func kind(
    of rule: Rule, reading inputs: RuleInputs, in scope: RuleScope, reading sources: RuleSources
  ) -> Kind {
    if case .refuse(let inStore, let inFile) = scope.definition.repetition,
      [inStore, inFile].contains(rule.id)
    {
      let isKnown = scope.knowsIdentities && (scope.hasStore || rule.id != inStore)
      return isKnown ? .afterwards : .notApplicable(RuleOutcome.withoutRecords)
    }
    if rule.id == scope.definition.outOfScope { return .afterwards }
    let lookup = scope.definition.lookups.firstIndex { $0.absent == rule.id }
    // Records of a trusted format are loaded as they are, but what gives them their identity must be there.
    if let lookup, scope.isTrusted, scope.derives(from: lookup) { return .presence(lookup: lookup) }
    let forbidden = scope.definition.lookups.firstIndex { $0.present == rule.id }
    if let reason = scope.reason(against: rule, reading: inputs) {
      // Earlier rows can be compared without a store.
      let comparesRows = forbidden != nil && reason == RuleOutcome.withoutRecords
      return comparesRows ? .afterwards : .notApplicable(reason)
    }
    if let requirement = rule.requirement { return .question(sources.evaluator(of: requirement)) }
    if let lookup { return .presence(lookup: lookup) }
    if let forbidden { return .absence(lookup: forbidden) }
    return .notApplicable("nothing reports it")
  }

  /// Sorts rules so that each comes after those that it names; else they keep their order.
  private static func sorted(_ rules: [Rule]) -> [Rule] {
    var sorted: [Rule] = []
    var rest = rules
    while !rest.isEmpty {
      let waiting = Set(rest.map(\.id))
      let next = rest.firstIndex { rule in !rule.after.contains { waiting.contains($0) } } ?? 0
      sorted.append(rest.remove(at: next))
    }
    return sorted
  }
}

extension RuleScope {
  fileprivate func derives(from lookup: Int) -> Bool {
    definition.derived.values.contains { $0.reads(definition.lookups[lookup]) }
  }
}
