import Testing

struct PackMisspellingTests {
  @Test(arguments: [
    (["chek", "arizona"], "error: there is no command 'pack chek'\n  help: did you mean 'check'?"),
    (["frobnicate"], "'pack frobnicate'\n  help: there are new, check, explain, schema\n"),
    (["explian", "arizona", "weeks", "--year", "2021"], "did you mean 'explain'?"),
  ])
  func `a command that there isn't leads to the nearest`(arguments: [String], words: String) throws
  {
    let told = try Program().run(["pack"] + arguments)
    #expect(told.exitCode == 64 && told.output.isEmpty)
    #expect(told.trouble.contains(words), "\(told.trouble)")
  }

  @Test(arguments: [[], ["--help"]])
  func `without a command there is help, which names those that there are`(arguments: [String])
    throws
  {
    let told = try Program().run(["pack"] + arguments)
    #expect(told.exitCode == 0 && !told.output.contains("unknown"), "\(told.output)")
    #expect(told.output.contains("USAGE: cte pack <subcommand>"))
    for name in ["new", "check", "explain", "schema"] {
      #expect(told.output.contains("  \(name) "))
    }
  }
}
