import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About the life of uploads.
  static let uploads = [
    StorePromise("a submission comes back as it was, with the number of its event") { store in
      let tenant = try await store.makeTenant("demo")
      let submission = Submission(
        number: 1, format: "sample", fileName: "r\u{E9}sum\u{E9}, \"final\".csv",
        fileDigest: Sample.fileDigest, pack: "lakeland 1.0.0", year: FiscalYear(2022),
        actor: Sample.clerk.name, moment: Sample.moment, counts: RowCounts(),
        failures: [("b", Severity.warning, 9), ("a", .error, 70_000), ("c", .error, 1)].map {
          RuleCount(rule: RuleID($0), severity: $1, count: $2)
        })
      let session = try await tenant.beginWriting()
      try await expect(session.nextEvent(), equals: 2, "the number of the next event")
      try await session.commit(submission, Sample.event(1))
      let kept = submission.kept(in: 2, withdrawnIn: nil)
      try await expect(tenant.submissions(), equals: [kept], "the submissions")
      try await tenant.looking { session in
        try await expect(session.submissions(), equals: [kept], "the submissions of a look")
        try await expect(
          session.auditEvents().map(\.number), equals: [1, 2], "the numbers of the events")
      }
    },
    StorePromise("findings come back as they were, in their order, each with its submission") {
      store in
      let tenant = try await store.makeTenant("demo")
      let findings = (0..<6).map { place in
        Finding(
          row: 70 - place, columnIndex: place, column: "Caf\u{E9}", rule: RuleID("sample/\(place)"),
          severity: place < 3 ? .error : .warning, value: place < 2 ? "" : "=1+1, \"x\"\n",
          expected: [nil, "", "a day"][place % 3], message: "this isn't right",
          help: place < 4 ? nil : "look again", officialName: place < 5 ? nil : "Cafe\u{301}")
      }
      for (number, own) in [(1, findings[..<4]), (2, findings[4...])] {
        let session = try await tenant.beginWriting()
        for finding in own { try await session.write([finding], submission: number) }
        try await session.commit()
      }
      let lost = try await tenant.beginWriting()
      try await lost.write(findings, submission: 3)
      try await expect(lost.findings(of: 3), equals: findings, "findings before the commit")
      await lost.rollback()
      let session = try await tenant.beginReading()
      for (number, own) in [(1, findings[..<4]), (2, findings[4...]), (3, [])] {
        let found = try await session.findings(of: number)
        try expect(
          found.map(\.rule), equals: own.map(\.rule), "the rules of submission \(number)")
        try expect(found == Array(own), equals: true, "whether the findings are those written")
      }
      await session.end()
    },
    StorePromise("a submission says in which event it was withdrawn, until it is put back") {
      store in
      let tenant = try await store.makeTenant("demo")
      for id in ["P1", "P2"] { _ = try await tenant.write(.program, [["id": id]]) }
      for (isWithdrawn, withdrawnIn) in [
        (true, [4, nil]), (false, [nil, nil]), (true, [6, nil]),
      ] {
        try await tenant.entering { try await $0.mark(submission: 1, isWithdrawn: isWithdrawn) }
        try await expect(
          tenant.submissions().map(\.withdrawnIn), equals: withdrawnIn,
          "the events in which the submissions were withdrawn")
        try await expect(
          tenant.looking {
            try await $0.submission(ofFile: Sample.fileDigest, format: "sample")?.number
          }, equals: isWithdrawn ? 2 : 1, "the first submission of the file that stands")
      }
      try await expect(
        tenant.submissions().map(\.event), equals: [2, 3], "the events of the submissions")
    },
    StorePromise("a mark is part of its session, and there is none for an unknown submission") {
      store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1"]])
      let session = try await tenant.beginWriting()
      try await session.mark(submission: 1, isWithdrawn: true)
      try await expect(
        session.submissions().map(\.withdrawnIn), equals: [3], "the mark in the session")
      try await expectError(.unusable, "marking a submission that isn't there") {
        try await session.mark(submission: 2, isWithdrawn: true)
      }
      await session.rollback()
      try await expect(tenant.submissions().map(\.withdrawnIn), equals: [nil], "the mark after it")
    },
  ]
}
