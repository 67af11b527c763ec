import Foundation
import Testing

struct PackPageTests {
  @Test func `the pack that the page for authors extends passes its check`() throws {
    let program = Program()
    let made = try program.run(
      "pack", "new", "lakeland", "--years", "2026", "--in", program.madeFolder())
    #expect(made.exitCode == 0, "\(made.trouble)")
    let hillside = program.folder.appendingPathComponent("hillside")
    let files = try Self.filesOnPage()
    #expect(files.count == 3)
    for (path, text) in files {
      try Self.write(text, to: program.folder.appendingPathComponent(path))
    }
    try Self.copyFixtures(from: program.folder.appendingPathComponent("lakeland"), to: hillside)
    let checked = try program.run(
      ["pack", "check", "hillside"], setting: ["CTE_PACKS": program.folder.path])
    #expect(checked.exitCode == 0, "\(checked.output)\(checked.trouble)")
  }

  /// The files of the example, by the comments that name them.
  private static func filesOnPage() throws -> [(path: String, text: String)] {
    let page = try String(
      contentsOf: Program.root.appendingPathComponent("RulePacks/README.md"), encoding: .utf8)
    return page.matches(of: #/```yaml\n# (hillside/.*)\n((?s:.*?))```/#).map {
      (String($0.1), String($0.2))
    }
  }

  /// Copies the fixtures as the page says, and changes what is found.
  private static func copyFixtures(from base: URL, to pack: URL) throws {
    let tests = pack.appendingPathComponent("tests")
    try FileManager.default.copyItem(at: base.appendingPathComponent("tests"), to: tests)
    let everyRule = tests.appendingPathComponent("every-rule-2026")
    try change(everyRule.appendingPathComponent("enrollments.csv"), [("0.5,41", "0.5,53")])
    try change(
      everyRule.appendingPathComponent("expect.yaml"),
      [
        ("- {row: 5, column: Birth Date, rule: enrollment/birth-date-differs}", ""),
        (", expected: 4 to 40", ""),
      ])
  }

  private static func change(_ file: URL, _ changes: [(String, String)]) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try write(changes.reduce(text) { $0.replacing($1.0, with: $1.1) }, to: file)
  }

  private static func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
