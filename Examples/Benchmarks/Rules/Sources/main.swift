// How long one evaluation of an expression takes: over single values, with an explanation, and over columns.
//
//   swift run -c release --package-path Examples/Benchmarks/Rules

import CEL

let course = RecordSchema("course", fields: [("code", .string), ("credits", .int)])
var environment = Environment()
environment.declare(course)
for name in ["grade", "year"] { environment.declare(name, as: .int) }
for name in ["program", "name"] { environment.declare(name, as: .string) }
environment.declare("day", as: .timestamp)
environment.declare("courses", as: .list(.record("course")))

let words = ["51080050", "52030000", "51080010", "Avery"]
let codes = TextCodes(
  text: { words[Int($0)] }, code: { word in words.firstIndex(of: word).map { Int32($0) } })
let fields: [String: Column] = [
  "code": .code(codes) { Int32($0 & 1) }, "credits": .int { Int64($0) },
]
let sources: [String: Source] = [
  "grade": .column(.int { Int64($0 & 15) }), "year": .column(.int { _ in 2026 }),
  "program": .column(.code(codes) { Int32($0 & 1) }), "name": .column(.string { _ in words[3] }),
  "day": .column(.timestamp { Timestamp(daysSince1970: Int64(20_000 + $0 & 255)) }),
  "courses": .records(fields, in: { _ in 0..<4 }),
]
let values: [String: Value] = [
  "grade": .int(11), "year": .int(2026), "program": .string(words[0]), "name": .string(words[3]),
  "day": .timestamp(Timestamp(daysSince1970: 20_000)),
  "courses": .list(
    (0..<4).map { course.record(["code": .string(words[$0 & 1]), "credits": .int(Int64($0))]) }),
]

let clock = ContinuousClock()
let count = 1_000_000

/// Returns the nanoseconds that one of many calls took, the best of three times.
func nanoseconds(_ body: () throws -> Void) rethrows -> Int64 {
  var best = Int64.max
  for _ in 0..<3 {
    let elapsed = try clock.measure { for _ in 0..<count { try body() } }
    best = min(
      best,
      elapsed.components.attoseconds / 1_000_000_000 / Int64(count)
        + elapsed.components.seconds * 1_000_000_000 / Int64(count))
  }
  return best
}

print("ns each: one by one, with explanation, over columns")
for source in [
  "grade >= 11", "grade >= 11 && year == 2026", "program == '51080050'",
  "program in ['51080050', '51080010', '52030000']", "name.startsWith('Av')",
  "day < timestamp('2026-07-01T00:00:00Z')", "name.matches('^A[a-z]+$')",
  "courses.exists(c, c.code == program && c.credits == 3)", "size(name + program) > 10",
  "courses.filter(c, c.credits > 1).size() == 2",
] {
  let expression = try environment.check(source)
  let plain = Evaluator(expression)
  let explaining = Evaluator(expression, explains: true)
  for (name, value) in values {
    plain[name] = value
    explaining[name] = value
  }
  let batch = BatchEvaluator(expression, sources: sources)
  var row = 0
  let single = try nanoseconds { _ = try plain.value() }
  let explained = try nanoseconds { _ = try explaining.value() }
  let column = try nanoseconds {
    row = (row + 1) & 1023
    _ = try batch.answer(row: row)
  }
  print("\(single)\t\(explained)\t\(column)\t\(source)")
}
