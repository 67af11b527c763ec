import Foundation
import Testing

struct ProgramCommandTests {
  private static let reference = "../../RulePacks/michigan/tests/reference"

  private static func makeTenant(_ program: borrowing Program) throws {
    _ = try program.run("tenant", "create", "schools", "--pack", "michigan", "--year", "2025")
    for (file, format) in [
      ("organizations", "organizations"), ("sample-programs-2025", "program-offerings"),
      ("students", "student-roster"), ("enrollments-2025", "enrollment-records"),
      ("credential-list-2025", "credential-list"),
    ] {
      let result = try program.run(
        "import", "\(reference)/\(file).csv", "--tenant", "schools", "--format", format)
      #expect(result.exitCode == 0, "\(file) \(result.output) \(result.trouble)")
    }
  }

  @Test func `a program is worked on by hand from its list to the year's completeness`() throws {
    let program = Program()
    try Self.makeTenant(program)
    let tenant = ["--tenant", "schools"]
    let list = try program.run(["programs", "list", "--sort", "PSN", "--output", "csv"] + tenant)
    #expect(list.output.hasPrefix("PSN,"), "\(list.output) \(list.trouble)")
    #expect(list.output.contains("\r\n900001,48.0508,Sample Welding,REG,99011,"))
    let groups = try program.run(["programs", "groups", "900001"] + tenant).output
    #expect(groups.contains("(SWELD1-1)") && groups.contains("In school but not enrolled"))
    let menu = try program.run(["programs", "credentials", "900001"] + tenant).output
    #expect(menu.contains("Authorized:\n") && menu.contains("SWELD") && menu.contains("SBRAZE"))

    let students = ["9000001", "0009000002"]
    let give = ["programs", "give", "900001"] + students + tenant
    let plan = try program.run(give + ["--code", "SWELD", "--plan"])
    #expect(plan.output.hasPrefix("A plan, and nothing is changed.\n  added: 2 students"))
    let given = try program.run(give + ["--code", "SWELD"])
    #expect(given.exitCode == 0 && given.output.contains("To undo it: cte undo "))
    let suggested = try program.run(give + ["--suggest", "Sample Torch Card"])
    #expect(suggested.output.contains("added: 2 students"), "\(suggested.output)")
    let shown = try program.run(["programs", "students", "900001", "--search", "ada"] + tenant)
    #expect(shown.output.contains("Sample Welder") && shown.output.contains("Sample Torch Card"))

    let refused = try program.run(["programs", "no-credentials", "900001", "--declare"] + tenant)
    #expect(refused.exitCode == 1 && refused.output.hasPrefix("Nothing was declared."))
    let declared = try program.run(["programs", "no-credentials", "900002", "--declare"] + tenant)
    #expect(declared.exitCode == 0, "\(declared.output)")
    let check = try program.run(["check", "completeness", "--output", "json"] + tenant)
    #expect(check.exitCode == 1)
    #expect(check.output.contains("\"declared\" : 1") && !check.output.contains("\"900002\""))
    let revoked = try program.run(["programs", "no-credentials", "900002", "--revoke"] + tenant)
    #expect(revoked.output.hasPrefix("Taken back that program 900002"))
  }

  @Test func `credentials are exported, and suggested ones go into the list of a coming year`()
    throws
  {
    let program = Program()
    try Self.makeTenant(program)
    let tenant = ["--tenant", "schools"]
    _ = try program.run(
      ["programs", "give", "900001", "0009000001", "--suggest", "Sample Torch Card"] + tenant)
    let export = ["credentials", "export"] + tenant
    let csv = try program.run(export + ["--offering", "900001"]).output
    #expect(csv.contains(",Suggested,,Sample Torch Card\r\n"), "\(csv)")
    let file = program.folder.appendingPathComponent("credentials.xlsx").path
    let written = try program.run(export + ["--organization", "99001", "--out", file])
    #expect(written.output == "1 row is in \(file).\n", "\(written.trouble)")
    #expect(FileManager.default.contents(atPath: file)?.starts(with: Array("PK".utf8)) == true)

    let list = try program.run(["suggestions", "list", "--output", "csv"] + tenant).output
    let line = try #require(list.split(separator: "\r\n").last)
    let id = try #require(line.split(separator: ",").first.map(String.init))
    let accepted = try program.run(
      ["suggestions", "accept", id, "--year", "2026", "--code", "STORCH", "--category", "Approved"]
        + tenant)
    #expect(accepted.exitCode == 0, "\(accepted.output) \(accepted.trouble)")
    let proposals = try program.run(["suggestions", "proposals", "--year", "2026"] + tenant).output
    #expect(
      proposals
        == "CIPCode,CredentialCode,CredentialName,Category,Year\r\n48.0508,STORCH,Sample Torch Card,approved,2026\r\n"
    )
  }

  private static let mistakes: [(arguments: [String], code: Int32, words: String)] = [
    (["programs", "list", "--sort", "titel"], 2, "did you mean 'title'?"),
    (["programs", "list", "--organization", "1"], 2, "there is no organization 1"),
    (["programs", "groups", "1"], 2, "there is no active program 1"),
    (["programs", "students", "900001", "--section", "A", "--search", "b"], 64, "take one of"),
    (["programs", "give", "900001", "0009000001"], 64, "by --code or by --suggest"),
    (["programs", "no-credentials", "900001"], 64, "--declare"),
    (["credentials", "export", "--offering", "900001", "--years", "2"], 64, "take one of them"),
    (["credentials", "export", "--output", "xlsx"], 64, "name it with --out"),
    (["credentials", "export", "--search", "a"], 64, "name it with --offering"),
    (["suggestions", "decline", "9-9", "--reason", "no"], 2, "no open suggestion 9-9"),
  ]

  @Test func `what isn't there is told in a sentence`() throws {
    let program = Program()
    try Self.makeTenant(program)
    for (arguments, code, words) in Self.mistakes {
      try program.expectTrouble(arguments + ["--tenant", "schools"], code, words)
    }
  }
}
