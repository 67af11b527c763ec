import CEL

/// Variables for expressions of every kind, as single values and as columns.
struct RuleSample {
  static let texts = [
    "grade >= 11", "grade >= 11 && year == 2026", "program == '51080050'",
    "program in ['51080050', '51080010', '52030000']", "name.startsWith('Av')",
    "day < timestamp('2026-07-01T00:00:00Z')", "name.matches('^A[a-z]+$')",
    "courses.exists(c, c.code == program && c.credits == 3)", "size(name + program) > 10",
    "courses.filter(c, c.credits > 1).size() == 2",
  ]

  private static let words = ["51080050", "52030000", "51080010", "Avery"]
  private let course = RecordSchema("course", fields: [("code", .string), ("credits", .int)])
  private var environment = Environment()

  init() {
    environment.declare(course)
    for name in ["grade", "year"] { environment.declare(name, as: .int) }
    for name in ["program", "name"] { environment.declare(name, as: .string) }
    environment.declare("day", as: .timestamp)
    environment.declare("courses", as: .list(.record("course")))
  }

  func evaluator(of text: String, explains: Bool) throws -> Evaluator {
    let evaluator = Evaluator(try environment.check(text), explains: explains)
    for (name, value) in values { evaluator[name] = value }
    return evaluator
  }

  func batchEvaluator(of text: String) throws -> BatchEvaluator {
    BatchEvaluator(try environment.check(text), sources: sources)
  }

  private var values: [String: Value] {
    let courses = (0..<4).map { place in
      course.record([
        "code": .string(Self.words[place & 1]), "credits": .int(Int64(place)),
      ])
    }
    return [
      "grade": .int(11), "year": .int(2026), "program": .string(Self.words[0]),
      "name": .string(Self.words[3]), "day": .timestamp(Timestamp(daysSince1970: 20_000)),
      "courses": .list(courses),
    ]
  }

  /// Columns of as many rows as are asked at a time.
  private var sources: [String: Source] {
    let codes = TextCodes(
      text: { Self.words[Int($0)] },
      code: { word in Self.words.firstIndex(of: word).map { Int32($0) } })
    func column(_ content: PackedColumn.Content, _ number: (Int32) -> Int32) -> Column {
      .packed(PackedColumn(Cells((0..<1000).map(number)), of: content, missing: .min))
    }
    let fields = ["code": column(.text(codes)) { $0 & 1 }, "credits": column(.int) { $0 & 3 }]
    let courses = RowRanges(
      from: Cells((0..<1000).map { _ in 0 }), to: Cells((0..<1000).map { _ in 4 }))
    return [
      "grade": .column(column(.int) { $0 & 15 }), "year": .column(column(.int) { _ in 2026 }),
      "program": .column(column(.text(codes)) { $0 & 1 }),
      "name": .column(column(.text(codes)) { _ in 3 }),
      "day": .column(column(.days(epoch: 0)) { 20_000 + $0 & 255 }),
      "courses": .recordRanges(fields, in: courses),
    ]
  }
}
