package import CEL
import CTEModel

/// Asks a rule about its own examples, by the plain evaluator of the language.
package struct ExampleJudge {
  private let rule: Rule
  private let pack: RulePack
  private let definition: RecordDefinition

  /// Creates the judge of a rule of a pack.
  package init(_ rule: Rule, of pack: RulePack) {
    guard let definition = pack.records[rule.type] else {
      preconditionFailure("a pack has a definition of every record type")
    }
    self.rule = rule
    self.pack = pack
    self.definition = definition
  }

  /// Returns whether an example speaks of the year for which the pack is loaded.
  package func isAsked(of example: RuleExample) -> Bool {
    example.year ?? pack.year == pack.year && rule.missingParameter(in: pack.language) == nil
  }

  /// Returns whether the rule takes an example for right; nil where it asks for what the example doesn't have.
  ///
  /// - Parameter requirement: What to ask instead of the rule's own requirement, for mutants of the rule.
  package func accepts(
    _ example: RuleExample, asking requirement: CheckedExpression? = nil
  ) throws(EvaluationError) -> Bool? {
    if let requirement = requirement ?? rule.requirement {
      do throws(EvaluationError) {
        return try requirement.value(over: variables(of: example)) == .bool(true)
      } catch  where error.code == .missing {
        return nil
      }
    }
    if let lookup = definition.lookups.first(where: { $0.absent == rule.id }) {
      return example.lookups[lookup.name].map { !$0.isEmpty }
    }
    if let lookup = definition.lookups.first(where: { $0.present == rule.id }) {
      return example.lookups[lookup.name].map(\.isEmpty)
    }
    if rule.id == definition.outOfScope { return isInScope(example) }
    if rule.id == definition.missing { return isWhole(example) }
    return example.stored.map { stored in !stored.contains { isSame($0, example.record) } }
  }

  /// Returns the fields and look-ups that the rule reads and an example lacks, or all that it reads where that isn't it.
  package func needs(of example: RuleExample) -> [String] {
    let read = Set(
      (rule.requirement?.reads ?? []).compactMap { path in
        path.first == "this" ? path.dropFirst().first : path.first
      }
    ).subtracting(["parameters", "codes", "year", "today"])
    if rule.id == definition.outOfScope { return ["access"] }
    let repeats = definition.identity.contains {
      rule.requirement == nil && example.record[$0] == nil
    }
    let named = repeats ? Set(definition.identity + ["stored"]) : read
    let lacking = named.filter { example.record[$0] == nil && example.lookups[$0] == nil }
    return (lacking.isEmpty ? named : lacking).sorted()
  }

  /// Returns whether the actor of an example may change its record; nil where it doesn't say what they may change.
  private func isInScope(_ example: RuleExample) -> Bool? {
    example.access.map { parts in
      parts.contains { part in
        let own = definition.type == .organization ? "id" : "school"
        let offering = definition.type == .programOffering ? "id" : "offering"
        return [(part.organization, own), (part.program, "program"), (part.offering, offering)]
          .allSatisfy { value, field in value == nil || value == example.record[field] }
      }
    }
  }

  /// Returns whether an example has all that is required.
  private func isWhole(_ example: RuleExample) -> Bool {
    definition.type.fields.filter { definition.needs($0) && definition.derived[$0.name] == nil }
      .allSatisfy { example.record[$0.name] ?? "" != "" }
  }

  private func isSame(_ first: [String: String], _ second: [String: String]) -> Bool {
    definition.identity.allSatisfy { first[$0] == second[$0] }
  }

  private func variables(of example: RuleExample) -> [String: Value] {
    let record = values(example.record, of: definition.type)
    var variables = record.merging(pack.language.constants) { own, _ in own }
    variables["this"] = RecordSchema.of(definition.type).record(record)
    variables["year"] = .int(Int64(pack.year.number))
    variables["today"] = .timestamp(
      Timestamp(example.today ?? pack.calendar.days(of: pack.year).upperBound))
    for lookup in definition.lookups {
      guard let found = example.lookups[lookup.name] else { continue }
      let schema = RecordSchema.of(lookup.type)
      let records = found.map { schema.record(values($0, of: lookup.type)) }
      variables[lookup.name] = lookup.expectsOne ? records.first : .list(records)
    }
    return variables
  }

  private func values(_ fields: [String: String], of type: RecordType) -> [String: Value] {
    var values: [String: Value] = [:]
    for (name, text) in fields {
      values[name] = type.index(of: name).flatMap { type.fields[$0].kind.value(of: text) }
    }
    return values
  }
}

extension Rule {
  /// Returns a parameter that the rule reads and that has no value in the year, so that the rule doesn't apply then.
  package func missingParameter(in language: PackLanguage) -> String? {
    let paths = requirement?.reads.filter { $0.first == "parameters" } ?? []
    return paths.sorted { $0.lexicographicallyPrecedes($1) }
      .first { language.parameter($0.dropFirst()) == nil }
      .map { $0.dropFirst().joined(separator: ".") }
  }
}
