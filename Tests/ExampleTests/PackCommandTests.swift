import Foundation
import Testing

struct PackCommandTests {
  @Test func `a new pack passes its own check, and its sample is taken in every year`() throws {
    let program = Program()
    let made = try program.makePack("lakeland", "--years", "2026-2027")
    let pack = program.folder.appendingPathComponent("lakeland").path
    #expect(made.exitCode == 0, "\(made.trouble)")
    #expect(made.output.contains("30 files for the fiscal years 2026 to 2027. All of its data is"))
    #expect(made.output.contains("\n  cte tenant create lakeland --pack \(pack) --year 2026\n"))
    let checked = try program.run("pack", "check", pack)
    #expect(checked.exitCode == 0, "\(checked.output)")
    for year in ["2026", "2027"] {
      let tenant = ["--tenant", "t\(year)", "--on", "\(year)-05-01"]
      _ = try program.run("tenant", "create", "t\(year)", "--pack", pack, "--year", year)
      for list in ["tests/reference/students.csv", "programs/2026.csv"] {
        let loaded = try program.run(["import", "\(pack)/\(list)"] + tenant)
        #expect(loaded.exitCode == 0, "\(loaded.output)")
      }
      let imported = try program.run(["import", "\(pack)/sample.csv"] + tenant)
      #expect(imported.exitCode == 0)
      #expect(imported.output.contains("\n  3 rows read: 3 accepted\n"), "\(imported.output)")
    }
  }

  @Test func `a new pack covers the fiscal year of today, and is told as JSON`() throws {
    let program = Program()
    let made = try program.makePack(
      "north-lakeland", "--on", "2030-07-01", "--title", "Lakeland's North", "--output", "json")
    #expect(made.output.contains("\"years\" : [\n    2031\n  ]"), "\(made.output)\(made.trouble)")
    let folder = program.folder.appendingPathComponent("north-lakeland")
    let manifest = try String(
      contentsOf: folder.appendingPathComponent("pack.yaml"), encoding: .utf8)
    #expect(manifest.contains("\ntitle: \"Lakeland's North\"\n"))
    #expect(manifest.contains("\nyears: {first: 2031, last: 2031}\n"))
    #expect(try program.run("pack", "check", folder.path).exitCode == 0)
  }

  @Test(arguments: [
    (["Lakeland"], 64, "'Lakeland' is no pack's name; use lower-case letters"),
    (["perkins"], 64, "the new pack extends 'perkins', so it needs another name"),
    (["arizona"], 64, "a pack named 'arizona' is there already; choose another name"),
    (["lakeland", "--in", ""], 64, "--in names no folder; leave it out for the current one"),
    (["lakeland", "--in", "/"], 2, "nothing is written to '/' itself; name a folder in it"),
    (["lakeland", "--in", "school.csv"], 2, "'school.csv' is a file, not a folder; name a folder"),
    (["lakeland", "--years", "2027-2026"], 64, "the last year comes before the first"),
    (["lakeland", "--years", "2026-27"], 64, "years are written 2026 or 2026-2027"),
    (["lakeland", "--years", "2020-2030"], 64, "2020 to 2030 are more than 10 years"),
    (
      ["lakeland", "--title", "a \"b\""], 64, "a title is one line of text without quotation marks"
    ),
    (["lakeland", "--in", "nowhere"], 2, "there is no folder 'nowhere'; make it first"),
  ])
  func `what no new pack can be is told in a sentence`(
    arguments: [String], exitCode: Int32, words: String
  ) throws {
    let program = Program()
    let result = try program.run(["pack", "new"] + arguments)
    #expect(result.exitCode == exitCode)
    #expect(result.trouble.contains(words), "\(result.trouble)")
    #expect(result.output.isEmpty)
  }

  @Test func `a folder that is there already stays as it is`() throws {
    let program = Program()
    _ = try program.makePack("lakeland", "--year", "2026")
    let again = try program.makePack("lakeland", "--year", "2027")
    #expect(again.exitCode == 2)
    #expect(again.trouble.contains("lakeland is there already; choose another name, or remove it"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.folder.path) == ["lakeland"])
  }

