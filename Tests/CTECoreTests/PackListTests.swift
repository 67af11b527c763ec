import CTECore
import Testing

/// Lists that ship with a pack, and rules that look into them.
struct PackListTests {
  private static let index = "courses/index.yaml"
  private static let titles = "Student,Program,Code,Day,Passed,Course\n"

  /// Lakeland, whose attempts look up their course.
  private static func files(coverage: String) throws -> [String: String] {
    let rule = """
      appliesTo: credentialAttempt
      severity: error
      blames: [course]
      source: manual, 4
      examples:
        accept:
          - {record: {course: C1, program: P1}, taught: {id: C1, program: P1, kind: regular}}
        reject:
          - {record: {course: C2, program: P1}, taught: {id: C2, program: P1, kind: internship}}

      """
    return [
      index: try LakelandDemo.changing(index, [("partial", coverage)]),
      "records/credential-attempt.yaml": try LakelandDemo.changing(
        "records/credential-attempt.yaml",
        [
          (
            "lookups:\n",
            "lookups:\n  taught: {record: course, where: {program: program, id: course}, expect: one, absent: credential/unknown-course}\n"
          )
        ]),
      "formats/credentials.yaml": try LakelandDemo.changing(
        "formats/credentials.yaml",
        [("records:\n", "  - {title: Course, field: course}\nrecords:\n")]),
      "rules/credential/unknown-course.yaml": rule
        + "summary: There is no such course.\nmessage: \"no course {course}\"\n",
      "rules/credential/in-workshop.yaml": rule
        + "summary: The course is taught in a workshop.\nmessage: \"{course} is an internship\"\nrequire: taught.kind != \"internship\"\n",
      "rules/credential/failed.yaml":
        rule
        .replacing("blames: [course]", with: "blames: [passed]\nafter: [credential/unknown-course]")
        .replacing("{course: C1, program: P1}", with: "{passed: true}")
        .replacing("{course: C2, program: P1}", with: "{passed: false}")
        + "summary: The student failed.\nmessage: failed\nrequire: passed\n",
    ]
  }

  private static func upload(_ course: String, passed: String = "Y") -> String {
    titles + "000001,P1,A101,2026-02-01,\(passed),\(course)\n"
  }

  @Test(arguments: StoreKind.allCases, ["partial", "whole"])
  func `a list of the pack is asked where the tenant has none`(kind: StoreKind, coverage: String)
    async throws
  {
    try await LakelandDemo.run(in: kind, with: Self.files(coverage: coverage)) { demo in
      let known = try await demo.importing(Self.upload("C1"))
      #expect(known.findings.isEmpty && known.counts.accepted == 1)
      let alias = try await demo.importing(Self.upload("C2"))
      #expect(alias.findings.map(\.message) == ["C2 is an internship"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what a whole list doesn't have is a finding, what a part doesn't have isn't judged`(
    kind: StoreKind
  ) async throws {
    try await LakelandDemo.run(in: kind, with: Self.files(coverage: "whole")) { demo in
      let report = try await demo.importing(Self.upload("C9"))
      #expect(report.findings.map(\.message) == ["no course C9"])
      #expect(report.notices.isEmpty)
    }
    try await LakelandDemo.run(in: kind, with: Self.files(coverage: "partial")) { demo in
      let report = try await demo.importing(Self.upload("C9"))
      #expect(report.findings.isEmpty && report.counts.accepted == 1)
      #expect(
        report.notices.map(\.message) == [
          "only some of the state's courses came with the pack; rows with others were taken without checking that"
        ])
    }
  }

  @Test func `rules that stand after one that a part can't answer are still asked`() async throws {
    for course in ["C1", "C9"] {
      try await LakelandDemo.run(with: Self.files(coverage: "partial")) { demo in
        let report = try await demo.importing(Self.upload(course, passed: "N"))
        #expect(report.findings.map(\.message) == ["failed"])
      }
    }
    try await LakelandDemo.run(with: Self.files(coverage: "whole")) { demo in
      let report = try await demo.importing(Self.upload("C9", passed: "N"))
      #expect(report.findings.map(\.message) == ["no course C9"])
    }
  }

  @Test(arguments: StoreKind.allCases, ["partial", "whole"])
  func `a list of the tenant's own takes the place of the pack's`(kind: StoreKind, coverage: String)
    async throws
  {
    try await LakelandDemo.run(in: kind, with: Self.files(coverage: coverage)) { demo in
      _ = try await demo.importing("Program,Course,Title,Kind\nP1,C9,Soldering,regular\n")
      let own = try await demo.importing(Self.upload("C9"))
      #expect(own.findings.isEmpty && own.notices.isEmpty && own.counts.accepted == 1)
      let other = try await demo.importing(Self.upload("C1"))
      #expect(other.findings.map(\.message) == ["no course C1"])
    }
  }

  @Test(arguments: [("partial", 0), ("whole", 1)])
  func `a precheck without a tenant asks the lists of the pack`(coverage: String, count: Int)
    async throws
  {
    try await LakelandDemo.run(with: Self.files(coverage: coverage)) { demo in
      #expect(try demo.prechecking(Self.upload("C1")).findings.isEmpty)
      #expect(
        try demo.prechecking(Self.upload("C2")).findings.map(\.message) == ["C2 is an internship"])
      let unknown = try demo.prechecking(Self.upload("C9"))
      #expect(unknown.findings.count == count)
      #expect(unknown.notices.count == 1 - count)
    }
  }

  @Test func `a list that ships with a pack and has a mistake in it is told, not passed over`()
    async throws
  {
    var files = try Self.files(coverage: "whole")
    files["formats/courses.yaml"] = try LakelandDemo.changing(
      "formats/courses.yaml",
      [("columns:", "columns:\n  - {title: no such title, field: role, required: true}")])
    try await LakelandDemo.run(with: files) { demo in
      await #expect(throws: IntakeError.self) { try await demo.importing(Self.upload("C1")) }
    }
  }
}
