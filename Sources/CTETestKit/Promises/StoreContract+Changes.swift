import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About records that are changed by themselves.
  static let changes = [
    StorePromise("a record is made, replaced and removed by itself") { store in
      let tenant = try await store.makeTenant("demo")
      let made = try await tenant.entering {
        try await $0.enter(.program, ["id": "P1", "title": "One"])
      }
      try await expect(
        tenant.looking { try await $0.records(of: .program) }, equals: [made], "the record as made")
      let other = made.saved(in: 3, "title", "Two")
      try await tenant.entering { try await $0.apply([RecordChange(from: made, to: other)]) }
      try await expect(
        tenant.looking { try await $0.records(of: .program) }, equals: [other],
        "the record as replaced")
      try await expect(tenant.rows(of: .program, ["title"]), equals: [["Two"]], "its title")
      try await tenant.entering { try await $0.apply([RecordChange(from: other, to: nil)]) }
      try await expect(tenant.count(of: .program), equals: 0, "the records that are left")
    },
    StorePromise("a version comes back with all its values, missing ones and texts too") { store in
      let tenant = try await store.makeTenant("demo")
      let fields = ["year", "student", "school", "day", "passed", "certificateNumber", "category"]
      let rows = [
        ["2022", "S1", "O1", "738000", "1", " Caf\u{E9}, \"7\" ", "a"],
        ["", "S1", "", "", "0", "Cafe\u{301}", ""], ["2022", "", "O1", "", "", "", "b"],
      ]
      let made = try await tenant.entering { session in
        var made: [StoredRecord] = []
        for (row, texts) in zip(Int32(1)..., rows) {
          let values = Dictionary(uniqueKeysWithValues: zip(fields, texts))
          let stamp = Stamp(submission: 7, row: row, saved: row - 1)
          made.append(try await session.version(of: .credentialAttempt, values, stamp))
          try await session.apply([RecordChange(from: nil, to: made.last)])
        }
        return made.sorted { $0.key < $1.key }
      }
      let session = try await tenant.beginReading()
      let found = try await session.records(of: .credentialAttempt)
      try expect(found.map(\.stamp), equals: made.map(\.stamp), "where the versions come from")
      try expect(found == made, equals: true, "whether the versions are those that were made")
      try await expect(
        Set(session.texts(of: found, fields)), equals: Set(rows), "the texts of the versions")
      await session.end()
    },
    StorePromise("a change that doesn't begin with the stored version is refused") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1", "title": "One"]])
      let old = try await tenant.looking { try await $0.record(of: .program) }
      let stored = old.saved(in: 3, "title", "Two")
      try await tenant.entering { try await $0.apply([RecordChange(from: old, to: stored)]) }
      let new = old.saved(in: 4, "title", "Three")
      let elsewhere = try await tenant.entering {
        try await $0.version(of: .program, ["id": "P2"], Stamp(enteredIn: 4))
      }
      for (change, subject) in [
        (RecordChange(from: nil, to: new), "making a record that is there"),
        (RecordChange(from: old, to: new), "replacing a version that somebody replaced since"),
        (RecordChange(from: old, to: nil), "removing a version that somebody replaced since"),
        (RecordChange(from: elsewhere, to: nil), "removing a record that isn't there"),
        (
          RecordChange(from: elsewhere, to: elsewhere.saved(in: 5, "title", "")),
          "replacing a record that isn't there"
        ),
      ] {
        let session = try await tenant.beginWriting()
        try await expectError(.unusable, subject) { try await session.apply([change]) }
        await session.rollback()
        try await expect(
          tenant.looking { try await $0.records(of: .program) }, equals: [stored],
          "the records after \(subject)")
      }
    },
    StorePromise("a file updates what a person has saved, and it counts as uploaded again") {
      store in
      let tenant = try await store.makeTenant("demo")
      try await tenant.entering {
        _ = try await $0.enter(.program, ["id": "P1", "title": "One", "cip": "52"])
      }
      try await expect(
        tenant.write(.program, [["id": "P1", "title": "One"]]), equals: [.unchanged],
        "what became of an equal row")
      try await expect(
        tenant.looking { try await $0.record(of: .program).stamp }, equals: Stamp(enteredIn: 2),
        "where the record comes from after an equal row")
      try await expect(
        tenant.write(.program, [["id": "P1", "title": "Two"]]), equals: [.updated],
        "what became of another row")
      try await expect(
        tenant.looking { try await $0.record(of: .program).stamp },
        equals: Stamp(submission: 2, row: 2), "where the record comes from after another row")
    },
    StorePromise("an identifier that is kept for a record is known to the next session") { store in
      let tenant = try await store.makeTenant("demo")
      try await tenant.entering {
        try await $0.write([.init(domain: .student, number: 1, text: "S1")])
      }
      let session = try await tenant.beginWriting()
      try await expect(
        session.keys(students: ["S1"])[.student].knownNumber(for: "S1"), equals: 1,
        "the number of the identifier")
      try await expect(session.studentCount(), equals: 1, "the number of students' identifiers")
      await session.rollback()
    },
  ]
}
