import CEL
import CTEIntake
import CTEModel
import CTERulePack
import CTEStore
import CTEValidation

/// A draft that was taken through the checks and rules of uploads, as the only row of a file would be.
struct CheckedEntry {
  let findings: [Finding]
  let outcomes: [RuleOutcome]
  /// What there is to write; nil where an error stands against it.
  let changes: ChangeSet?
  /// The codes of the draft's fields as far as they could be read, by the field's place in the type.
  let codes: [Int: Int32]
  /// What was known when it was checked.
  let knowledge: Knowledge

  /// Checks a draft.
  ///
  /// - Parameters:
  ///   - stored: The record that it replaces; nil for a new one.
  ///   - isWhole: Whether required fields must be there.
  init(
    _ draft: RecordDraft, replacing stored: StoredRecord? = nil, isWhole: Bool = true,
    in pack: RulePack, on today: CalendarDay, _ session: any ReadSession, _ access: Access
  ) async throws {
    let definition = try Self.definition(of: draft, in: pack)
    let row = EntryRow(
      [draft], definition, setting: draft.words(in: pack), isWhole: isWhole, year: pack.year)
    let match = row.match
    let needs = match.format.records.map { ReferenceNeeds(for: $0, in: match, of: pack) }
    var knowledge = try await Knowledge.gather(
      needs, about: row.students(in: pack), in: pack, from: session, seenBy: access,
      entering: access.scope(toEnter: draft.type))
    if let stored, let request = needs.first?.identities {
      knowledge.records[0].identities?.remove(stored, request)
    }
    var checker = FileChecker(
      match: match, pack: pack, today: today, knowledge: knowledge,
      scope: access.scope(toEnter: draft.type), refusesEqual: stored == nil,
      takesUnfinished: !isWhole)
    let result = try checker.check(row.table)
    findings = result.findings.map { row.labelled($0) }
    outcomes = checker.outcomes
    let isAdmitted = result.kinds.first?.verdicts.first?.first != .rejected
    changes = isAdmitted ? result.kinds.first?.changes : nil
    codes = row.codes(in: pack, keys: &knowledge.keys)
    self.knowledge = knowledge
  }

  static func definition(
    of draft: RecordDraft, in pack: RulePack
  ) throws(ChangeError) -> RecordDefinition {
    let type = draft.type
    for name in draft.values.keys.sorted() where type.index(of: name) == nil {
      let names = type.fields.map(\.name)
      let hint = nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw ChangeError(.unknown, "a \(type.words) has no field '\(name)'\(hint)")
    }
    guard let definition = pack.records[type] else {
      preconditionFailure("a pack has a definition of every record type")
    }
    for name in draft.values.keys.sorted() {
      guard let reason = definition.reasonAgainstEntering(name) else { continue }
      throw ChangeError(.impossible, "'\(name)' \(reason)")
    }
    try draft.requireMaking(in: pack)
    return definition
  }
}

extension StoredIdentities {
  /// Forgets the identity of a record that is replaced, so that it doesn't stand in its own way.
  fileprivate mutating func remove(_ record: StoredRecord, _ request: IdentityRequest) {
    let own = request.identity.map { record.values[$0].code }
    let width = own.count
    guard width > 0 else { return }
    let places = digests.indices.filter {
      Array(codes[$0 * width..<($0 + 1) * width]) == own
    }
    guard let place = places.first else { return }
    codes.removeSubrange(place * width..<(place + 1) * width)
    digests.remove(at: place)
  }
}
