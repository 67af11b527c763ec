public import CTEModel
import CTERulePack
public import CTEStore

// Credentials that schools suggest.
extension Tenant {
  /// Returns the credentials that schools suggest and of which nothing is decided yet, the oldest ones first.
  ///
  /// Who sees but a part of the tenant sees what is suggested in it. What was decided comes again only if it is suggested in
  /// a year after that of the decision: of an accepted one the year of its list, of a declined one the tenant's year then.
  ///
  /// - Throws: `AccessError` where the actor may not read, `IntakeError` where a list of the pack can't be read, and
  ///   `StoreError`.
  public func suggestions() async throws -> [Suggestion] {
    try await reading { session, access in
      let register = try await ProgramRegister(session, access, in: pack)
      return try await SuggestionQueue(in: register).described()
    }
  }

  /// Accepts a suggested credential, so that it is proposed for the list of a coming year.
  ///
  /// - Parameters:
  ///   - suggestion: The name of the suggestion, or of any of its records.
  ///   - year: The year of the list, which must come after the tenant's.
  ///   - code: The code that it gets in the list.
  ///   - category: The category that it gets, as a code of the pack or its alias.
  ///   - title: The title that it gets; that of the suggestion if it is nil.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that rules call `today`; that of the moment if it is nil.
  /// - Throws: `AccessError` where the actor may not change the whole tenant, `ChangeError` where there is no such
  ///   suggestion or it can't be accepted so, and `StoreError`.
  public func accept(
    _ suggestion: RecordID, into year: FiscalYear, code: String, category: String,
    title: String? = nil, at moment: Moment, on day: CalendarDay? = nil
  ) async throws -> EntryReport {
    try await decide(
      .accepted(year: year, code: code, category: category, title: title), of: suggestion,
      at: moment, on: day ?? moment.day)
  }

  /// Declines a suggested credential.
  ///
  /// - Parameters:
  ///   - suggestion: The name of the suggestion, or of any of its records.
  ///   - reason: Why.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that rules call `today`; that of the moment if it is nil.
  /// - Throws: `AccessError` where the actor may not change the whole tenant, `ChangeError` where there is no such
  ///   suggestion or no reason, and `StoreError`.
  public func decline(
    _ suggestion: RecordID, reason: String, at moment: Moment, on day: CalendarDay? = nil
  ) async throws -> EntryReport {
    try await decide(
      .declined(reason: reason), of: suggestion, at: moment, on: day ?? moment.day)
  }

  private func decide(
    _ decision: SuggestionDecision, of suggestion: RecordID, at moment: Moment,
    on day: CalendarDay
  ) async throws -> EntryReport {
    try await writing { session, access in
      let type = RecordType.credentialSuggestion
      _ = try access.requireEntry(of: type)
      try access.requireWhole(.read, to: "decide about suggested credentials")
      try decision.check(in: pack.year)
      let register = try await ProgramRegister(session, access, in: pack)
      let queue = try await SuggestionQueue(in: register)
      let group = try queue.group(suggestion)
      let earlier = queue.decision(on: group)
      let draft = try await draft(of: decision, on: group, replacing: earlier, session)
      let entry = try await CheckedEntry(
        draft, replacing: earlier, in: pack, on: day, session, access)
      let event = try await session.nextEvent()
      let stamp = earlier?.stamp.saved(in: event) ?? Stamp(enteredIn: event)
      guard let record = entry.record(over: earlier, of: type, stamp: stamp) else {
        await session.rollback()
        return entry.report()
      }
      try await requireFreeCode(of: record, session)
      try await ListedCodes(in: register).require(entry, titled: draft.values["listedTitle"] ?? "")
      let changes =
        earlier.map { RecordChange.steps(from: $0, to: record) }
        ?? [RecordChange(from: nil, to: record)]
      return try await save(
        changes, entry, as: earlier == nil ? "add" : "modify", session, at: moment)
    }
  }

  /// Returns the record that keeps a decision, under the title that was suggested first.
  private func draft(
    of decision: SuggestionDecision, on group: SuggestionQueue.Group,
    replacing earlier: StoredRecord?, _ session: any ReadSession
  ) async throws -> RecordDraft {
    let records = [group.first, earlier].compactMap { $0 }
    let texts = try await RecordTexts(of: records, session)
    let suggested = group.first?.text(of: "suggestedTitle")?.evenedOut ?? ""
    var values = decision.values(title: suggested, now: pack.year)
    values["title"] = earlier.flatMap { texts.values(of: $0)["title"] } ?? suggested
    values["program"] = group.first.flatMap { texts.values(of: $0)["program"] }
    return RecordDraft(.credentialSuggestion, values)
  }

  /// Makes sure that a code is proposed for one credential of a program alone.
  private func requireFreeCode(
    of record: StoredRecord, _ session: any WriteSession
  ) async throws {
    let code = record.code(of: "code")
    guard code != missingCode else { return }
    let fields = ["year", "program", "code"]
    let same = try await session.records(
      of: record.type, where: fields.compactMap { record.type.index(of: $0) },
      are: [fields.map { record.code(of: $0) }])
    guard same.joined().contains(where: { $0.key != record.key }) else { return }
    throw ChangeError(
      .impossible,
      "the code is proposed for another credential of the program in that year; choose another code"
    )
  }
}
