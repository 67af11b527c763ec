import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About previews of uploads.
  static let previews = [
    StorePromise("a preview is kept with its findings, and says so") { store in
      let tenant = try await store.makeTenant("demo")
      let preview = try await tenant.preview(1)
      let kept = preview.kept(in: 2, withdrawnIn: nil)
      try expect(kept.expires, equals: Sample.expiry, "when the preview expires, once it is kept")
      try await expect(tenant.submissions(), equals: [kept], "the submissions")
      try await tenant.looking { session in
        try await expect(session.submissions(), equals: [kept], "the submissions of a look")
        try await expect(session.findings(of: 1).count, equals: 1, "the number of findings")
      }
      try await expect(
        tenant.looking {
          try await AuditVerdict($0.auditEvents(), submissions: $0.submissions())
        },
        equals: .whole(events: 2), "the verdict on the log")
    },
    StorePromise("a file's previews are found beside what stands of it") { store in
      let tenant = try await store.makeTenant("demo")
      let digest = Sample.fileDigest
      for number in 1...2 {
        try await tenant.preview(number)
        try await tenant.looking { session in
          try await expect(
            session.submission(ofFile: digest, format: "sample"), equals: nil,
            "what stands of a file that has only previews")
        }
      }
      _ = try await tenant.write(.program, [["id": "P1"]])
      try await tenant.looking { session in
        try await expect(
          session.submission(ofFile: digest, format: "sample")?.number, equals: 3,
          "what stands of the file")
        try await expect(
          session.previews(ofFile: digest, format: "sample").map(\.number), equals: [1, 2],
          "the file's previews")
        try await expect(
          session.previews(ofFile: digest, format: "other"), equals: [],
          "its previews in another format")
        try await expect(
          session.previews(ofFile: "other", format: "sample"), equals: [],
          "the previews of another file")
      }
    },
    StorePromise(
      "a preview is forgotten with its findings, and what is committed in its place has its number"
    ) { store in
      let tenant = try await store.makeTenant("demo")
      try await tenant.preview(1)
      _ = try await tenant.write(.program, [["id": "P1"]])
      let session = try await tenant.beginWriting()
      try await session.forgetPreview(1)
      try await expect(session.submissions().map(\.number), equals: [2], "what is left")
      try await expect(session.findings(of: 1).count, equals: 0, "the findings that are left")
      var builder = ChangeBuilder(keys: try await session.keys(students: nil))
      _ = try await session.write(builder.changes(to: .program, [["id": "P2"]]), submission: 1)
      try await session.commit(Sample.submission(1), Sample.event(1))
      let submissions = try await tenant.submissions()
      try expect(submissions.map(\.number), equals: [1, 2], "the submissions in their order")
      try expect(submissions.map(\.event), equals: [4, 3], "the events of the submissions")
      try expect(submissions.map(\.isPreview), equals: [false, false], "which are previews")
      try await expect(
        tenant.looking { try await $0.findings(of: 1).count }, equals: 0,
        "the findings of what was committed")
      let events = try await tenant.looking { try await $0.auditEvents() }
      try expect(
        events.map(\.draft.submission), equals: [nil, 1, 2, 1], "the submissions of the events")
      try expect(
        AuditVerdict(events, submissions: submissions), equals: .whole(events: 4),
        "the verdict on the log")
      try expect(
        AuditVerdict(events.dropLast(), submissions: submissions), equals: .cutOff(before: 4),
        "the verdict on a log that ends before the commit of what had been a preview")
    },
    StorePromise("only a preview can be forgotten, and none can be marked as withdrawn") { store in
      let tenant = try await store.makeTenant("demo")
      try await tenant.preview(1)
      _ = try await tenant.write(.program, [["id": "P1"]])
      let session = try await tenant.beginWriting()
      for number in [2, 3] {
        try await expectError(.unusable, "forgetting submission \(number), which is no preview") {
          try await session.forgetPreview(number)
        }
      }
      for isWithdrawn in [true, false] {
        try await expectError(.unusable, "marking a preview") {
          try await session.mark(submission: 1, isWithdrawn: isWithdrawn)
        }
      }
      try await expectError(.unusable, "committing in the place of a preview that is kept") {
        try await session.commit(Sample.submission(1), Sample.event(1))
      }
      await session.rollback()
      try await expect(
        tenant.submissions().map(\.isPreview), equals: [true, false], "what is left")
    },
    StorePromise("the number of a preview is used up, even where it was forgotten") { store in
      let tenant = try await store.makeTenant("demo")
      try await tenant.preview(1)
      try await tenant.entering { session in
        try await expect(session.nextSubmission(), equals: 2, "the number beside a preview")
        try await session.forgetPreview(1)
        try await expect(session.nextSubmission(), equals: 2, "the number after it was forgotten")
      }
      _ = try await tenant.write(.program, [["id": "P1"]])
      try await expect(tenant.submissions().map(\.number), equals: [2], "the submissions")
    },
    StorePromise("a preview that is forgotten in a session that is rolled back stays") { store in
      let tenant = try await store.makeTenant("demo")
      let kept = try await tenant.preview(1).kept(in: 2, withdrawnIn: nil)
      let session = try await tenant.beginWriting()
      try await session.forgetPreview(1)
      await session.rollback()
      try await expect(tenant.submissions(), equals: [kept], "the submissions")
      try await expect(
        tenant.looking { try await $0.findings(of: 1).count }, equals: 1, "the number of findings")
    },
  ]
}

extension TenantStore {
  /// Commits a preview of the sample file with a finding, and returns it.
  @discardableResult
  fileprivate func preview(_ number: Int) async throws -> Submission {
    let rule = RuleID("sample/late")
    let finding = Finding(
      row: 2, columnIndex: 0, column: "day", rule: rule, severity: .error, value: "x",
      expected: nil, message: "this isn't right", help: nil)
    let preview = Sample.submission(
      number, failures: [RuleCount(rule: rule, severity: .error, count: 1)]
    ).previewed(expires: Sample.expiry, packDigest: String(repeating: "b", count: 64))
    let session = try await beginWriting()
    try await session.write([finding], submission: number)
    try await session.commit(preview, Sample.event(number))
    return preview
  }
}
