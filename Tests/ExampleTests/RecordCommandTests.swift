import Foundation
import Testing

struct RecordCommandTests {
  /// The arguments by which a credential of a sample student is added.
  static func adding(_ changes: [String: String] = [:]) -> [String] {
    let values = [
      "student": "9900005", "school": "990401101", "program": "52030000", "course": "52030010",
      "provider": "990401101", "credentialCode": "S101", "day": "2022-05-11", "passed": "true",
    ].merging(changes) { $1 }
    return ["credentials", "add", "--tenant", "demo"]
      + values.sorted { $0.key < $1.key }.flatMap { ["--set", "\($0.key)=\($0.value)"] }
  }

  @Test func `a list is given in each form, and none of its cells is a formula`() throws {
    let program = Program()
    try program.makeDemo()
    #expect(
      try program.run(Self.adding(["certificateNumber": "=1+1", "day": "2022-05-12"])).exitCode
        == 0)
    let list = ["credentials", "list", "--tenant", "demo", "--where", "student=9900005"]
    #expect(try program.run(list).output.contains("2022-05-12  true    =1+1"))
    let csv = try program.run(list + ["--output", "csv"]).output
    #expect(csv.hasPrefix("id,student,credential,year,school,"))
    #expect(csv.contains("\r\ne10,0009900005,sample bookkeeper,2022,"))
    #expect(csv.contains(",'=1+1,"))
    let json = try program.run(list + ["--output", "json"]).output
    #expect(json.contains("\"certificateNumber\" : \"=1+1\""))
    #expect(json.contains("\"savedIn\" : 10"))

    let file = program.folder.appendingPathComponent("list.csv")
    let written = try program.run(list + ["--output", "csv", "--out", file.path])
    #expect(written.output == "1 record is in \(file.path).\n")
    #expect(try String(contentsOf: file, encoding: .utf8) == csv)
  }

  @Test func `a list in words stops at its limit and says so`() throws {
    let program = Program()
    try program.makeDemo()
    let list = ["enrollments", "list", "--tenant", "demo", "--where", "program=12050000"]
    for (limit, count) in [([], 20), (["--limit", "20"], 20), (["--limit", "2"], 2)] {
      let output = try program.run(list + limit).output
      let lines = output.split(separator: "\n").filter { $0.hasPrefix("7-") }
      #expect(lines.count == count, "\(output)")
      #expect(output.contains("There are more") == (count == 2))
    }
    let none = try program.run(list + ["--where", "student=9999999"])
    #expect(none.output == "There are no such course enrollments.\n")
  }

  @Test func `an entry that can't be saved is told with the label of each field`() throws {
    let program = Program()
    try program.makeDemo()
    let refused = try program.run(Self.adding(["passed": "perhaps", "credentialCode": "S201"]))
    #expect(refused.exitCode == 1)
    #expect(refused.output.hasPrefix("Nothing was saved.\n"))
    for label in ["Pass/Fail: ", "Credential Code: "] {
      #expect(refused.output.contains("\n  \(label)"), "\(refused.output)")
    }
    let json = try program.run(Self.adding(["passed": "perhaps"]) + ["--output", "json"])
    #expect(json.exitCode == 1)
    #expect(json.output.contains("\"state\" : \"refused\""))
    #expect(json.output.contains("\"column\" : \"Pass\\/Fail\"") == false)
    #expect(json.output.contains("\"column\" : \"Pass/Fail\""))
    let saved = try program.run(Self.adding() + ["--output", "json"])
    #expect(saved.exitCode == 0)
    #expect(saved.output.contains("\"record\" : \"e10\""))
  }

  @Test func `a record that was modified shows what it was before, and an undo brings it back`()
    throws
  {
    let program = Program()
    try program.makeDemo()
    let show = ["credentials", "show", "8-2", "--tenant", "demo"]
    let before = try program.run(show).output
    #expect(!before.contains("Before:"))
    _ = try program.run(
      "credentials", "modify", "8-2", "--tenant", "demo", "--set", "credentialCode=S102", "--set",
      "certificateNumber=")
    let after = try program.run(show)
    #expect(after.output.contains("sample spreadsheet associate"))
    #expect(
      after.output.hasSuffix(
        "Before:\n  until event 10  credential sample bookkeeper, credentialCode S101, certificateNumber SB-1001\n"
      ), "\(after.output)")
    let undone = try program.run("undo", "10", "--tenant", "demo")
    #expect(undone.exitCode == 0, "\(undone.trouble)")
    #expect(try program.run(show).output.contains("sample bookkeeper"))
  }

  private static let mistakes: [(arguments: [String], code: Int32, words: String)] = [
    (["credentials", "show", "9-7", "--tenant", "demo"], 2, "there is no credential attempt 9-7"),
    (["credentials", "show", "9.7", "--tenant", "demo"], 64, "'cte credentials list' shows them"),
    (
      ["credentials", "list", "--tenant", "demo", "--where", "sudent=1"], 2,
      "did you mean 'student'?"
    ),
    (["credentials", "list", "--tenant", "demo", "--where", "student"], 64, "such as year=2026"),
    (["credentials", "list", "--tenant", "demo", "--limit", "0"], 64, "a number from 1"),
    (
      ["credentials", "add", "--tenant", "demo", "--set", "pased=true"], 2,
      "did you mean 'passed'?"
    ),
    (
      ["credentials", "add", "--tenant", "demo", "--set", "day=1", "--set", "day=2"], 64,
      "the field 'day' is given twice"
    ),
    (["credentials", "modify", "e9", "--tenant", "demo"], 2, "there is no credential attempt e9"),
    (["credentials", "delete", "--tenant", "demo"], 64, "Missing expected argument"),
    (["enrollments", "delete", "7-77", "--tenant", "demo"], 2, "no course enrollment 7-77"),
    (["undo", "77", "--tenant", "demo"], 2, "there is no event 77"),
    (["undo", "2", "--tenant", "demo"], 2, "withdraw that instead"),
    (["uploads", "show", "77", "--tenant", "demo"], 2, "there is no submission 77"),
    (["uploads", "undo", "7", "--tenant", "demo"], 2, "nothing to undo"),
    (["credentials", "list", "--tenant", "dmeo"], 2, "there is no tenant 'dmeo'"),
  ]

  @Test func `what isn't there is told in a sentence, and nothing changes`() throws {
    let program = Program()
    try program.makeDemo()
    // One tenant for all of them, because none changes it.
    for (arguments, code, words) in Self.mistakes {
      try program.expectTrouble(arguments, code, words)
    }
    #expect(
      try program.run("audit", "verify", "--tenant", "demo").output
        == "The audit log is whole: 9 events.\n")
  }
}
