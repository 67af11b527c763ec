// The rule language alone: variables, records and functions of a host, one by one and over columns.
//
//   swift run EmbeddedRules

import CEL

// 1. What expressions may use. Everything is typed, so that mistakes are found before anything runs.
let course = RecordSchema("course", fields: [("code", .string), ("credits", .double)])
var environment = Environment()
environment.declare(course)
environment.declare("grade", as: .int)
environment.declare("program", as: .string)
environment.declare("courses", as: .list(.record("course")), atMost: 100)
environment.declare(
  "hasDigits",
  Overload([.string, .int], returns: .bool, isMember: true) { arguments throws(FunctionError) in
    guard case .string(let code) = arguments[0], case .int(let count) = arguments[1], count > 0
    else { throw FunctionError("hasDigits() takes how many digits there should be") }
    return .bool(code.count == count && code.allSatisfy(\.isNumber))
  })

do {
  _ = try environment.check("grad >= 11 && program.startWith('51')")
} catch {
  print(error)  // Every mistake, with its place and what may have been meant.
}

// 2. One value at a time, with what it costs and why it came about.
let rule = try environment.check(
  "program.hasDigits(4) && courses.exists(c, c.code.startsWith(program) && c.credits >= 0.5)")
let evaluator = Evaluator(rule, explains: true)
evaluator["program"] = .string("5108")
evaluator["courses"] = .list([
  course.record(["code": .string("5108001"), "credits": .double(0.25)]),
  course.record(["code": .string("5210001"), "credits": .double(1)]),
])
print("\n\(try evaluator.value()), cost \(evaluator.cost), estimated \(rule.estimatedCost)")
print(evaluator.explanation?.sentences ?? "")

// 3. Many rows at once, read from columns without making a value of each cell.
let grades: [Int64?] = [9, 12, nil]
let programs = ["5108", "5210", "5108"]
let question = BatchEvaluator(
  try environment.check("grade >= 11 && program in ['5108', '5210']"),
  sources: [
    "grade": .column(.int { grades[$0] }), "program": .column(.string { programs[$0] }),
  ])
print("")
for row in programs.indices { print("row \(row): \(try question.answer(row: row))") }
