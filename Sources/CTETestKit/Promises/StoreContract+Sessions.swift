import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About sessions: all of what one writes is there, or none.
  static let sessions = [
    StorePromise("nobody sees what a session writes before it is committed") { store in
      let tenant = try await store.makeTenant("demo")
      let session = try await tenant.beginWriting()
      _ = try await session.write(.program, [["id": "P1"]])
      try await expect(
        session.rows(of: .program, ["id"]), equals: [["P1"]], "the programs in the session")
      try await expect(tenant.count(of: .program), equals: 0, "the programs before the commit")
      try await expect(
        store.tenant("demo").submissions(), equals: [], "the submissions before the commit")
      try await session.commit()
      try await expect(tenant.count(of: .program), equals: 1, "the programs after the commit")
      try await expect(
        store.tenant("demo").submissions().map(\.number), equals: [1],
        "the submissions after the commit")
    },
    StorePromise("a session that is rolled back leaves nothing, not even its numbers") { store in
      let tenant = try await store.makeTenant("demo")
      let session = try await tenant.beginWriting()
      _ = try await session.write(.student, [["id": "S1"]])
      await session.rollback()
      try await expect(tenant.count(of: .student), equals: 0, "the students that are left")
      try await expect(tenant.auditEvents().count, equals: 1, "the number of events")
      let next = try await tenant.beginWriting()
      try await expect(next.nextSubmission(), equals: 1, "the number of the next submission")
      try await expect(next.studentCount(), equals: 0, "the number of students' identifiers")
      await next.rollback()
    },
    StorePromise("what is written in a trial is taken back, and the session goes on") { store in
      let tenant = try await store.makeTenant("demo")
      let session = try await tenant.beginWriting()
      try await session.beginTrial()
      _ = try await session.write(.program, [["id": "P1"]])
      try await session.endTrial()
      try await expect(
        session.rows(of: .program, ["id"]), equals: [], "the programs after the trial")
      _ = try await session.write(.program, [["id": "P2"]])
      try await session.commit()
      try await expect(
        tenant.rows(of: .program, ["id"]), equals: [["P2"]], "the programs after the commit")
    },
    StorePromise("submissions are counted, and each has its event in the chain") { store in
      let tenant = try await store.makeTenant("demo")
      for id in ["P1", "P2"] { _ = try await tenant.write(.program, [["id": id]]) }
      let submissions = try await tenant.submissions()
      let events = try await tenant.auditEvents()
      try expect(submissions.map(\.number), equals: [1, 2], "the submissions' numbers")
      try expect(
        events.map(\.draft.submission), equals: [nil, 1, 2], "the submissions of the events")
      try expect(
        AuditVerdict(events, submissions: submissions), equals: .whole(events: 3),
        "the verdict on the log")
    },
    StorePromise("the first submission of a file is found by digest and format") { store in
      let tenant = try await store.makeTenant("demo")
      for id in ["P1", "P2"] { _ = try await tenant.write(.program, [["id": id]]) }
      let session = try await tenant.beginWriting()
      let digest = Sample.fileDigest
      try await expect(
        session.submission(ofFile: digest, format: "sample"),
        equals: tenant.submissions().first, "the submission of a file that came twice")
      try await expect(
        session.submission(ofFile: digest, format: "other"), equals: nil,
        "the submission of the file in another format")
      try await expect(
        session.submission(ofFile: "other", format: "sample"), equals: nil,
        "the submission of another file")
      await session.rollback()
    },
    StorePromise("a session that has ended does nothing more") { store in
      let tenant = try await store.makeTenant("demo")
      for isCommitted in [true, false] {
        let session = try await tenant.beginWriting()
        if isCommitted { try await session.commit() } else { await session.rollback() }
        try await expectError("asking a session that has ended") {
          try await session.nextSubmission()
        }
        try await expectError("writing to a session that has ended") {
          try await session.write(ChangeSet(), submission: 2)
        }
        await session.rollback()
      }
      try await expect(tenant.submissions().count, equals: 1, "the number of submissions")
    },
    StorePromise("an identifier whose number is taken is refused") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1"]])
      let session = try await tenant.beginWriting()
      for (number, text) in [(Int32(1), "P2"), (2, "P1")] {
        var changes = ChangeSet()
        changes.newKeys = [.init(domain: .program, number: number, text: text)]
        try await expectError(.unusable, "writing '\(text)' under the number \(number)") {
          try await session.write(changes, submission: 2)
        }
      }
      await session.rollback()
    },
  ]
}
