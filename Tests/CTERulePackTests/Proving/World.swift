import CEL
import CTERulePack
import Testing

/// All records with some numbers, answers and lists, and what rules answer for each.
struct World: Sendable {
  let environment: Environment
  private let record: RecordSchema
  private let rows: [[String: Value]]

  /// Creates the records; nil stands for what is missing.
  init(numbers: [Int64?], lists: [[Int64?]?]) {
    let element = RecordSchema("element", fields: [("a", .int)])
    record = RecordSchema("record", fields: [("a", .int), ("b", .int)])
    environment = Self.environment(record, element)
    rows = numbers.flatMap { [record] a in
      numbers.flatMap { b in
        [nil, true, false].flatMap { p in
          lists.map { list in
            var row = Self.fields(["a": a, "b": b])
            row["this"] = record.record(row)
            row["p"] = p.map { .bool($0) }
            row["es"] = list.map { .list($0.map { element.record(Self.fields(["a": $0])) }) }
            return row
          }
        }
      }
    }
  }

  private static func fields(_ numbers: [String: Int64?]) -> [String: Value] {
    numbers.compactMapValues { $0.map { .int($0) } }
  }

  private static func environment(_ record: RecordSchema, _ element: RecordSchema) -> Environment {
    var environment = Environment()
    for schema in [record, element] { environment.declare(schema) }
    environment.declare("a", as: .int)
    environment.declare("b", as: .int)
    environment.declare("p", as: .bool)
    environment.declare("this", as: .record(record.name))
    environment.declare("es", as: .list(.record(element.name)))
    return environment
  }

  /// Returns what a rule answers for each record; none where it reads what is missing.
  func answers(to rule: Rule) throws -> [Answer] {
    let evaluator = Evaluator(try #require(rule.requirement))
    let places = ["a", "b", "p", "this", "es"].map { ($0, evaluator.place(of: $0)) }
    return rows.map { row in
      for (name, place) in places { evaluator[place] = row[name] }
      // What has no value has no answer, whatever the reason.
      switch try? evaluator.value() {
      case .bool(true): return .yes
      case .bool(false): return .no
      default: return .none
      }
    }
  }
}
