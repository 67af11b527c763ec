import CEL
import CTEModel

/// Reads one format.
struct FormatReader {
  let loader: PackLoader
  let schemes: SchemeNames
  let records: [RecordType: RecordDefinition]
  let language: PackLanguage
  let log: IssueLog

  /// A column as it stands in the file, before the records that take it are known.
  struct ColumnEntry {
    let origin: PackIssue.Origin
    let fieldOrigin: PackIssue.Origin
    let column: FormatColumn
    let form: YAMLNode?
    /// The scheme where it differs from the field's.
    let scheme: IdentifierScheme?
    let values: MappingReader?
    let adds: Adds?
    /// The keys at which something stands that can't be read, which has been told.
    let unread: Set<String>

    typealias Adds = (word: String, text: String, otherwise: String?, origin: PackIssue.Origin)
  }

  /// The columns of a format.
  struct Columns {
    let entries: [ColumnEntry]
    /// Whether the field of every column could be read.
    let isWhole: Bool
    /// The columns' fields that records name.
    let wanted: Set<String>

    var fields: [String] { entries.compactMap(\.column.field) }

    /// Whether a column that nobody asks for seems to be meant; that no record takes it is told of the column.
    func misspell(_ field: String, of type: RecordType) -> Bool {
      let others = fields.filter { type.index(of: $0) == nil && !wanted.contains($0) }
      return nearest(to: field, among: others) != nil
    }
  }

  func format(named name: String, in reader: MappingReader) -> ImportFormat {
    let container = reader.mapping("container")
    let header = container?.mapping("header")
    let matching = TitleMatching(
      matchesCase: header?.flag("matchCase") ?? true,
      matchesBlanks: header?.flag("matchBlanks") ?? true,
      matchesApostrophes: header?.flag("matchApostrophes") ?? true)
    let entries = reader.elements("columns").map { column(MappingReader($0, log: log)) }
    if let columns = reader.node("columns"), entries.isEmpty, columns.unread.isEmpty {
      log.report(at: columns.origin, "a format has at least one column")
    }
    checkTitles(entries, matching)
    let knowsColumns = knowsFields(of: reader)
    let (plans, kinds) = records(
      reader,
      Columns(entries: entries, isWhole: knowsColumns, wanted: Set(wanted(reader))))
    return ImportFormat(
      name: name, summary: reader.text("summary") ?? name, headerRow: header?.number("row") ?? 1,
      kinds: container?.texts("kinds") ?? [], titleMatching: matching,
      unknownColumns: reader.text("unknownColumns").flatMap { .init(rawValue: $0) } ?? .ignore,
      isTrusted: reader.has("trust"), acceptance: acceptance(reader),
      grid: grid(reader, of: plans, entries), columns: entries.map(\.column), records: plans,
      rowKinds: kinds)
  }

  /// Whether the field of every column could be read.
  private func knowsFields(of reader: MappingReader) -> Bool {
    guard let columns = reader.node("columns") else { return false }
    return columns.unread.isEmpty
      && reader.elements("columns").allSatisfy { $0["ignore"] != nil || $0["field"] != nil }
  }

  private func checkTitles(_ entries: [ColumnEntry], _ matching: TitleMatching) {
    var seen: Set<String> = []
    for entry in entries {
      for title in entry.column.titles
      where !seen.insert(matching.key(of: title)).inserted {
        log.report(at: entry.origin, "the title '\(title)' stands for another column already")
      }
    }
  }

  private func column(_ reader: MappingReader) -> ColumnEntry {
    let titles = (reader.text("title").map { [$0] } ?? []) + reader.texts("titles")
    if titles.isEmpty, !reader.has("title"), !reader.has("titles") {
      log.report(at: reader.origin, "a column has a 'title' or 'titles'")
    }
    let isIgnored = reader.flag("ignore") ?? false
    if isIgnored == reader.has("field"), isIgnored || !reader.has("ignore") {
      log.report(
        at: reader.origin,
        isIgnored ? "a column that is ignored has no 'field'" : "the key 'field' is missing",
        help: isIgnored ? nil : "write 'ignore: true' for a column that isn't kept")
    }
    return ColumnEntry(
      origin: reader.origin, fieldOrigin: reader.origin(of: "field"),
      column: FormatColumn(
        titles: titles, field: isIgnored ? nil : reader.text("field"),
        isRequired: reader.flag("required") ?? false),
      form: reader.node("form"), scheme: schemes.scheme(in: reader, log: log),
      values: reader.mapping("values"), adds: adds(reader), unread: reader.unread)
  }

  private func adds(_ reader: MappingReader) -> ColumnEntry.Adds? {
    guard let word = reader.text("adds") else {
      for key in ["when", "otherwise"] {
        guard let node = reader.node(key) else { continue }
        log.report(at: node.origin, "'\(key)' goes with 'adds'")
      }
      return nil
    }
    if !reader.has("when") {
      log.report(at: reader.origin, "'adds' needs a 'when': the text that adds the word")
    }
    return (word, reader.text("when") ?? "", reader.text("otherwise"), reader.origin(of: "adds"))
  }
}
