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
  @Argument(
    help:
      "The name of a parameter, field, code, rule or anything else that has one, as rules, reports or files write it."
  )
  var name: String
  @Option(help: "The fiscal year, by the calendar year in which it ends.")
  var year: Year
  @OptionGroup var output: OutputOption

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) {
      throw ValidationError("say what is to be explained, such as a rule or a parameter")
    }
  }

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
    lines.append(name.value.map { "  \($0)\(since)" } ?? "  \(missing(name))")
    lines += name.details.map { "  \($0.key): \($0.value)" }
    lines.append("  \(name.origin.file):\(name.origin.line):\(name.origin.column)")
    if let source = name.source { lines.append("  source: \(source)") }
    if let document = name.document { lines.append("  \(document)") }
    return lines.joined(separator: "\n")
  }

  private func missing(_ name: PackName) -> String {
    let others = name.otherYears.map(\.description).joined(separator: ", ")
    return "has no value in \(year.value)" + (others.isEmpty ? "" : "; it has one in \(others)")
  }
}

/// A name of a pack as JSON gives it.
private struct PackNameEntry: Encodable {
  let kind: String
  let name: String
  let value: String?
  let since: String?
  let otherYears: [Int]
  let details: [String: String]
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
    otherYears = name.otherYears.map(\.number)
    details = Dictionary(name.details.map { ($0.key, $0.value) }) { first, _ in first }
    file = name.origin.file
    line = name.origin.line
    column = name.origin.column
    source = name.source
    document = name.document
  }

  /// What a name has none of is left out, but for the value: that it has none is the answer.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(name, forKey: .name)
    try container.encode(value, forKey: .value)
    try container.encodeIfPresent(since, forKey: .since)
    if !otherYears.isEmpty { try container.encode(otherYears, forKey: .otherYears) }
    if !details.isEmpty { try container.encode(details, forKey: .details) }
    try container.encode(file, forKey: .file)
    try container.encode(line, forKey: .line)
    try container.encode(column, forKey: .column)
    try container.encodeIfPresent(source, forKey: .source)
    try container.encodeIfPresent(document, forKey: .document)
  }

  private enum CodingKeys: CodingKey {
    case kind, name, value, since, otherYears, details, file, line, column, source, document
  }
}
