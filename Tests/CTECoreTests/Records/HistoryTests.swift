import CTECore
import Testing

struct HistoryTests {
  @Test(arguments: StoreKind.allCases)
  func `a name that is greater than any record's is nobody's`(kind: StoreKind) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      for id in [RecordID(submission: .max, row: 2), RecordID(submission: 0, row: .max)] {
        let error = await #expect(throws: ChangeError.self) {
          try await demo.tenant.history(of: id, of: .credentialAttempt)
        }
        #expect(error?.code == .unknown)
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a record whose key an edit changes was never away, whichever key comes first`(
    kind: StoreKind
  ) async throws {
    try await ChangeDemo.run(in: kind) { demo in
      let submission = try await demo.record("2026 000001 P1 A101 2026-04-14 Y")
      let id = RecordID(submission: submission, row: 2)
      var events: [Int?] = []
      for code in ["A102", "A101"] {
        let report = try await demo.tenant.modify(
          id, of: .credentialAttempt, ["credentialCode": code], at: ChangeDemo.moment)
        events.append(try #require(report.event))
      }
      let versions = try await demo.tenant.history(of: id, of: .credentialAttempt)
      #expect(
        versions.map { $0.entry?.values["credential"] } == ["Welder", "Solderer", "Welder"])
      #expect(versions.map(\.endedIn) == events + [nil])
    }
  }
}
