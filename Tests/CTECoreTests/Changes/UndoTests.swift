import CTECore
import Testing

struct UndoTests {
  @Test(arguments: StoreKind.allCases)
  func `an undo puts back what a withdrawal took, and undone itself takes it again`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      _ = try await demo.enroll("2026 000002 P2 S1 C1 0.25")
      let own = try await demo.enroll("2026 000001 P2 S1 C1 0.5", "2026 000002 P2 S1 C1 0.5")
      _ = try await demo.record("2026 000001 P2 A201 2026-04-01 Y")
      let states = [try await demo.records()]
      let withdrawal = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      let withdrawn = try await demo.records()
      var effects: [[String]] = []
      for turn in 1...4 {
        let report = try await demo.planned {
          try await demo.tenant.undo(withdrawalOf: own, isPlan: $0, at: ChangeDemo.moment)
        }
        effects.append(report.effects)
        #expect(try await demo.records() == (turn.isMultiple(of: 2) ? withdrawn : states[0]))
        let submission = try await demo.tenant.submission(own).submission
        #expect(submission.isWithdrawn == turn.isMultiple(of: 2))
      }
      #expect(withdrawal.effects == effects[1])
      #expect(
        effects[0] == [
          "1 courseEnrollment earlierAgain", "1 courseEnrollment putBack",
          "1 credentialAttempt putBack",
        ])
      #expect(try await demo.tenant.verifyAudit() == .whole(events: 14))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what was recorded again or changed since stays, and is said to`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let enrolled = try await demo.enroll(
        "2026 000001 P2 S1 C1 0.25", "2026 000002 P2 S1 C1 0.25")
      let own = try await demo.record(
        "2026 000001 P2 A201 2026-04-01 Y", "2026 000002 P2 A201 2026-04-01 Y")
      let update = try await demo.enroll("2026 000001 P2 S1 C1 0.5", "2026 000002 P2 S1 C1 0.5")
      for number in [own, update] {
        _ = try await demo.tenant.withdraw(submission: number, at: ChangeDemo.moment)
      }
      let again = try await demo.record("2026 000001 P1 A101 2026-04-02 Y")
      let painter = try await demo.record("2026 000002 P2 A201 2026-04-03 N")
      _ = try await demo.tenant.modify(
        RecordID(submission: enrolled, row: 2), of: .courseEnrollment, ["credits": "2"],
        at: ChangeDemo.moment)
      let credentials = try await demo.planned {
        try await demo.tenant.undo(withdrawalOf: own, isPlan: $0, at: ChangeDemo.moment)
      }
      #expect(
        credentials.effects == [
          "1 credentialAttempt putBack", "1 credentialAttempt keptOutAsRepeated",
        ])
      #expect(
        Set(try await demo.attempts()) == [
          "\(again)-2: 2026 000001 P1 Welder true", "\(own)-2: 2026 000001 P2 Painter true",
          "\(painter)-2: 2026 000002 P2 Painter false",
        ])
      let enrollments = try await demo.planned {
        try await demo.tenant.undo(withdrawalOf: update, isPlan: $0, at: ChangeDemo.moment)
      }
      #expect(
        enrollments.effects == [
          "1 courseEnrollment earlierAgain", "1 courseEnrollment keptAsChanged",
        ])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a credential without its enrollment is kept out, and comes back once that is there`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let enrolled = try await demo.enroll("2026 000001 P2 S1 C1 0.5")
      let own = try await demo.record("2026 000001 P2 A201 2026-04-01 Y")
      let before = try await demo.records()
      for number in [own, enrolled] {
        _ = try await demo.tenant.withdraw(submission: number, at: ChangeDemo.moment)
      }
      let out = try await demo.tenant.undo(withdrawalOf: own, at: ChangeDemo.moment)
      #expect(out.effects == ["1 credentialAttempt keptOutAsUnsupported"])
      _ = try await demo.tenant.undo(withdrawalOf: enrolled, at: ChangeDemo.moment)
      for _ in 1...2 {
        _ = try await demo.tenant.undo(withdrawalOf: own, at: ChangeDemo.moment)
      }
      #expect(try await demo.records() == before)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a credential that never had its enrollment comes back without it`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let own = try await demo.record("2025 000001 P2 A201 2025-04-01 Y")
      let before = try await demo.records()
      _ = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      let report = try await demo.tenant.undo(withdrawalOf: own, at: ChangeDemo.moment)
      #expect(report.effects == ["1 credentialAttempt putBack"])
      #expect(try await demo.records() == before)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `entries by hand are undone one by one, and a change that was followed by another stays`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let empty = try await demo.records()
      let draft = RecordDraft(
        .credentialAttempt,
        ["student": "000001", "program": "P1", "credentialCode": "A101", "passed": "false"])
      let added = try await demo.tenant.add(draft, at: ChangeDemo.moment)
      let id = try #require(added.record)
      let first = try await demo.records()
      let moved = try await demo.tenant.modify(
        id, of: .credentialAttempt, ["credentialCode": "A102"], at: ChangeDemo.moment)
      let second = try await demo.records()
      let passed = try await demo.tenant.modify(
        id, of: .credentialAttempt, ["passed": "true"], at: ChangeDemo.moment)
      let third = try await demo.records()
      // Two records of one name would be worse than one that stays.
      let early = try await demo.planned {
        try await demo.tenant.undo(
          event: #require(moved.event), isPlan: $0, at: ChangeDemo.moment)
      }
      #expect(early.effects == ["2 credentialAttempt keptAsChanged"])
      #expect(try await demo.records() == third)
      for (event, state) in [(passed.event, second), (moved.event, first), (added.event, empty)] {
        _ = try await demo.planned {
          try await demo.tenant.undo(event: #require(event), isPlan: $0, at: ChangeDemo.moment)
        }
        #expect(try await demo.records() == state)
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what a withdrawn upload brought doesn't come back by undoing its deletion`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let own = try await demo.enroll("2026 000001 P2 S1 C1 0.5")
      let deleted = try await demo.tenant.delete(
        [RecordID(submission: own, row: 2)], of: .courseEnrollment, at: ChangeDemo.moment)
      _ = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      let report = try await demo.tenant.undo(event: #require(deleted.event), at: ChangeDemo.moment)
      #expect(report.effects == ["1 courseEnrollment keptAsChanged"])
      #expect(try await demo.enrollments() == [])
    }
  }

  @Test(arguments: [
    (3, "event 3 is the upload of submission 2; withdraw that instead"),
    (1, "event 1 (create tenant) changed no records by itself"),
    (7, "event 7 (give role) changed no records by itself"),
    (99, "there is no event 99 that you may see"),
  ])
  func `what changed no records or is an upload can't be undone`(
    event: Int, message: String
  ) async throws {
    try await ChangeDemo.run { demo in
      try await demo.tenant.give(Grant(to: "anna", role: "clerk"), at: ChangeDemo.moment)
      let before = try await demo.everything()
      let error = await #expect(throws: ChangeError.self) {
        try await demo.tenant.undo(event: event, at: ChangeDemo.moment)
      }
      #expect(error?.message == message)
      #expect(try await demo.everything() == before)
    }
  }

  @Test func `a withdrawal is undone only as the last that happened to its upload`() async throws {
    try await ChangeDemo.run { demo in
      let own = try await demo.enroll("2026 000001 P2 S1 C1 0.5")
      let never = await #expect(throws: ChangeError.self) {
        try await demo.tenant.undo(withdrawalOf: own, at: ChangeDemo.moment)
      }
      #expect(
        never?.message == "submission \(own) was never withdrawn, so there is nothing to undo")
      let first = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      let undone = try await demo.tenant.undo(withdrawalOf: own, at: ChangeDemo.moment)
      let last = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      for report in [first, undone] {
        let error = await #expect(throws: ChangeError.self) {
          try await demo.tenant.undo(event: #require(report.event), at: ChangeDemo.moment)
        }
        #expect(error?.message.hasSuffix("undo that instead") == true)
        #expect(error?.message.contains("event \(last.event ?? 0)") == true)
      }
    }
  }
}
