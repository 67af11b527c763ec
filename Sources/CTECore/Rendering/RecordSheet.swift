public import CTEModel
public import CTERulePack

/// A record with all its values, and what it was before.
public struct RecordSheet: Sendable {
  private let type: RecordType
  private let versions: [RecordVersion]
  private let labels: [String: String]

  /// Creates the sheet of a record.
  ///
  /// - Parameters:
  ///   - versions: The versions, the first one first; the last stands.
  ///   - pack: The pack that names the fields for people.
  public init(_ versions: [RecordVersion], of type: RecordType, in pack: RulePack) {
    self.type = type
    self.versions = versions
    labels = pack.records[type]?.fields.mapValues(\.label) ?? [:]
  }

  private var names: [String] { type.fields.map(\.name) }

  /// Returns the record in lines for people: each value, and of earlier versions what was otherwise.
  public func text() -> String {
    guard let entry = versions.last?.entry else { return "" }
    let saved = entry.savedIn.map { ", saved by a person in event \($0)" } ?? ""
    let values = names.compactMap { name in
      entry.values[name].map { ["  " + name, labels[name] ?? "", $0] }
    }
    let earlier = earlierLines
    return
      (["The \(type.words) \(entry.id), \(entry.id.origin)\(saved):"] + TextTable.lines(values)
      + (earlier.isEmpty ? [] : ["", "Before:"]) + earlier).joined(separator: "\n")
  }

  private var earlierLines: [String] {
    TextTable.lines(
      versions.indices.dropLast().map { place in
        let next = versions[(place + 1)...].lazy.compactMap(\.entry).first
        return [
          "  until event \(versions[place].endedIn ?? 0)",
          difference(of: versions[place].entry, from: next),
        ]
      })
  }

  private func difference(of entry: RecordEntry?, from next: RecordEntry?) -> String {
    guard let entry else { return "removed" }
    let other = names.filter { entry.values[$0] != next?.values[$0] }
    guard !other.isEmpty else { return "the same values" }
    return other.map { "\($0) \(entry.values[$0] ?? "empty")" }.joined(separator: ", ")
  }

  /// Returns the record as one JSON object; equal records give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(
      Entry(
        type: type.name, record: versions.last?.entry.map(RecordEntryForm.init),
        earlier: versions.dropLast().map {
          VersionEntry(record: $0.entry.map(RecordEntryForm.init), endedIn: $0.endedIn)
        }))
  }

  private struct Entry: Encodable {
    let type: String
    let record: RecordEntryForm?
    let earlier: [VersionEntry]
  }

  private struct VersionEntry: Encodable {
    let record: RecordEntryForm?
    let endedIn: Int?
  }
}
