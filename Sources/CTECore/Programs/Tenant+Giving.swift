public import CTEModel
import CTERulePack
import CTEStore
import CTEValidation

// Credentials that students of a program receive together.
extension Tenant {
  /// Adds a credential to several students of a program at a school, or tells what that would do.
  ///
  /// Each student meets the checks and rules of uploads. Those without a problem receive it, those who have it already are
  /// left as they are, and of the others all problems are told. All of it is one event.
  ///
  /// ```swift
  /// let report = try await tenant.give(.listed(code: "WELD"), to: ["000101", "000102"], of: "17", at: now)
  /// report.count(of: .added)
  /// ```
  ///
  /// - Parameters:
  ///   - credential: The credential.
  ///   - students: The numbers of the students.
  ///   - offering: The number of the program at the school.
  ///   - values: Further values of all of the records, by the name of the field, written as in a draft; none for what the
  ///     program, the students and the credential say.
  ///   - isPlan: Whether only to tell what would be done; everything is then as before.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that rules call `today`; that of the moment if it is nil.
  /// - Throws: `AccessError`, `ChangeError` where the actor sees no such program, nobody is named or a value is for what the
  ///   call says already, and `StoreError`.
  public func give(
    _ credential: GivenCredential, to students: [String], of offering: String,
    with values: [String: String] = [:], isPlan: Bool = false, at moment: Moment,
    on day: CalendarDay? = nil
  ) async throws -> GivingReport {
    try await writing { session, access in
      let (type, today) = (RecordType.credentialAttempt, day ?? moment.day)
      let scope = try access.requireEntry(of: type)
      try FileNotices.refuseOutsideWindows(type, in: pack, on: today)
      let register = try await ProgramRegister(session, access, in: pack)
      let giving = try Giving(
        credential, to: students, of: try await register.program(offering), in: register)
      let entries = try await CheckedEntries(
        giving.drafts(with: values), in: pack, on: today, session, access)
      let already = try await giving.suggestedAlready()
      let event = try await session.nextEvent()
      let records = entries.records(of: type, enteredIn: event).filter { place, _ in
        !already.contains(giving.students[place])
      }
      try scope.require(records.values.map { $0 })
      let isKept = !isPlan && !records.isEmpty
      if isKept {
        try await keep(records, entries, session, at: moment)
      } else {
        await session.rollback()
      }
      return GivingReport(
        offering: offering, isPlan: isPlan, event: isKept ? event : nil,
        outcomes: giving.students.enumerated().map { place, student in
          let fate = fate(of: entries.verdicts[place], isAdded: records[place] != nil)
          return GivingReport.Outcome(
            student: student, fate: fate, record: isKept ? records[place]?.id : nil,
            findings: entries.findings[place])
        })
    }
  }

  private func fate(of verdict: Verdict, isAdded: Bool) -> GivingReport.Fate {
    if isAdded { return .added }
    return verdict == .rejected ? .refused : .unchanged
  }

  private func keep(
    _ records: [Int: StoredRecord], _ entries: CheckedEntries, _ session: any WriteSession,
    at moment: Moment
  ) async throws {
    let sorted = records.sorted { $0.key < $1.key }.map(\.value)
    let changes = sorted.map { RecordChange(from: nil, to: $0) }
    try await session.write(entries.changes.newKeys)
    try await session.apply(changes)
    try await session.commit(
      nil, EntryTogether("give", changes).draft(by: self, at: moment))
  }
}
