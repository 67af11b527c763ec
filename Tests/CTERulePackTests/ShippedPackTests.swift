import BundledRulePacks
import CEL
import CTEModel
import CTERulePack
import Foundation
import Testing

struct ShippedPackTests {
  static let packs: [(name: String, year: Int)] = [("perkins", 2022), ("arizona", 2022)]

  @Test(arguments: packs)
  func `a shipped pack has no mistake`(name: String, year: Int) throws {
    let pack = try RulePack.load(name, year: FiscalYear(year), from: BundledRulePacks.library())
    #expect(pack.years.contains(pack.year))
  }

  @Test func `a pack is found by its folder's path`() throws {
    let folder = try #require(BundledRulePacks.library().folders.first)
    let pack = try RulePack.load(
      folder.appendingPathComponent("arizona").path, year: FiscalYear(2022),
      from: BundledRulePacks.library())
    #expect(pack.name == "arizona")
  }

  @Test(arguments: packs)
  func `every rule accepts and rejects its own examples`(name: String, year: Int) throws {
    let pack = try RulePack.load(name, year: FiscalYear(year), from: BundledRulePacks.library())
    for rule in pack.rules {
      let judge = try ExampleJudge(rule: rule, pack: pack)
      for example in rule.accepted {
        #expect(try judge.accepts(example) == true, "\(example.origin.file):\(example.origin.line)")
      }
      for example in rule.rejected {
        #expect(
          try judge.accepts(example) == false, "\(example.origin.file):\(example.origin.line)")
      }
      #expect(!rule.accepted.isEmpty && !rule.rejected.isEmpty)
    }
  }
}

/// Judges a rule's examples by the plain evaluator of the language.
struct ExampleJudge {
  let rule: Rule
  let definition: RecordDefinition
  let year: FiscalYear

  init(rule: Rule, pack: RulePack) throws {
    self.rule = rule
    definition = try #require(pack.records[rule.type])
    year = pack.year
  }

  func accepts(_ example: RuleExample) throws -> Bool? {
    if let lookup = definition.lookups.first(where: { $0.absent == rule.id }) {
      return example.lookups[lookup.name]?.isEmpty == false
    }
    if let stored = example.stored {
      return !stored.contains { other in
        definition.identity.allSatisfy { other[$0] == example.record[$0] }
      }
    }
    let requirement = try #require(rule.requirement)
    return try requirement.value(over: variables(of: example)) == .bool(true)
  }

  private func variables(of example: RuleExample) throws -> [String: Value] {
    let record = try values(example.record, of: definition.type)
    var variables = record
    variables["this"] = RecordSchema.of(definition.type).record(record)
    variables["year"] = .int(Int64(year.number))
    for lookup in definition.lookups {
      guard let found = example.lookups[lookup.name] else { continue }
      let schema = RecordSchema.of(lookup.type)
      let records = try found.map { schema.record(try values($0, of: lookup.type)) }
      variables[lookup.name] = lookup.expectsOne ? records.first : .list(records)
    }
    return variables
  }

  private func values(_ fields: [String: String], of type: RecordType) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for (name, text) in fields {
      switch type.fields[try #require(type.index(of: name))].kind {
      case .year, .integer: values[name] = .int(try #require(Int64(text)))
      case .boolean: values[name] = .bool(text == "true")
      case .day:
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let day = try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
        values[name] = .timestamp(
          Timestamp(daysSince1970: Int64(day.ordinal - CalendarDay.epochOrdinal)))
      default: values[name] = .string(text)
      }
    }
    return values
  }
}