  @Test func `schemas are printed as one object, or written into a folder`() throws {
    let program = Program()
    let printed = try program.run("pack", "schema")
    let json = try JSONSerialization.jsonObject(with: Data(printed.output.utf8))
    let kinds = (json as? [String: Any])?.keys.sorted() ?? []
    #expect(kinds.count == 11 && kinds.contains("rule"))

    let folder = try program.madeFolder() + "/schemas"
    let written = try program.run("pack", "schema", "--out", folder)
    #expect(written.exitCode == 0, "\(written.trouble)")
    #expect(written.output.contains("Next: copy \(folder)/settings.json to .vscode/settings.json"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(files) == Set(kinds.map { "\($0).schema.json" } + ["settings.json"]))
    let listed = try program.run("pack", "schema", "--out", folder, "--output", "json")
    #expect(listed.output.contains("\"rule.schema.json\""))
  }
}

struct PackSchemaPlaceTests {
  @Test(arguments: [
    ("", 64, "--out names no folder; leave it out to print the schemas"),
    ("/", 2, "nothing is written to '/' itself; name a folder in it"),
    ("school.csv", 2, "'school.csv' is a file, not a folder; name a folder"),
    ("school.csv/x", 2, "'school.csv' is a file, not a folder; name a folder"),
    ("nosuch/x", 2, "there is no folder 'nosuch'; make it first, or name another"),
  ])
  func `a place where no schemas can be written is told in a sentence`(
    folder: String, exitCode: Int32, words: String
  ) throws {
    let program = Program()
    let result = try program.run(["pack", "schema", "--out", folder])
    #expect(result.exitCode == exitCode && result.output.isEmpty)
    #expect(result.trouble.contains(words), "\(result.trouble)")
  }
}

extension Program {
  /// Makes a pack in the program's passing folder.
  fileprivate func makePack(_ arguments: String...) throws -> Result {
    try run(["pack", "new"] + arguments + ["--in", try madeFolder()])
  }
}

struct PackQuestionTests {
  @Test func `a check ends with 0, with 1 where something doesn't hold, and with 2 without a pack`()
    throws
  {
    let program = Program()
    let clean = try program.run("pack", "check", "arizona")
    #expect(clean.exitCode == 0 && clean.output.hasSuffix("everything holds\n"))
    _ = try program.makePack("lakeland", "--years", "2026")
    let folder = program.folder.appendingPathComponent("lakeland")
    try FileManager.default.removeItem(at: folder.appendingPathComponent("tests/clean-2026"))
    let told = try program.run("pack", "check", folder.path)
    #expect(told.exitCode == 1)
    #expect(told.output.hasPrefix("\(folder.path)/tests/clean-2026/expect.yaml:1:1: the fixture"))
    let asJSON = try program.run("pack", "check", folder.path, "--output", "json")
    #expect(asJSON.exitCode == 1 && asJSON.output.contains("\"file\" : \"lakeland/tests/clean-"))
    let none = try program.run("pack", "check", "nowhere")
    #expect(none.exitCode == 2 && none.output.contains("unknown pack 'nowhere'"))
  }

  @Test(arguments: [
    ("2021", "  {min: 100, max: 1500}, since 2021\n"),
    ("2022", "  has no value in 2022; it has one in 2021\n"),
  ])
  func `a name is explained with its value, place and source`(year: String, value: String) throws {
    let told = try Program().run("pack", "explain", "arizona", "minutesPerWeek", "--year", year)
    #expect(told.exitCode == 0)
    #expect(told.output.hasPrefix("parameter minutesPerWeek\n\(value)  arizona/parameters.yaml:"))
    #expect(
      told.output.contains("\n  source: portal-overview, \"Allowable Minutes Per Week range\""))
  }

  @Test func `a name that nothing has leads to the nearest`() throws {
    let told = try Program().run("pack", "explain", "arizona", "minutsPerWeek", "--year", "2021")
    #expect(told.exitCode == 2 && told.trouble.contains("did you mean 'minutesPerWeek'?"))
  }
}
