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
  /// The other years that the pack covers in which it stands for something, where it doesn't in the year.
  public let otherYears: [FiscalYear]
  /// What else there is to know of it in the year, such as a rule's severity.
  public let details: [Detail]
  /// Where it stands.
  public let origin: PackIssue.Origin
  /// The document and section from which it comes.
  public let source: String?
  /// The document's title and who published it.
  public let document: String?

  /// What a key of the pack says of something that has a name.
  public struct Detail: Sendable {
    /// The key, such as `severity`.
    public let key: String
    /// What stands there, written in one line.
    public let value: String
  }
}

extension RulePack {
  /// Returns everything in a pack that has a name, which may be written as rules, messages, reports and files write it.
  ///
  /// A part of a path, such as `not-listed`, will do; so will an alias of a code, or a column's title.
  ///
  /// - Throws: `PackIssues` where the pack can't be used, or has nothing of the name, which the issue at its head says.
  public static func explain(
    _ name: String, in pack: String, year: FiscalYear, from library: PackLibrary
  ) throws(PackIssues) -> [PackName] {
    let inspection = try PackInspection.load(pack, year: year, from: library)
    let index = inspection.index
    let wanted = name.withoutBraces
    let found = index.entries.filter { $0.names.contains(wanted) }
    if found.isEmpty { throw PackIssues([unknown(name, in: inspection)]) }
    let others = otherYears(of: found.filter { $0.value == nil }, in: inspection, of: pack, library)
    return found.map {
      PackName($0, otherYears: others[$0.identity] ?? [], documents: index.sources)
    }
  }

  /// Returns the years in which something has a value that has none in the year.
  private static func otherYears(
    of missing: [PackIndex.Entry], in inspection: PackInspection, of pack: String,
    _ library: PackLibrary
  ) -> [PackIndex.Entry.Identity: [FiscalYear]] {
    if missing.isEmpty { return [:] }
    let wanted = Set(missing.map(\.identity))
    let years = inspection.pack.years
    var found: [PackIndex.Entry.Identity: [FiscalYear]] = [:]
    for number in years.lowerBound.number...years.upperBound.number {
      // In a year for which the pack can't be used, nothing has a value.
      let other = try? PackInspection.load(pack, year: FiscalYear(number), from: library)
      let entries = other?.index.entries.filter { $0.value != nil } ?? []
      for identity in Set(entries.map(\.identity)).intersection(wanted) {
        found[identity, default: []].append(FiscalYear(number))
      }
    }
    return found
  }

  private static func unknown(_ name: String, in inspection: PackInspection) -> PackIssue {
    let names = Set(inspection.index.entries.flatMap(\.names))
    return PackIssue(
      at: .init(file: "\(inspection.pack.name)/pack.yaml"),
      "nothing in the pack is named '\(name)'",
      help: nearest(to: name, among: names.sorted()).map { "did you mean '\($0)'?" }
        ?? "names are those of parameters, schemes, code lists, codes, record types, fields, look-ups, formats, columns, rules, windows, roles, lists and sources"
    )
  }
}

extension String {
  /// The text without the braces in which messages write names.
  fileprivate var withoutBraces: String {
    hasPrefix("{") && hasSuffix("}") && count > 2 ? String(dropFirst().dropLast()) : self
  }
}

extension PackIndex.Entry {
  /// What stays the same from year to year.
  fileprivate struct Identity: Hashable {
    let kind: PackIndex.Kind
    let name: String
  }

  fileprivate var identity: Identity { Identity(kind: kind, name: name) }

  /// All that it is called: the name, its parts from a dot or slash on, and what others call it.
  fileprivate var names: [String] {
    let separators = name.indices.filter { "./".contains(name[$0]) }
    return [name] + separators.map { String(name[name.index(after: $0)...]) } + otherNames
  }
}

extension PackName {
  fileprivate init(
    _ entry: PackIndex.Entry, otherYears: [FiscalYear], documents: [String: String]
  ) {
    let document = entry.source.map(\.sourceDocument)
    self.init(
      kind: entry.kind.rawValue, name: entry.name, value: entry.value, since: entry.since,
      otherYears: otherYears, details: entry.details.map { Detail(key: $0.key, value: $0.value) },
      origin: entry.origin, source: entry.source,
      document: document.flatMap { documents[$0] })
  }
}
