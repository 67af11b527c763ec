import Foundation
import Testing

struct AccessCommandTests {
  @Test func `who has a role for a school sees it, and of the rest nothing`() throws {
    let program = Program()
    try program.makeDemo()
    _ = try program.run("import", "upload.csv", "--tenant", "demo")
    let asClerk = ["--tenant", "demo", "--as", "clerk"]
    #expect(try program.run("tenant", "list", "--as", "clerk").output.hasPrefix("There are no"))
    #expect(try program.run(["credentials", "list"] + asClerk).exitCode == 2)

    let given = try program.run(
      "roles", "give", "clerk", "modify", "--organization", "990401102", "--tenant", "demo")
    #expect(given.output == "Given: clerk is modify for organization 990401102.\n")
    #expect(try program.run("tenant", "list", "--as", "clerk").output.hasPrefix("demo  arizona"))
    let list = try program.run(["credentials", "list"] + asClerk).output
    #expect(list.contains("9-22") && !list.contains("9-2 "))
    let hidden = try program.run(["credentials", "show", "9-2"] + asClerk)
    let absent = try program.run(["credentials", "show", "9-7"] + asClerk)
    #expect(hidden.trouble.replacing("9-2", with: "9-7") == absent.trouble)
    #expect(try program.run(["uploads", "list"] + asClerk).output == "Nothing was uploaded yet.\n")
    #expect(
      try program.run(["roles", "list"] + asClerk).output.hasSuffix(
        "Who has which:\n  clerk is modify for organization 990401102\n"))

    _ = try program.run(
      "roles", "take-back", "clerk", "modify", "--organization", "990401102", "--tenant", "demo")
    #expect(try program.run(["credentials", "list"] + asClerk).exitCode == 2)
  }

  private static let refused: [(arguments: [String], words: String)] = [
    (["tenant", "backup", "demo", "--to", "/dev/null/x"], "can back the tenant up"),
    (["tenant", "delete", "demo", "--confirm", "demo"], "can delete the tenant"),
    (["tenant", "delete", "demo"], "can delete the tenant"),
    (["tenant", "restore", "."], "only the local operator can restore a tenant"),
    (["audit", "list", "--tenant", "demo"], "can see the audit log"),
    (["audit", "verify", "--tenant", "demo"], "can verify the audit log"),
    (["roles", "give", "pat", "modify", "--tenant", "demo"], "can give roles"),
    (["roles", "take-back", "clerk", "readOnly", "--tenant", "demo"], "can take roles back"),
    (["uploads", "withdraw", "8", "--tenant", "demo"], "there is no submission 8"),
    (
      ["credentials", "delete", "8-2", "--tenant", "demo"], "you may not change credential attempts"
    ),
  ]

  @Test func `who may only read is refused all else in a sentence`() throws {
    let program = Program()
    try program.makeDemo()
    let given = try program.run(
      "roles", "give", "clerk", "readOnly", "--organization", "990401101", "--tenant", "demo")
    #expect(given.exitCode == 0, "\(given.trouble)")
    for (arguments, words) in Self.refused {
      try program.expectTrouble(arguments + ["--as", "clerk"], 2, words)
    }
    #expect(
      try program.run("audit", "verify", "--tenant", "demo").output
        == "The audit log is whole: 10 events.\n")
  }

  @Test func `whoever administers a tenant may back it up and delete it`() throws {
    let program = Program()
    try program.makeDemo()
    _ = try program.run("roles", "give", "pat", "administrator", "--tenant", "demo")
    let backup = program.folder.appendingPathComponent("kept").path
    #expect(
      try program.run("tenant", "backup", "demo", "--to", backup, "--as", "pat").exitCode == 0)
    #expect(
      try program.run("tenant", "delete", "demo", "--confirm", "demo", "--as", "pat").exitCode
        == 0)
    #expect(try program.run("tenant", "list").output.hasPrefix("There are no tenants yet"))
  }

  private static let mistakes: [(arguments: [String], code: Int32, words: String)] = [
    (["roles", "give", "pat", "modfy"], 2, "did you mean 'modify'?"),
    (["roles", "give", "pat", "modify", "--organization", "1"], 2, "there is no organization 1"),
    (["roles", "give", "pat", "modify", "--program", "1"], 2, "there is no program 1"),
    (["roles", "give", "local operator", "modify"], 2, "a name of their own"),
    (["roles", "take-back", "pat", "modify"], 2, "'pat' has no such role"),
    (["roles", "list", "--as", "local operator"], 64, "is nobody's name"),
    (["roles", "list", "--as", " "], 64, "--as names nobody"),
  ]

  @Test func `a role that can't be given is told in a sentence`() throws {
    let program = Program()
    try program.makeDemo()
    for (arguments, code, words) in Self.mistakes {
      try program.expectTrouble(arguments + ["--tenant", "demo"], code, words)
    }
    #expect(try program.run("roles", "list", "--tenant", "demo").output.contains("Nobody has"))
  }
}
