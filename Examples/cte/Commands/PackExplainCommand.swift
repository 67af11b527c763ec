import ArgumentParser
import CTECore

struct PackExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Say what a name in a rule pack stands for in a year, where that is written, and by which source."
  )

  @Argument(help: "A shipped pack's name or a pack's folder.")
  var pack: String
  @Argument(help: "The name of a parameter, field, code, rule or anything else that has one.")
  var name: String
  @Option(help: "The fiscal year, by the calendar year in which it ends.")
  var year: Year
  @OptionGroup var output: OutputOption

  func run() async throws {
    let names = try await telling {
      try RulePack.explain(name, in: Packs.named(pack), year: year.value, from: Packs.library)
    }
    try output.print(names.map(PackNameEntry.init)) {
      names.map { text($0) }.joined(separator: "\n\n")
    }
  }

  private func text(_ name: PackName) -> String {
    var lines = ["\(name.kind) \(name.name)"]
    let since = name.since.map { ", since \($0)" } ?? ""
    lines.append(name.value.map { "  \($0)\(since)" } ?? "  has no value in \(year.value)")
    lines.append("  \(name.origin.file):\(name.origin.line):\(name.origin.column)")
    if let source = name.source { lines.append("  source: \(source)") }
    if let document = name.document { lines.append("  \(document)") }
    return lines.joined(separator: "\n")
  }
}

/// A name of a pack as JSON gives it.
private struct PackNameEntry: Encodable {
  let kind: String
  let name: String
  let value: String?
  let since: String?
  let file: String
  let line: Int
  let column: Int
  let source: String?
  let document: String?

  init(_ name: PackName) {
    kind = name.kind
    self.name = name.name
    value = name.value
    since = name.since
    file = name.origin.file
    line = name.origin.line
    column = name.origin.column
    source = name.source
    document = name.document
  }
}
