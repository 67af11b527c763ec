import Foundation
import Testing

struct ProgramTests {
  @Test func `a clean file ends with 0, one with errors with 1, and both say what to do next`()
    throws
  {
    let program = Program()
    let created = try program.run("tenant", "create", "demo", "--pack", "arizona", "--year", "2022")
    #expect(created.exitCode == 0)
    #expect(created.output.contains("Next: cte import FILE --tenant demo"))
    #expect(try program.run("tenant", "list").output == "demo  arizona, fiscal year 2022\n")
    for list in [
      "school", "program", "course", "coherent_sequence", "credential_list", "student",
      "enrollment", "credential",
    ] {
      let loaded = try program.run("import", "\(list).csv", "--tenant", "demo")
      #expect(loaded.exitCode == 0, "\(loaded.trouble)")
    }
    let errors = program.folder.appendingPathComponent("errors.csv").path
    let result = try program.run("import", "upload.csv", "--tenant", "demo", "--errors", errors)
    #expect(result.exitCode == 1)
    #expect(result.output.contains("24 rows read: 5 accepted, 19 rejected"))
    #expect(result.output.contains("All of them are in \(errors)."))
    #expect(result.trouble.hasPrefix("elapsed: "))
    #expect(
      try String(contentsOfFile: errors, encoding: .utf8).components(separatedBy: "\r\n").count
        == 21)

    let again = try program.run("import", "upload.csv", "--tenant", "demo")
    #expect(again.output.contains("nothing in the file is new"))
    #expect(try program.run("uploads", "list", "--tenant", "demo").output.contains("9  "))
    #expect(
      try program.run("audit", "verify", "--tenant", "demo").output
        == "The audit log is whole: 10 events.\n")
  }

  @Test func `the same files in the same order give the same bytes in every process`() throws {
    var results: [[String]] = []
    for _ in 1...2 {
      let program = Program()
      try program.makeDemo()
      let errors = program.folder.appendingPathComponent("errors.csv").path
      let result = try program.run(
        "import", "upload.csv", "--tenant", "demo", "--errors", errors, "--output", "json", "--on",
        "2022-05-01")
      results.append([
        result.output, try String(contentsOfFile: errors, encoding: .utf8),
      ])
      #expect(result.exitCode == 1)
      #expect(result.output.contains("\"state\" : \"committed\""))
    }
    #expect(results[0] == results[1])
  }

  @Test func `a file is checked offline`() throws {
    let program = Program()
    let result = try program.run("validate", "upload.csv", "--pack", "arizona", "--year", "2022")
    #expect(result.exitCode == 1)
    #expect(result.output.contains("24 rows read: 14 without an error, 10 rejected"))
  }

  @Test(arguments: [
    (["import", "upload.csv", "--tenant", "demo"], "there is no tenant 'demo' in"),
    (
      ["tenant", "create", "demo", "--pack", "arizonna", "--year", "2022"],
      "did you mean 'arizona'?"
    ),
    (
      ["tenant", "create", "demo", "--pack", "arizona", "--year", "2031"],
      "the pack doesn't cover 2031"
    ),
    (
      ["validate", "nothing.csv", "--pack", "arizona", "--year", "2022"],
      "nothing.csv can't be opened: No such file"
    ),
    (
      ["validate", "README.md", "--pack", "arizona", "--year", "2022"],
      "README.md fits no format of the pack"
    ),
  ])
  func `what can't be used is told in a sentence and ends with 2`(
    arguments: [String], words: String
  ) throws {
    let program = Program()
    let result = try program.run(arguments)
    #expect(result.exitCode == 2)
    #expect(result.trouble.contains(words), "\(result.trouble)")
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    ["improt"], ["import"], ["import", "upload.csv", "--tenat", "demo"],
    ["tenant", "create", "Demo Tenant", "--pack", "arizona", "--year", "2022"],
    ["tenant", "create", "demo", "--pack", "arizona", "--year", "22"],
    ["import", "upload.csv", "--tenant", "demo", "--on", "2022-02-30"],
    ["import", "upload.csv", "--tenant", "demo", "--errors", "errors.txt"],
  ])
  func `wrong usage ends with 64 and shows the right one`(arguments: [String]) throws {
    let program = Program()
    let result = try program.run(arguments)
    #expect(result.exitCode == 64)
    #expect(result.trouble.contains("Usage: cte"))
    #expect(result.output.isEmpty)
  }

  @Test func `a refused file still has a result for programs`() throws {
    let program = Program()
    let result = try program.run(
      "validate", "README.md", "--pack", "arizona", "--year", "2022", "--output", "json")
    #expect(result.exitCode == 2)
    #expect(result.output.contains("\"state\" : \"refused\""))
    #expect(result.output.contains("\"reason\" : \"README.md fits no format of the pack"))
  }

  @Test func `the program knows its version`() throws {
    let program = Program()
    #expect(try program.run("--version").output == "0.1.0\n")
  }
}
