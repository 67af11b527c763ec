import Foundation
import Testing

/// The page that says with which command the state's screens are followed.
struct ScreensPageTests {
  @Test func `every command of the page gives what the page shows`() throws {
    let program = Program()
    let steps = try PageStep.all(on: "Examples/cte/README.md")
    #expect(steps.count > 30)
    // Events have numbers, so that after a step that goes wrong nothing more can be learnt.
    for step in steps {
      let result = try program.run(step.arguments)
      let output = result.output + result.trouble
      try #require(result.exitCode == step.exitCode, "\(step.command)\n\(output)")
      try #require(
        try step.isShown(by: output),
        "\(step.command)\n\(output)isn't\n\(step.shown.joined(separator: "\n"))")
    }
  }

  @Test(arguments: [
    ("a\nb", "a\nb\n", true), ("a\nb", "a\nb\nc\n", false), ("a\n…", "a\nb\nc\n", true),
    ("…\nc", "a\nb\nc\n", true), ("a  …  c", "a  b  b  c\n", true), ("a  …", "a\nb\n", false),
    ("a.c", "abc\n", false), ("…", "", true), ("a\n\nb", "a\n\nb\n", true),
    ("a\nb", "a\r\nb\r\n", true),
  ])
  func `a page may leave lines out and parts of lines, and nothing else`(
    shown: String, output: String, isSame: Bool
  ) throws {
    let steps = try PageStep.all(in: "```console\n$ cte x\n\(shown)\n```\n")
    #expect(try steps[0].isShown(by: output) == isSame)
  }
}

/// A command on a page, and what it shows of its result.
struct PageStep {
  let command: String
  let exitCode: Int32
  var shown: [String] = []

  /// The steps of a page, in its order.
  static func all(on page: String) throws -> [PageStep] {
    try all(in: String(contentsOf: Program.root.appendingPathComponent(page), encoding: .utf8))
  }

  static func all(in text: String) throws -> [PageStep] {
    var steps: [PageStep] = []
    for block in text.replacing("\\\n", with: " ").matches(of: #/```console\n((?s:.*?))\n```/#) {
      for line in block.1.split(separator: "\n", omittingEmptySubsequences: false) {
        if let command = line.wholeMatch(of: #/\$ cte (.*?)(?: +# ends with (\d))?/#) {
          steps.append(
            PageStep(command: String(command.1), exitCode: command.2.flatMap { Int32($0) } ?? 0))
        } else {
          try #require(!steps.isEmpty, "a block begins with a command")
          steps[steps.count - 1].shown.append(String(line))
        }
      }
    }
    return steps
  }

  /// The arguments; none has a blank in it.
  var arguments: [String] { command.split(separator: " ").map(String.init) }

  /// Whether an output is what is shown: `…` stands for lines by itself, and for a part of a line otherwise.
  func isShown(by output: String) throws -> Bool {
    let lines = shown.map { line in
      line == "…"
        ? "(?:.*\\n)*?"
        : line.components(separatedBy: "…").map(NSRegularExpression.escapedPattern)
          .joined(separator: ".*") + "\\n"
    }
    // Files of commas end their lines as spreadsheet programs do, which no page shows.
    return try output.replacing("\r\n", with: "\n").wholeMatch(of: Regex(lines.joined())) != nil
  }
}
