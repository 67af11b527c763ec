public import CTEModel
public import CTEStore

// What is taken back.
extension Tenant {
  /// Takes the records of an upload out again, or tells what that would do.
  ///
  /// Records that a person has saved since stay, and so do those that a later upload has changed; of records that the
  /// upload changed, the version before stands again. What rests on a record that goes, goes along. The submission, its
  /// findings and its original are kept.
  ///
  /// - Parameters:
  ///   - number: The submission.
  ///   - isPlan: Whether only to tell what would be done; everything is then as before.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that counts as today; that of the moment if it is nil.
  /// - Throws: `AccessError`, `ChangeError` where there is no such submission or it can't be withdrawn, and `StoreError`.
  public func withdraw(
    submission number: Int, isPlan: Bool = false, at moment: Moment, on day: CalendarDay? = nil
  ) async throws -> ChangeReport {
    try await writing { session, access in
      let submission = try await find(number, session, within: access.require(.read))
      let scope = try access.requireImport(of: submission.format)
      try Self.requireStanding(submission)
      var changer = RecordChanger(
        session, in: pack, on: day ?? moment.day, access, scope: { _ in scope })
      let all = try await session.submissions()
      try await Withdrawal(submission, among: all, session).run(&changer)
      let event = TakingBack(
        action: "withdraw \(submission.format)", title: "withdraw submission \(number)",
        submission: number)
      return try await end(
        event, changer, session, isPlan: isPlan, at: moment,
        notes: notes(
          on: submission, among: all.filter(seen(within: access.scope(of: .read)))))
    }
  }

  /// Undoes what an event did to records, or tells what that would do: a withdrawal, an entry by hand, or an undo.
  ///
  /// What was changed since stays as it is.
  ///
  /// - Parameters:
  ///   - number: The number of the event in the audit log.
  ///   - isPlan: Whether only to tell what would be done; everything is then as before.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that counts as today; that of the moment if it is nil.
  /// - Throws: `AccessError`, `ChangeError` where there is no such event or it can't be undone, and `StoreError`.
  public func undo(
    event number: Int, isPlan: Bool = false, at moment: Moment, on day: CalendarDay? = nil
  ) async throws -> ChangeReport {
    try await writing { session, access in
      let events = try await session.auditEvents()
      let seen = events.filter { access.scope(of: .read).isWhole || $0.draft.actor == actor.name }
      guard let event = seen.first(where: { $0.number == number }) else {
        throw ChangeError(.unknown, "there is no event \(number) that you may see")
      }
      let all = try await session.submissions()
      let turn = try WithdrawalTurn(undoing: event, events, all)
      _ = try turn.format.map(access.requireImport) ?? access.require(.enter)
      var changer = RecordChanger(
        session, in: pack, on: day ?? moment.day, access,
        scope: access.scope(toUndo: event, by: actor, of: turn.format))
      let search = VersionSearch(
        session, all, withdrawing: turn.withdrawing, restoring: turn.restoring)
      let support = LostSupport(since: number, session, all)
      try await Undoing(number, session, in: pack, search, support).run(&changer)
      try await turn.mark(session)
      guard turn.submission != nil || !changer.tally.isEmpty else {
        throw ChangeError(
          .impossible, "event \(number) (\(event.draft.action)) changed no records by itself")
      }
      let taking = TakingBack(
        action: "undo \(event.draft.action)", title: "undo event \(number) (\(event.draft.action))",
        submission: turn.submission, undoes: number)
      let restored = all.first { $0.number == turn.restoring }
      return try await end(
        taking, changer, session, isPlan: isPlan, at: moment,
        notes: try await Self.notes(onRestored: restored, session))
    }
  }

  /// Undoes what was done last to an upload after it was made: its withdrawal, or the undo of that.
  ///
  /// - Parameters:
  ///   - number: The submission.
  ///   - isPlan: Whether only to tell what would be done; everything is then as before.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that counts as today; that of the moment if it is nil.
  /// - Throws: `AccessError`, `ChangeError` where there is no such submission or it was never withdrawn, and `StoreError`.
  public func undo(
    withdrawalOf number: Int, isPlan: Bool = false, at moment: Moment, on day: CalendarDay? = nil
  ) async throws -> ChangeReport {
    let event = try await reading { session, access in
      let submission = try await find(number, session, within: access.require(.read))
      return WithdrawalTurn.lastTurn(of: submission, try await session.auditEvents())
    }
    guard let event else {
      throw ChangeError(
        .impossible, "submission \(number) was never withdrawn, so there is nothing to undo")
    }
    return try await undo(event: event.number, isPlan: isPlan, at: moment, on: day)
  }

