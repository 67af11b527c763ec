import Foundation
import Testing

struct TenantCommandTests {
  @Test func `a tenant is backed up, deleted and restored as it was`() throws {
    let program = Program()
    try program.makeDemo()
    let backup = program.folder.appendingPathComponent("kept/demo").path
    let uploads = try program.run("uploads", "list", "--tenant", "demo").output
    let made = try program.run("tenant", "backup", "demo", "--to", backup)
    #expect(made.exitCode == 0, "\(made.trouble)")
    #expect(made.output.contains("is backed up in \(backup): 9 files with"))

    let deleted = try program.run("tenant", "delete", "demo", "--confirm", "demo")
    #expect(deleted.output == "Tenant 'demo' is deleted.\n")
    #expect(
      try program.run("tenant", "list").output
        == "There are no tenants yet; make one with cte tenant create.\n")

    let restored = try program.run("tenant", "restore", backup)
    #expect(restored.exitCode == 0, "\(restored.trouble)")
    #expect(restored.output.hasPrefix("Tenant 'demo' is there as it was at "))
    let copied = try program.run(
      "tenant", "restore", backup, "--as-tenant", "copy", "--output", "json")
    #expect(copied.output.contains("\"restoredAs\" : \"copy\""))
    for name in ["demo", "copy"] {
      #expect(try program.run("uploads", "list", "--tenant", name).output == uploads)
      #expect(
        try program.run("audit", "verify", "--tenant", name).output
          == "The audit log is whole: 9 events.\n")
    }
  }

  @Test func `a tenant moves to another year after a plan of it, and back`() throws {
    let program = Program()
    try program.makeDemo()
    let plan = try program.run("tenant", "upgrade", "demo", "--year", "2021", "--plan")
    #expect(plan.exitCode == 0, "\(plan.trouble)")
    #expect(plan.output.hasPrefix("A plan, and nothing is changed: tenant 'demo' moves from "))
    #expect(
      plan.output.contains(
        "\n  no course offerings of 2021 yet: import them as coherent-sequence\n"))
    #expect(try program.run("tenant", "list").output == "demo  arizona, fiscal year 2022\n")

    let moved = try program.run(
      "tenant", "upgrade", "demo", "--year", "2021", "--output", "json")
    #expect(moved.output.contains("\"state\" : \"committed\""))
    #expect(try program.run("tenant", "list").output == "demo  arizona, fiscal year 2021\n")
    let back = try program.run("tenant", "upgrade", "demo", "--pack", "arizona", "--year", "2022")
    #expect(back.output.hasPrefix("Done, as event 11 of the audit log: tenant 'demo' moves from "))
    #expect(
      try program.run("tenant", "upgrade", "demo").output.hasPrefix("Nothing changes: "))
  }

  @Test(arguments: [
    (["tenant", "upgrade", "demo", "--year", "2030"], 2, "the pack doesn't cover 2030"),
    (["tenant", "upgrade", "demo", "--year", "30"], 64, "a year has four digits"),
    (["tenant", "upgrade", "dmeo"], 2, "there is no tenant 'dmeo'"),
    (["tenant", "upgrade", "demo", "--as", "pat"], 2, "there is no tenant 'demo'"),
    (["tenant", "delete", "demo"], 64, "nothing was deleted; tenant 'demo' has 8 uploads"),
    (["tenant", "delete", "demo", "--confirm", "dmeo"], 64, "nothing was deleted"),
    (["tenant", "delete", "dmeo", "--confirm", "dmeo"], 2, "there is no tenant 'dmeo'"),
    (["tenant", "delete", "dmeo"], 2, "there is no tenant 'dmeo'"),
    (["tenant", "backup", "dmeo", "--to", "/dev/null/x"], 2, "there is no tenant 'dmeo'"),
    (["tenant", "backup", "demo", "--to", "."], 2, "choose another place"),
    (["tenant", "restore", "."], 2, "is no backup: it has no file manifest.json"),
    (["tenant", "restore", ".", "--as-tenant", "Demo Tenant"], 64, "is no tenant's name"),
  ])
  func `what can't be done is told in a sentence, and nothing is done`(
    arguments: [String], code: Int32, words: String
  ) throws {
    let program = Program()
    try program.makeDemo()
    let result = try program.run(arguments)
    #expect(result.exitCode == code)
    #expect(result.trouble.contains(words), "\(result.trouble)")
    #expect(result.output.isEmpty)
    #expect(try program.run("tenant", "list").output == "demo  arizona, fiscal year 2022\n")
  }

  @Test func `an original that was changed is told by the verification`() throws {
    let program = Program()
    try program.makeDemo()
    let uploads = program.folder.appendingPathComponent("tenants/demo/uploads")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: uploads.path).first)
    try Data("other".utf8).write(to: uploads.appendingPathComponent(name))
    let result = try program.run("audit", "verify", "--tenant", "demo")
    #expect(result.exitCode == 2)
    #expect(result.output.contains("isn't the file that was sent."))
  }
}
