import CTECore
import Foundation
import GRDB
import Testing

struct WithdrawalTests {
  @Test(arguments: StoreKind.allCases)
  func `a withdrawal takes what the upload brought, and keeps what a person saved since`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let own = try await demo.enroll(
        "2026 000001 P2 S1 C1 0.5", "2026 000002 P2 S1 C1 0.5", "2026 000003 P2 S1 C1 0.5")
      let other = try await demo.enroll("2026 000003 P2 S2 C2 1.0")
      let id = RecordID(submission: own, row: 3)
      let saved = try await demo.tenant.modify(
        id, of: .courseEnrollment, ["credits": "0.75"], at: ChangeDemo.moment)
      let report = try await demo.planned {
        try await demo.tenant.withdraw(submission: own, isPlan: $0, at: ChangeDemo.moment)
      }
      #expect(report.effects == ["2 courseEnrollment removed", "1 courseEnrollment keptAsSaved"])
      #expect(report.items.filter { $0.effect == .keptAsSaved }.map(\.record) == [id])
      #expect(
        try await demo.enrollments() == [
          "\(id): 2026 000002 P2 C1 0.75 saved in \(saved.event ?? 0)",
          "\(other)-2: 2026 000003 P2 C2 1.00",
        ])
      let submission = try await demo.tenant.submission(own).submission
      #expect(submission.isWithdrawn && submission.withdrawnIn == report.event)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a record that a person saved as it is stays too`(kind: StoreKind) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let own = try await demo.enroll("2026 000001 P2 S1 C1 0.5")
      let id = RecordID(submission: own, row: 2)
      _ = try await demo.tenant.modify(id, of: .courseEnrollment, [:], at: ChangeDemo.moment)
      let report = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      #expect(report.effects == ["1 courseEnrollment keptAsSaved"])
      #expect(try await demo.enrollments().count == 1)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func
    `of what the upload updated, the version before stands again, from further back if that is withdrawn too`(
      kind: StoreKind
    ) async throws
  {
    try await ChangeDemo.run(in: kind) { demo in
      var numbers: [Int] = []
      for credits in ["0.25", "0.5", "0.75"] {
        numbers.append(
          try await demo.enroll(
            "2026 000001 P2 S1 C1 \(credits)", "2026 000002 P2 S1 C1 0.5"))
      }
      let middle = try await demo.planned {
        try await demo.tenant.withdraw(submission: numbers[1], isPlan: $0, at: ChangeDemo.moment)
      }
      #expect(middle.effects == ["1 courseEnrollment keptAsUploaded"])
      #expect(
        middle.notes == [
          "of submission \(numbers[2]) 1 row had been there already; what of it came with submission \(numbers[1]) goes too, "
            + "so upload that file again afterwards"
        ])
      let last = try await demo.planned {
        try await demo.tenant.withdraw(submission: numbers[2], isPlan: $0, at: ChangeDemo.moment)
      }
      #expect(last.effects == ["1 courseEnrollment earlierAgain"])
      #expect(
        try await demo.enrollments() == [
          "\(numbers[0])-2: 2026 000001 P2 C1 0.25", "\(numbers[0])-3: 2026 000002 P2 C1 0.50",
        ])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what a later upload changed and somebody deleted isn't said to stay`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let first = try await demo.enroll("2026 000001 P2 S1 C1 0.5", "2026 000002 P2 S1 C1 0.5")
      let second = try await demo.enroll("2026 000001 P2 S1 C1 1.0", "2026 000002 P2 S1 C1 1.0")
      _ = try await demo.tenant.delete(
        [RecordID(submission: second, row: 2)], of: .courseEnrollment, at: ChangeDemo.moment)
      let report = try await demo.tenant.withdraw(submission: first, at: ChangeDemo.moment)
      #expect(report.effects == ["1 courseEnrollment keptAsUploaded"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what rests on a removed enrollment goes along, unless another supports it still`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let own = try await demo.enroll("2026 000001 P2 S1 C1 0.5", "2026 000002 P2 S1 C1 0.5")
      _ = try await demo.enroll("2026 000002 P2 S1 C2 0.5")
      let credentials = try await demo.record(
        "2026 000001 P2 A201 2026-04-01 Y", "2026 000002 P2 A201 2026-04-01 Y",
        "2026 000001 P1 A102 2026-04-01 Y", "2025 000001 P2 A101 2025-04-01 Y")
      let report = try await demo.planned {
        try await demo.tenant.withdraw(submission: own, isPlan: $0, at: ChangeDemo.moment)
      }
      #expect(
        report.effects == ["2 courseEnrollment removed", "1 credentialAttempt removedAlong"])
      #expect(report.items.last?.record == RecordID(submission: credentials, row: 2))
      let attempts = Set(try await demo.attempts())
      #expect(
        attempts == [
          "\(credentials)-3: 2026 000002 P2 Painter true",
          "\(credentials)-4: 2026 000001 P1 Solderer true",
          "\(credentials)-5: 2025 000001 P2 - true",
        ])
    }
  }

  @Test func `a withdrawn submission and one that isn't there can't be withdrawn`() async throws {
    try await ChangeDemo.run { demo in
      let own = try await demo.enroll("2026 000001 P2 S1 C1 0.5")
      _ = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      let before = try await demo.everything()
      let again = await #expect(throws: ChangeError.self) {
        try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      }
      #expect(again?.code == .impossible)
      #expect(again?.message == "submission \(own) is withdrawn already")
      let unknown = await #expect(throws: ChangeError.self) {
        try await demo.tenant.withdraw(submission: own + 1, at: ChangeDemo.moment)
      }
      #expect(unknown?.code == .unknown)
      #expect(try await demo.everything() == before)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a withdrawn file can be uploaded again, and brings all of its records`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let rows = ["2026 000001 P2 S1 C1 0.5", "2026 000002 P2 S1 C1 0.5"]
      let own = try await demo.enroll(rows[0], rows[1])
      _ = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      let next = try await demo.enroll(rows[0], rows[1])
      #expect(next == own + 1)
      #expect(try await demo.enrollments().map { $0.prefix(4) } == ["\(next)-2:", "\(next)-3:"])
      #expect(try await demo.enroll(rows[0], rows[1]) == next)
    }
  }

  @Test func `a plan leaves every byte of the store as it was`() async throws {
    try await ChangeDemo.run(in: .sqlite) { demo in
      let own = try await demo.enroll("2026 000001 P2 S1 C1 0.5", "2026 000002 P2 S1 C1 0.5")
      _ = try await demo.record("2026 000001 P2 A201 2026-04-01 Y")
      let id = RecordID(submission: own, row: 2)
      let deleted = try await demo.tenant.delete([id], of: .courseEnrollment, at: ChangeDemo.moment)
      let before = try TenantBytes(of: demo)
      for _ in 1...2 {
        _ = try await demo.tenant.withdraw(submission: own, isPlan: true, at: ChangeDemo.moment)
        _ = try await demo.tenant.undo(
          event: #require(deleted.event), isPlan: true, at: ChangeDemo.moment)
        _ = try await demo.tenant.delete(
          [RecordID(submission: own, row: 3)], of: .courseEnrollment, isPlan: true,
          at: ChangeDemo.moment)
      }
      #expect(try TenantBytes(of: demo) == before)
      _ = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      #expect(try TenantBytes(of: demo) != before)
    }
  }

  @Test(arguments: [("0.5", "0.5", false), ("0.5", "1.0", true)])
  func `a submission that changed records before versions were kept can't be withdrawn`(
    first: String, second: String, isRefused: Bool
  ) async throws {
    try await ChangeDemo.run(in: .sqlite) { demo in
      _ = try await demo.enroll("2026 000001 P2 S1 C1 \(first)")
      let own = try await demo.enroll(
        "2026 000001 P2 S1 C1 \(second)", "2026 000002 P2 S1 C1 0.5")
      let database = demo.lakeland.folder.appendingPathComponent(
        "tenants/\(demo.tenant.id)/store.sqlite")
      try await DatabaseQueue(path: database.path).write {
        try $0.execute(sql: "UPDATE submission SET isJournaled = 0")
      }
      let before = try await demo.everything()
      guard isRefused else {
        let report = try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
        #expect(report.effects == ["1 courseEnrollment removed"])
        return
      }
      let error = await #expect(throws: ChangeError.self) {
        try await demo.tenant.withdraw(submission: own, at: ChangeDemo.moment)
      }
      #expect(error?.code == .impossible)
      #expect(
        error?.message.contains("changed 1 records before earlier versions were kept") == true)
      #expect(try await demo.everything() == before)
    }
  }
}
