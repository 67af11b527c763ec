import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About the journal of earlier versions.
  static let journal = [
    StorePromise("the journal tells what an event did to records, by page and by key") { store in
      let tenant = try await store.makeTenant("demo")
      try await expect(
        tenant.looking { try await $0.lastJournaledEvent() }, equals: 0, "the last event of none")
      _ = try await tenant.write(.program, ["P1", "P2", "P3"].map { ["id": $0, "title": "One"] })
      let old = try await tenant.looking { try await $0.records(of: .program) }
      let replaced = old[2].saved(in: 3, "title", "Two")
      let made = try await tenant.entering { session in
        let made = try await session.enter(.program, ["id": "P4"])
        try await session.apply([
          RecordChange(from: old[2], to: replaced), RecordChange(from: old[0], to: nil),
        ])
        return made
      }
      let entries = [
        JournalEntry(event: 3, type: .program, key: old[0].key, before: old[0], left: nil),
        JournalEntry(
          event: 3, type: .program, key: old[2].key, before: old[2], left: replaced.stamp),
        JournalEntry(event: 3, type: .program, key: made.key, before: nil, left: made.stamp),
      ]
      let session = try await tenant.beginReading()
      try await expect(session.journal(of: 3, limit: 9), equals: entries, "what the event did")
      try await expect(
        session.journal(of: 3, limit: 2), equals: Array(entries[..<2]), "the first page")
      try await expect(
        session.journal(of: 3, after: entries[1].key, limit: 2), equals: [entries[2]],
        "the second page")
      try await expect(
        session.journal(
          of: 3, about: .program, keys: [made.key, old[1].key, old[0].key, old[2].key]),
        equals: [entries[2], nil, entries[0], entries[1]], "what it did to each of some records")
      try await expect(session.journal(of: 2, limit: 9), equals: [], "what an upload made")
      try await expect(session.lastJournaledEvent(), equals: 3, "the last event that is told of")
      try await expect(
        session.journal(of: 3, about: .course, after: nil, limit: 9), equals: [],
        "what the event did to records of another type")
      await session.end()
    },
    StorePromise("an upload that changes a record keeps the version before, and of others nothing")
    {
      store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(
        .program, [["id": "P1", "title": "One", "cip": "52"], ["id": "P2", "title": "Two"]])
      let old = try await tenant.looking { try await $0.records(of: .program) }
      _ = try await tenant.write(
        .program,
        [["id": "P3", "title": ""], ["id": "P2", "title": "Two"], ["id": "P1", "title": "O"]])
      try await expect(
        tenant.looking { try await $0.journal(of: 3, limit: 9) },
        equals: [
          JournalEntry(
            event: 3, type: .program, key: old[0].key, before: old[0],
            left: Stamp(submission: 2, row: 4))
        ], "what the second upload did to records that were there")
    },
    StorePromise("a record that one file brings twice is kept once, as it was before the file") {
      store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1", "title": "One"]])
      let old = try await tenant.looking { try await $0.record(of: .program) }
      let session = try await tenant.beginWriting()
      for (row, titles) in [(2, ["Two", "Three"]), (4, ["Four"]), (5, ["One"])] {
        var builder = ChangeBuilder(keys: try await session.keys(students: nil))
        let rows = ["P1", "P2"].flatMap { id in titles.map { ["id": id, "title": $0] } }
        let changes = builder.changes(to: .program, rows, firstRow: row * 10)
        _ = try await session.write(changes, submission: 2)
      }
      try await session.commit()
      try await expect(
        tenant.looking { try await $0.journal(of: 3, limit: 9) },
        equals: [
          JournalEntry(
            event: 3, type: .program, key: old.key, before: old,
            left: Stamp(submission: 2, row: 50))
        ], "what the file did to the record that was there, and to the one that wasn't")
    },
    StorePromise("what is rolled back isn't in the journal, and the event's number is free again") {
      store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1", "title": "One"]])
      let old = try await tenant.looking { try await $0.record(of: .program) }
      let session = try await tenant.beginWriting()
      _ = try await session.enter(.course, ["program": "P1", "id": "C1"])
      try await session.apply([RecordChange(from: old, to: nil)])
      try await expect(session.journal(of: 3, limit: 9).count, equals: 1, "what it did so far")
      await session.rollback()
      let next = try await tenant.beginWriting()
      try await expect(next.nextEvent(), equals: 3, "the number of the next event")
      try await expect(next.journal(of: 3, limit: 9), equals: [], "what it did so far")
      try await expect(next.history(of: old), equals: [], "what events did to the record")
      await next.rollback()
    },
    StorePromise("a record's history is what events did to it, in their order") { store in
      let tenant = try await store.makeTenant("demo")
      for title in ["One", "Two"] {
        _ = try await tenant.write(
          .program, [["id": "P1", "title": title], ["id": "P2", "title": title]])
      }
      let second = try await tenant.looking { try await $0.records(of: .program)[0] }
      let third = second.saved(in: 4, "title", "Three")
      for change in [RecordChange(from: second, to: third), RecordChange(from: third, to: nil)] {
        try await tenant.entering { try await $0.apply([change]) }
      }
      let session = try await tenant.beginReading()
      let history = try await session.history(of: third)
      try expect(history.map(\.event), equals: [3, 4, 5], "the events")
      try expect(
        history.map(\.left), equals: [second.stamp, third.stamp, nil], "what each of them left")
      try await expect(
        session.texts(of: history.compactMap(\.before), ["title"]),
        equals: [["One"], ["Two"], ["Three"]], "the titles that each of them ended")
      await session.end()
    },
    StorePromise("a record that is keyed by where it came from keeps its history under other keys")
    {
      store in
      let tenant = try await store.makeTenant("demo")
      let row = ["student": "S1", "credential": "C1"]
      _ = try await tenant.write(.credentialAttempt, [row, row])
      let old = try await tenant.looking { try await $0.records(of: .credentialAttempt)[0] }
      let moved = try await tenant.entering { session in
        let other = row.merging(["student": "S2"]) { $1 }
        let moved = try await session.version(
          of: .credentialAttempt, other, old.stamp.saved(in: 3))
        try await session.apply(RecordChange.steps(from: old, to: moved))
        return moved
      }
      let session = try await tenant.beginReading()
      try await expect(
        session.history(of: moved),
        equals: [
          JournalEntry(
            event: 3, type: .credentialAttempt, key: old.key, before: old, left: nil),
          JournalEntry(
            event: 3, type: .credentialAttempt, key: moved.key, before: nil, left: moved.stamp),
        ], "what events did to the record under both keys")
      try await expect(
        session.records(RecordQuery(.credentialAttempt, id: old.id)), equals: [moved],
        "the record of the name")
      await session.end()
    },
  ]
}

extension ReadSession {
  /// Returns a page of what an event did to programs.
  fileprivate func journal(
    of event: Int, after start: RecordKey? = nil, limit: Int
  ) async throws -> [JournalEntry] {
    try await journal(of: event, about: .program, after: start, limit: limit)
  }
}
