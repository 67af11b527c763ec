import Foundation
import Testing

struct ThirdStateTests {
  /// A state of its own is a new pack with some words of YAML changed; nothing else is built or written.
  @Test func `a file of a third state is previewed and committed by its pack alone`() throws {
    let program = Program()
    let pack = try Self.makePack(with: program)
    let checked = try program.run("pack", "check", pack)
    #expect(checked.exitCode == 0, "\(checked.output)")

    let tenant = ["--tenant", "ridge", "--on", "2026-05-01"]
    _ = try program.run("tenant", "create", "ridge", "--pack", pack, "--year", "2026")
    for list in ["tests/reference/students.csv", "programs/2026.csv"] {
      #expect(try program.run(["import", "\(pack)/\(list)"] + tenant).exitCode == 0)
    }
    let previewed = try program.run(["import", "\(pack)/sample.csv"] + tenant)
    #expect(previewed.output.hasPrefix("Submission 3 (enrollments) is a preview"))
    let shown = try program.run(["uploads", "show", "3"] + tenant)
    #expect(shown.output.contains("\nRow  Pupil   Course"), "\(shown.output)\(shown.trouble)")
    #expect(shown.output.contains("\n4    000103  en-201  Valid\n"), "\(shown.output)")
    let before = try program.run(["enrollments", "list"] + tenant.prefix(2))
    #expect(before.exitCode == 0 && !before.output.contains("000103"))
    let committed = try program.run(["uploads", "commit", "3"] + tenant)
    #expect(committed.output.contains("\n  3 rows read: 3 accepted\n"), "\(committed.output)")
  }

  /// Makes a pack whose state calls students otherwise and looks at a file before it takes it.
  private static func makePack(with program: borrowing Program) throws -> String {
    let made = try program.run(
      "pack", "new", "ridgeland", "--years", "2026", "--in", program.madeFolder())
    try #require(made.exitCode == 0, "\(made.trouble)")
    let pack = program.folder.appendingPathComponent("ridgeland")
    for path in try FileManager.default.subpathsOfDirectory(atPath: pack.path)
    where path.hasSuffix(".csv") || path.hasSuffix(".yaml") {
      let file = pack.appendingPathComponent(path)
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("Student Number", with: "Pupil Code")
        .replacing("acceptance: {mode: rows}  ", with: preview)
        .write(to: file, atomically: true, encoding: .utf8)
    }
    return pack.path
  }

  private static let preview = """
    acceptance: {mode: preview, expiresAfterDays: 7}
    grid: [{title: Pupil, value: "{student}"}, {title: Course, value: "{course}"}]
    """ + " "
}
