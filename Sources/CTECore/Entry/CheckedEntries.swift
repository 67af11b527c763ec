import CTEIntake
import CTEModel
import CTERulePack
import CTEStore
import CTEValidation

/// Drafts of one type that were taken through the checks and rules of uploads, as the rows of one file would be.
struct CheckedEntries {
  /// What is wrong with each draft.
  let findings: [[Finding]]
  /// What becomes of each draft.
  let verdicts: [Verdict]
  /// What there is to write.
  let changes: ChangeSet

  /// Checks drafts, of which there must be one. If the first one suggests a credential, all do.
  init(
    _ drafts: [RecordDraft], in pack: RulePack, on today: CalendarDay, _ session: any ReadSession,
    _ access: Access
  ) async throws {
    guard let first = drafts.first else { preconditionFailure("there is a draft to check") }
    var definition = try CheckedEntry.definition(of: first, in: pack)
    for draft in drafts { definition = try CheckedEntry.definition(of: draft, in: pack) }
    let rows = EntryRow(drafts, definition, setting: first.words(in: pack), year: pack.year)
    let needs = rows.match.format.records.map {
      ReferenceNeeds(for: $0, in: rows.match, of: pack)
    }
    let scope = access.scope(toEnter: first.type)
    let knowledge = try await Knowledge.gather(
      needs, about: rows.students(in: pack), in: pack, from: session, seenBy: access,
      entering: scope)
    var checker = FileChecker(
      match: rows.match, pack: pack, today: today, knowledge: knowledge, scope: scope)
    let result = try checker.check(rows.table)
    let found = Dictionary(grouping: result.findings, by: \.row)
    findings = drafts.indices.map { (found[$0 + 1] ?? []).map(rows.labelled) }
    verdicts = result.kinds.first?.verdicts.first ?? []
    changes = result.kinds.first?.changes ?? ChangeSet()
  }

  /// Returns the records that are new, by the place of their draft.
  ///
  /// - Parameter event: The number of the event in which they are entered.
  func records(of type: RecordType, enteredIn event: Int) -> [Int: StoredRecord] {
    guard let changes = changes.records.first else { return [:] }
    var records: [Int: StoredRecord] = [:]
    for (record, row) in changes.rowNumbers.enumerated() {
      var values = type.fields.map { StoredValue.missing($0.kind) }
      for (field, value) in changes.values(of: record) { values[field] = value }
      records[Int(row) - 1] = StoredRecord(
        type: type, values: values, stamp: Stamp(enteredIn: event, place: record + 1))
    }
    return records
  }
}