  /// Deletes records with all that rests on them, or tells what that would do.
  ///
  /// - Parameters:
  ///   - ids: The records.
  ///   - type: Their type.
  ///   - isPlan: Whether only to tell what would be done; everything is then as before.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that counts as today; that of the moment if it is nil.
  /// - Throws: `AccessError`, `ChangeError` where one isn't there, and `StoreError`.
  public func delete(
    _ ids: [RecordID], of type: RecordType, isPlan: Bool = false, at moment: Moment,
    on day: CalendarDay? = nil
  ) async throws -> ChangeReport {
    try await writing { session, access in
      let scope = try access.requireEntry(of: type)
      var changer = RecordChanger(
        session, in: pack, on: day ?? moment.day, access, scope: { _ in scope })
      guard !ids.isEmpty else {
        throw ChangeError(.impossible, "nothing is named that could be deleted")
      }
      var seen: Set<RecordID> = []
      for id in ids where seen.insert(id).inserted {
        let record = try await find(id, of: type, session, within: access.require(.read))
        try await changer.apply([(RecordChange(from: record, to: nil), .removed)])
      }
      let event = TakingBack(
        action: "delete \(type.name)",
        title: "delete \(ids.map(\.description).joined(separator: ", "))", records: ids)
      return try await end(event, changer, session, isPlan: isPlan, at: moment)
    }
  }
}

extension Tenant {
  private static func requireStanding(_ submission: Submission) throws(ChangeError) {
    if let expires = submission.expires {
      throw ChangeError(
        .impossible,
        "submission \(submission.number) is only a preview and has brought no records, so there is nothing to withdraw; it "
          + "can't be committed any more from \(expires)")
    }
    if submission.isWithdrawn {
      throw ChangeError(.impossible, "submission \(submission.number) is withdrawn already")
    }
    if !submission.isJournaled && submission.counts.updated > 0 {
      throw ChangeError(
        .impossible,
        "submission \(submission.number) changed \(submission.counts.updated) records before earlier versions were kept, "
          + "so it can't be withdrawn")
    }
  }

  /// What rests on an upload without being a record: rows of later files that were there already.
  private func notes(on submission: Submission, among seen: [Submission]) -> [String] {
    let types = types(of: submission)
    return seen.filter {
      $0.number > submission.number && $0.isStanding && $0.counts.unchanged > 0
        && !types.isDisjoint(with: self.types(of: $0))
    }.map { later in
      "of submission \(later.number) \(counted(later.counts.unchanged, "row")) had been there already; what of it came with "
        + "submission \(submission.number) goes too, so upload that file again afterwards"
    }
  }

  private func types(of submission: Submission) -> Set<RecordType> {
    Set(pack.formats[submission.format]?.records.map(\.type) ?? [])
  }

  /// What to know where not all that an upload brought stands again: later events changed or removed it by themselves.
  private static func notes(
    onRestored submission: Submission?, _ session: any WriteSession
  ) async throws -> [String] {
    guard let submission else { return [] }
    let brought = submission.counts.accepted + submission.counts.updated
    var rows: Set<Int32> = []
    for type in RecordType.all {
      var query = RecordQuery(type)
      query.submission = submission.number
      while let last = try await session.records(query, each: { rows.insert($0.stamp.row) }) {
        query.start = last
      }
    }
    if rows.count >= brought { return [] }
    return [
      "\(rows.count) of \(counted(brought, "row")) that submission \(submission.number) brought stand as its own; the rest "
        + "was changed, removed or recorded again by later events"
    ]
  }

  /// Commits what was taken back, or leaves everything as it was.
  func end(
    _ event: TakingBack, _ changer: RecordChanger, _ session: any WriteSession, isPlan: Bool,
    at moment: Moment, notes: [String] = []
  ) async throws -> ChangeReport {
    guard !isPlan else {
      await session.rollback()
      return changer.tally.report(event.title, event: nil, notes: notes)
    }
    let number = try await session.nextEvent()
    try await session.commit(nil, event.draft(changer, of: self, at: moment))
    return changer.tally.report(event.title, event: number, notes: notes)
  }
}
