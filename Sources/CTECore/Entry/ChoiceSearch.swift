import CTEModel
import CTERulePack
import CTEStore

/// Finds what a screen offers for the fields of a draft.
struct ChoiceSearch {
  private let pack: RulePack
  private let session: any ReadSession
  private let seen: AccessFilter
  private let codes: [Int: Int32]
  private var knowledge: Knowledge
  private var lists: PackLists
  private var titles: TitleLists

  init(
    _ entry: CheckedEntry, in pack: RulePack, _ session: any ReadSession, seen: AccessFilter
  ) {
    self.pack = pack
    self.session = session
    self.seen = seen
    codes = entry.codes
    knowledge = entry.knowledge
    lists = PackLists(of: pack)
    titles = TitleLists()
  }

  mutating func menu(_ choices: FieldChoices, of type: RecordType) async throws -> FieldMenu {
    let field = type.fields[choices.field]
    let waitsFor = choices.conditions.compactMap { condition -> String? in
      guard case .own(let own) = condition.value, codes[own] == nil else { return nil }
      return type.fields[own].name
    }
    return FieldMenu(
      field: field.name, label: pack.records[type]?.fields[field.name]?.label ?? field.name,
      options: waitsFor.isEmpty ? try await options(choices, field.kind) : [], waitsFor: waitsFor)
  }

  private mutating func options(
    _ choices: FieldChoices, _ kind: FieldKind
  ) async throws -> [FieldMenu.Option] {
    let table = try await table(of: choices)
    var labels: [Int32: Int32] = [:]
    for row in 0..<table.rowCount where fits(row, of: table, choices) {
      guard let code = table.columns[choices.source]?[row], code != missingCode else { continue }
      labels[code] = choices.label.flatMap { table.columns[$0]?[row] } ?? code
    }
    let shown = choices.label ?? choices.source
    var options: [FieldMenu.Option] = []
    for (code, label) in labels {
      guard let value = text(of: code, kind) else { continue }
      let title = try await title(of: label, choices.type.fields[shown].kind)
      options.append(.init(value: value, label: title ?? value))
    }
    return options.sorted { ($0.value, $0.label) < ($1.value, $1.label) }
  }

  private func fits(_ row: Int, of table: ReferenceTable, _ choices: FieldChoices) -> Bool {
    choices.conditions.allSatisfy { condition in
      table.columns[condition.field]?[row] == wanted(condition.value)
    }
  }

  private func wanted(_ path: FieldPath) -> Int32? {
    switch path {
    case .own(let field): codes[field]
    case .year: Int32(pack.year.number)
    case .lookup: nil
    }
  }

  private func text(of code: Int32, _ kind: FieldKind) -> String? {
    guard let domain = kind.keyDomain else { return "\(code)" }
    return knowledge.keys[domain].text(of: code)
  }
}

// MARK: - Records

extension ChoiceSearch {
  /// Reads the records from which values come: those of the draft's student alone where they are about students.
  private mutating func table(of choices: FieldChoices) async throws -> ReferenceTable {
    let fields = Set(
      choices.conditions.map(\.field) + [choices.source] + [choices.label].compactMap { $0 })
    let student = choices.conditions.first {
      choices.type.fields[$0.field].kind == .key(.student)
    }
    return try await table(
      ReferenceRequest(
        lookup: "choices", type: choices.type, fields: fields.sorted(),
        year: choices.conditions.contains { $0.value == .year } ? pack.year : nil,
        studentField: student?.field),
      students: student.flatMap { wanted($0.value) }.map { [$0] })
  }

  /// Reads records, or those of the pack's lists where the tenant has loaded none of its own.
  private mutating func table(
    _ request: ReferenceRequest, students: [Int32]? = nil
  ) async throws -> ReferenceTable {
    var data = try await session.reference(
      for: [seen.widened(request)], students: students, keys: &knowledge.keys)
    data.tables[request.lookup] = data.tables[request.lookup].map {
      seen.seen($0, of: request.type)
    }
    try knowledge.fillIn(&data, [request], from: &lists)
    return data.tables[request.lookup] ?? ReferenceTable(columns: [], rowCount: 0)
  }

  /// Returns what people see for a label: the title of an identifier, or a text itself; nil where there is none.
  private mutating func title(of code: Int32, _ kind: FieldKind) async throws -> String? {
    if kind == .text { return code == missingCode ? nil : knowledge.keys[.word].text(of: code) }
    guard case .key(let domain) = kind, let list = TitleLists.lists[domain] else { return nil }
    if titles.titles[domain] == nil {
      guard let id = list.type.index(of: "id"), let field = list.type.index(of: list.field) else {
        return nil
      }
      let table = try await table(
        ReferenceRequest(
          lookup: "titles", type: list.type, fields: [id, field].sorted(), year: nil,
          studentField: nil))
      titles.titles[domain] = Dictionary(
        zip(table.columns[id] ?? [], table.columns[field] ?? []), uniquingKeysWith: { $1 })
    }
    let title = titles.titles[domain]?[code] ?? missingCode
    return title == missingCode
      ? text(of: code, kind) : knowledge.keys[.word].text(of: title)
  }
}

/// The titles of identifiers, as numbers of words.
private struct TitleLists {
  var titles: [KeyDomain: [Int32: Int32]] = [:]

  /// Where the titles of identifiers stand.
  static let lists: [KeyDomain: (type: RecordType, field: String)] = [
    .organization: (.organization, "name"), .program: (.program, "title"),
    .course: (.course, "title"), .credential: (.credential, "title"),
  ]
}
