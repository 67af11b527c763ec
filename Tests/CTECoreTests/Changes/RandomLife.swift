import CTECore
import CTETestKit

/// Random things that people do with uploads and records.
struct RandomLife {
  enum Deed {
    case enroll([ModelRecord])
    case record([ModelRecord])
    case add(ModelType, [String: String])
    case modify(ModelRecord, [String: String])
    case delete([ModelRecord])
    case withdraw(Int)
    case undo(Int)
    case undoWithdrawal(Int)
  }

  private var generator: SeededGenerator
  /// Whether credentials come after the enrollments on which they rest, or without any for ever.
  private let isTidy: Bool

  init(seed: UInt64, isTidy: Bool) {
    generator = SeededGenerator(seed: seed)
    self.isTidy = isTidy
  }

  /// Returns something that somebody does to a tenant as it is.
  mutating func deed(in model: ChangeModel, _ state: ChangeModel.State) -> Deed {
    let records = state.values.sorted {
      ($0.id, $0.key.parts.joined()) < ($1.id, $1.key.parts.joined())
    }
    let number = (model.submissions.last ?? 0) + 1
    switch generator.below(16) {
    case 0...3: return .enroll(enrollments(of: number))
    case 4...5:
      let supports = isTidy ? Set(records.filter { $0.type == .enrollment }.map(\.support)) : nil
      return .record(attempts(of: number, on: supports))
    case 6: return .add(.enrollment, enrollment())
    case 7: return .add(.attempt, attempt(year: nil))
    case 8...9:
      guard let record = one(of: records.filter { $0.type == .enrollment }) else { fallthrough }
      return .modify(record, change(of: record))
    case 10:
      guard let record = one(of: records.filter { $0.identity != nil }) else { fallthrough }
      return .modify(record, change(of: record))
    case 11:
      guard let record = one(of: records) else { return .enroll(enrollments(of: number)) }
      let more = records.filter { $0.type == record.type && $0 != record && generator.chance(6) }
      return .delete([record] + more)
    case 12...13: return .withdraw(upload(before: number))
    case 14: return .undoWithdrawal(upload(before: number))
    default: return .undo(Int.random(in: 2...model.nextEvent, using: &generator))
    }
  }

  /// Returns an upload that a model knows, or rarely the one that is next.
  private mutating func upload(before number: Int) -> Int {
    let first = ChangeDemo.firstSubmissions + 1
    return generator.chance(8) ? 2 : Int.random(in: first...max(first, number), using: &generator)
  }

  private mutating func one(of records: [ModelRecord]) -> ModelRecord? {
    records.isEmpty ? nil : generator.pick(records)
  }

  private mutating func change(of record: ModelRecord) -> [String: String] {
    switch (record.type, generator.below(3)) {
    case (_, 0): [:]
    case (.enrollment, 1): ["credits": credits()]
    case (.enrollment, _): ["course": generator.pick(["C1", "C2"])]
    case (.attempt, 1): ["passed": generator.pick(["true", "false"])]
    case (.attempt, _): attempt(year: nil).filter { $0.key != "student" && $0.key != "day" }
    }
  }

  private mutating func enrollments(of number: Int) -> [ModelRecord] {
    (2...Int.random(in: 2...5, using: &generator)).map { row in
      var values = enrollment()
      values["year"] = generator.chance(6) ? "2025" : "2026"
      return ModelRecord(type: .enrollment, values: values, submission: number, row: row)
    }
  }

  private mutating func enrollment() -> [String: String] {
    [
      "student": student(), "program": generator.pick(["P1", "P2"]), "school": "S1",
      "course": generator.pick(["C1", "C2"]), "credits": credits(),
    ]
  }

  private mutating func credits() -> String { generator.pick(["0.50", "1.00", "0.25", ""]) }

  private mutating func student() -> String { "00000\(generator.below(3) + 1)" }

  /// Returns credentials, none of which a student could have twice.
  ///
  /// - Parameter supports: The only enrollments on which they may rest; nil for any, also none.
  private mutating func attempts(of number: Int, on supports: Set<[String]>?) -> [ModelRecord] {
    var seen: Set<[String?]> = []
    var records: [ModelRecord] = []
    for _ in 0...generator.below(4) {
      let year = generator.chance(5) ? generator.pick(["2024", "2025"]) : "2026"
      var values = attempt(year: year)
      if year == "2026" { values["credential"] = Self.credential(of: values) }
      let code = values["credential"] ?? values["credentialCode"]
      guard seen.insert([year, values["student"], code]).inserted else { continue }
      let record = ModelRecord(
        type: .attempt, values: values, submission: number, row: records.count + 2)
      if year == "2024" || supports?.contains(record.support) ?? true { records.append(record) }
    }
    return records
  }

  private mutating func attempt(year: String?) -> [String: String] {
    let place = generator.pick(ChangeDemo.listings.keys.sorted()).split(separator: " ")
    var values = [
      "student": student(), "program": String(place[0]), "credentialCode": String(place[1]),
      "day": "2026-0\(generator.below(3) + 2)-01", "passed": generator.pick(["true", "false"]),
    ]
    values["year"] = year
    return values
  }

  static func credential(of values: [String: String]) -> String? {
    ChangeDemo.listings["\(values["program"] ?? "") \(values["credentialCode"] ?? "")"]
  }
}
