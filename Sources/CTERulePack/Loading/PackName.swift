public import CTEModel
import CEL

/// What a name in a pack stands for in a fiscal year, with its place and its source.
///
/// ```swift
/// try RulePack.explain("minutesPerWeek", in: "lakeland", year: FiscalYear(2026), from: library).first?.value
/// ```
public struct PackName: Sendable {
  /// What the name is the name of, such as `parameter`.
  public let kind: String
  /// The name in full, such as `credentialAttempt.student`.
  public let name: String
  /// What it stands for in the year, written in one line; nil where the pack says nothing for the year.
  public let value: String?
  /// The year or day from which on that holds, where it is one of several values.
  public let since: String?
  /// Where it stands.
  public let origin: PackIssue.Origin
  /// The document and section from which it comes.
  public let source: String?
  /// The document's title and who published it.
  public let document: String?
}

extension RulePack {
  /// Returns everything in a pack that has a name; a part of a path, such as `not-listed`, will do.
  ///
  /// - Throws: `PackIssues` where the pack can't be used, or has nothing of the name, which the issue at its head says.
  public static func explain(
    _ name: String, in pack: String, year: FiscalYear, from library: PackLibrary
  ) throws(PackIssues) -> [PackName] {
    let inspection = try PackInspection.load(pack, year: year, from: library)
    let index = inspection.index
    let found = index.entries.filter { $0.answers(to: name) }
    if found.isEmpty { throw PackIssues([unknown(name, in: inspection)]) }
    return found.map { PackName($0, documents: index.sources) }
  }

  private static func unknown(_ name: String, in inspection: PackInspection) -> PackIssue {
    let names = Set(inspection.index.entries.flatMap(\.shortNames))
    return PackIssue(
      at: .init(file: "\(inspection.pack.name)/pack.yaml"),
      "nothing in the pack is named '\(name)'",
      help: nearest(to: name, among: names.sorted()).map { "did you mean '\($0)'?" }
        ?? "names are those of parameters, schemes, code lists, codes, fields, look-ups, formats, rules, windows, lists and sources"
    )
  }
}

extension PackIndex.Entry {
  /// The name, and its parts from a dot or slash on.
  fileprivate var shortNames: [String] {
    let separators = name.indices.filter { "./".contains(name[$0]) }
    return [name] + separators.map { String(name[name.index(after: $0)...]) }
  }

  fileprivate func answers(to wanted: String) -> Bool { shortNames.contains(wanted) }
}

extension PackName {
  fileprivate init(_ entry: PackIndex.Entry, documents: [String: String]) {
    let document = entry.source.map { String($0.prefix { $0 != "," && $0 != " " }) }
    self.init(
      kind: entry.kind.rawValue, name: entry.name, value: entry.value, since: entry.since,
      origin: entry.origin, source: entry.source,
      document: document.flatMap { documents[$0] })
  }
}
