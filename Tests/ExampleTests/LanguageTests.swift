import Foundation
import Testing

struct LanguageTests {
  private static let folder = Program.root.appendingPathComponent("../shared/cel-conformance")
    .standardizedFileURL.path

  /// The files of the conformance suite, where somebody has put them beside the checkout.
  private static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".json") }.sorted().map { "\(folder)/\($0)" }

  @Test(.enabled(if: !files.isEmpty))
  func `every case of the conformance suite passes`() throws {
    let result = try Program().run(["cel", "conformance"] + Self.files)
    #expect(result.exitCode == 0, "\(result.output)")
    #expect(result.output.hasSuffix("\n1065 passed, 0 failed\n"))
    #expect(result.output.split(separator: "\n").filter { $0.hasSuffix(" 0 failed") }.count == 21)
  }

  @Test func `a case that fails is named, and ends with exit code 1`() throws {
    let program = Program()
    let file = program.folder.appendingPathComponent("cases.json")
    try FileManager.default.createDirectory(
      at: program.folder, withIntermediateDirectories: true)
    try Data(
      """
      [{"file": "own", "section": "sums", "name": "right", "expr": "1 + 1", "value": {"int": "2"}},
       {"file": "own", "section": "sums", "name": "wrong", "expr": "1 + 1", "value": {"int": "3"}},
       {"file": "own", "section": "sums", "name": "fails", "expr": "1 / 0", "error": ["zero"]},
       {"file": "own", "section": "types", "name": "list", "expr": "[]", "checkOnly": true,
        "deducedType": "list(int)"}]
      """.utf8
    ).write(to: file)
    let result = try program.run("cel", "conformance", file.path)
    #expect(result.exitCode == 1)
    #expect(
      result.output == """
        failed: own/sums/wrong: 1 + 1: 2 instead of 3
        failed: own/types/list: []: the type is list(dyn), not list(int)
        \(file.path): 2 passed, 2 failed
        2 passed, 2 failed

        """)
  }

  @Test func `an expression is answered with value, type, cost and, on request, explanation`()
    throws
  {
    let program = Program()
    let file = program.folder.appendingPathComponent("values.json")
    try FileManager.default.createDirectory(
      at: program.folder, withIntermediateDirectories: true)
    try Data(
      #"{"grade": 11, "credits": 0.5, "day": {"timestamp": "2026-07-01T00:00:00Z"}, "u": {"uint": 1}}"#
        .utf8
    ).write(to: file)
    let result = try program.run(
      "cel", "eval", "grade >= 11 && credits < 1.0 && day > timestamp(0) && u == 1u", "--bindings",
      file.path, "--explain")
    #expect(result.exitCode == 0, "\(result.trouble)")
    #expect(result.output.hasPrefix("value: true\ntype: bool\ncost: 10 (estimated 1 to 10)\n\n"))
    #expect(result.output.contains("\n  grade >= 11 is true\n    grade is 11\n"))
    let json = try program.run("cel", "eval", "[1].map(x, x * 2)", "--output", "json")
    #expect(
      json.output.contains(#""type" : "list(int)""#) && json.output.contains(#""value" : "[2]""#))
  }

  @Test func `mistakes and failures go to standard error and end with exit code 2`() throws {
    let program = Program()
    let mistaken = try program.run("cel", "eval", "grad + 1")
    #expect(mistaken.exitCode == 2)
    #expect(mistaken.trouble == "error: 1:1: undeclared name 'grad'\n")
    let failing = try program.run("cel", "eval", "1 / 0")
    #expect(failing.exitCode == 2)
    #expect(failing.trouble == "error: 1:3: a number is divided by zero\n")
    let limited = try program.run("cel", "eval", "[1, 2].map(x, x)", "--cost-limit", "5")
    #expect(limited.trouble.contains("costs more than the limit of 5: [1, 2].map(x, x)"))
    #expect(try program.run("cel", "eval", "1", "--bindings", "nowhere.json").exitCode == 2)
  }
}
