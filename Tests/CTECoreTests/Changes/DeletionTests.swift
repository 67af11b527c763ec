import CTECore
import Testing

struct DeletionTests {
  @Test(arguments: StoreKind.allCases)
  func `deleting an enrollment takes this year's credentials that rest on it, and not last year's`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let enrolled = try await demo.enroll(
        "2026 000001 P2 S1 C1 0.5", "2026 000001 P2 S1 C2 0.5", "2025 000001 P2 S1 C1 0.5")
      let own = try await demo.record(
        "2026 000001 P2 A201 2026-04-01 Y", "2025 000001 P2 A101 2025-04-01 Y",
        "2026 000001 P1 A102 2026-04-01 Y")
      let before = try await demo.records()
      let half = try await demo.planned {
        try await demo.tenant.delete(
          [RecordID(submission: enrolled, row: 2)], of: .courseEnrollment, isPlan: $0,
          at: ChangeDemo.moment)
      }
      #expect(half.effects == ["1 courseEnrollment removed"])
      let whole = try await demo.planned {
        try await demo.tenant.delete(
          [RecordID(submission: enrolled, row: 3)], of: .courseEnrollment, isPlan: $0,
          at: ChangeDemo.moment)
      }
      #expect(whole.effects == ["1 courseEnrollment removed", "1 credentialAttempt removedAlong"])
      #expect(whole.items.last?.record == RecordID(submission: own, row: 2))
      #expect(
        Set(try await demo.attempts().map { $0.prefix(4) })
          == ["\(own)-3:", "\(own)-4:"])
      for report in [whole, half] {
        _ = try await demo.tenant.undo(event: #require(report.event), at: ChangeDemo.moment)
      }
      #expect(try await demo.records() == before)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `several records are deleted together or not at all`(kind: StoreKind) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let own = try await demo.record(
        "2026 000001 P1 A101 2026-04-01 Y", "2026 000002 P1 A101 2026-04-01 Y")
      let ids = [2, 3].map { RecordID(submission: own, row: $0) }
      let before = try await demo.everything()
      let error = await #expect(throws: ChangeError.self) {
        try await demo.tenant.delete(
          ids + [RecordID(submission: own, row: 4)], of: .credentialAttempt, at: ChangeDemo.moment)
      }
      #expect(error?.message == "there is no credential attempt \(own)-4 that you may see")
      #expect(try await demo.everything() == before)
      let report = try await demo.tenant.delete(
        ids + ids, of: .credentialAttempt, at: ChangeDemo.moment)
      #expect(report.effects == ["2 credentialAttempt removed"])
      #expect(try await demo.attempts() == [])
    }
  }

  @Test func `nothing can't be deleted`() async throws {
    try await ChangeDemo.run { demo in
      let before = try await demo.everything()
      let error = await #expect(throws: ChangeError.self) {
        try await demo.tenant.delete([], of: .credentialAttempt, at: ChangeDemo.moment)
      }
      #expect(error?.code == .impossible)
      #expect(try await demo.everything() == before)
    }
  }
}
