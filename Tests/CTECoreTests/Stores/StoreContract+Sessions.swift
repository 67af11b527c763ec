import CTECore
import Testing

extension StoreContract {
  /// About sessions: all of what one writes is there, or none.
  static let sessions = [
    Promise("nobody sees what a session writes before it is committed") { store in
      let tenant = try await store.makeTenant("demo")
      let session = try await tenant.beginWriting()
      _ = try await session.write(.program, [["id": "P1"]])
      #expect(try await session.rows(of: .program, ["id"]) == [["P1"]])
      #expect(try await tenant.count(of: .program) == 0)
      #expect(try await store.tenant("demo").submissions().isEmpty)
      try await session.commit()
      #expect(try await tenant.count(of: .program) == 1)
      #expect(try await store.tenant("demo").submissions().map(\.number) == [1])
    },
    Promise("a session that is rolled back leaves nothing, not even its numbers") { store in
      let tenant = try await store.makeTenant("demo")
      let session = try await tenant.beginWriting()
      _ = try await session.write(.student, [["id": "S1"]])
      await session.rollback()
      #expect(try await tenant.count(of: .student) == 0)
      #expect(try await tenant.auditEvents().count == 1)
      let next = try await tenant.beginWriting()
      #expect(try await next.nextSubmission() == 1)
      #expect(try await next.studentCount() == 0)
      await next.rollback()
    },
    Promise("submissions are counted, and each has its event in the chain") { store in
      let tenant = try await store.makeTenant("demo")
      for id in ["P1", "P2"] { _ = try await tenant.write(.program, [["id": id]]) }
      let submissions = try await tenant.submissions()
      let events = try await tenant.auditEvents()
      #expect(submissions.map(\.number) == [1, 2])
      #expect(events.map(\.draft.submission) == [nil, 1, 2])
      #expect(AuditVerdict(events, submissions: submissions) == .whole(events: 3))
    },
    Promise("the first submission of a file is found by digest and format") { store in
      let tenant = try await store.makeTenant("demo")
      for id in ["P1", "P2"] { _ = try await tenant.write(.program, [["id": id]]) }
      let session = try await tenant.beginWriting()
      let found = try await session.submission(ofFile: Sample.fileDigest, format: "sample")
      #expect(found == (try await tenant.submissions().first))
      #expect(try await session.submission(ofFile: Sample.fileDigest, format: "other") == nil)
      #expect(try await session.submission(ofFile: "other", format: "sample") == nil)
      await session.rollback()
    },
    Promise("a session that has ended does nothing more") { store in
      let tenant = try await store.makeTenant("demo")
      for isCommitted in [true, false] {
        let session = try await tenant.beginWriting()
        if isCommitted { try await session.commit() } else { await session.rollback() }
        await #expect(throws: (any Error).self) { try await session.nextSubmission() }
        await #expect(throws: (any Error).self) {
          try await session.write(ChangeSet(), submission: 2)
        }
        await session.rollback()
      }
      #expect(try await tenant.submissions().count == 1)
    },
    Promise("an identifier whose number is taken is refused") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1"]])
      let session = try await tenant.beginWriting()
      for (number, text) in [(Int32(1), "P2"), (2, "P1")] {
        var changes = ChangeSet()
        changes.newKeys = [.init(domain: .program, number: number, text: text)]
        let error = await #expect(throws: StoreError.self) {
          try await session.write(changes, submission: 2)
        }
        #expect(error?.code == .unusable)
      }
      await session.rollback()
    },
  ]

  /// About whose turn it is to write.
  static let turns = [
    Promise("a second session waits for the first and sees what it committed") { store in
      let tenant = try await store.makeTenant("demo")
      let first = try await tenant.beginWriting()
      let second = Task { try await tenant.write(.program, [["id": "P1"]]) }
      try await Task.sleep(for: .milliseconds(100))
      _ = try await first.write(.program, [["id": "P1"]])
      try await first.commit()
      #expect(try await second.value == [.unchanged])
      #expect(try await tenant.submissions().count == 2)
    },
    Promise("a second session is refused as busy where the first doesn't end") { store in
      let tenant = try await store.makeTenant("demo")
      let first = try await tenant.beginWriting()
      let error = await #expect(throws: StoreError.self) { try await tenant.beginWriting() }
      #expect(error?.code == .busy)
      try await first.commit()
      #expect(try await tenant.write(.program, [["id": "P1"]]) == [.accepted])
    },
    Promise("a session that is dropped leaves nothing and keeps nobody waiting") { store in
      let tenant = try await store.makeTenant("demo")
      do { _ = try await tenant.beginWriting().write(.program, [["id": "P1"]]) }
      #expect(try await tenant.write(.program, [["id": "P1"]]) == [.accepted])
    },
    Promise("a task that is called off writes nothing and keeps nobody waiting") { store in
      let tenant = try await store.makeTenant("demo")
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await tenant.write(.program, [["id": "P1"]])
      }
      await #expect(throws: (any Error).self) { try await task.value }
      #expect(try await tenant.count(of: .program) == 0)
      #expect(try await tenant.write(.program, [["id": "P1"]]) == [.accepted])
    },
  ]
}
