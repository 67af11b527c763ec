import CTECore
import Testing

struct RowKindTests {
  /// Lakeland with a format of attempts, and of rows that make something else.
  private static func files(other: String) -> [String: String] {
    let format = """
      summary: Attempts and something else in one file.
      source: manual, 5
      columns:
        - {title: Kind, field: kind, required: true}
        - {title: Student No, field: student, required: true}
        - {title: Program No, field: program, required: true}
        - {title: Code No, field: credentialCode}
        - {title: Test Day, field: day, form: yyyy-mm-dd}
      rows:
        - when: kind == "A" && credentialCode != ""
          record: credentialAttempt
        - \(other)

      """
    return ["formats/results.yaml": format]
  }

  private static let students =
    "{when: 'kind == \"E\" || kind == \"\"', record: student, fields: {id: student}}"
  /// Enrollments of a school and a course that are named as the program is.
  private static let enrollments =
    "{when: kind == 'E', record: courseEnrollment, set: {year: year}, fields: \(fields)}"
  private static let fields =
    "{student: student, program: program, school: program, course: program}"

  private static let titles = "Kind,Student No,Program No,Code No,Test Day\n"

  @Test(arguments: StoreKind.allCases)
  func `every row makes the records of its kind, and findings stand in file order`(kind: StoreKind)
    async throws
  {
    try await LakelandDemo.run(in: kind, with: Self.files(other: Self.students)) { demo in
      let report = try await demo.importing(
        Self.titles + """
          E,000003,P1,,
          A,000001,P1,A101,2026-02-01
          X,000001,P1,A102,2026-02-01
          A,2,P1,A102,2026-02-31
          ,4,P1,,
          A,000009,P1,A102,2026-02-01
          A,2,P1,A102,2026-02-01
          A,000002,P1,,2026-02-01
          E,x,P1,,

          """)
      #expect(report.findings.map(\.cell) == ["A4", "E5", "B7", "A9", "B10"])
      #expect(
        report.findings.map(\.rule.name) == [
          "row/of-no-kind", "cell/not-a-day", "lakeland:credential/unknown-student",
          "row/of-no-kind", "cell/not-digits",
        ])
      #expect(report.counts.read == 9)
      #expect(report.counts.accepted == 4 && report.counts.rejected == 5)
      #expect(report.repairs.map(\.count) == [3] && report.repairs.map(\.firstRow) == [5])
      #expect(try await demo.tenant.count(of: .student) == 4)
      #expect(try await demo.tenant.count(of: .credentialAttempt) == 2)
      let stray = report.outcomes.first { $0.rule.name == "row/of-no-kind" }
      #expect(stray?.status == .failed && stray?.count == 2)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a file of several kinds that comes again is unchanged`(kind: StoreKind) async throws {
    try await LakelandDemo.run(in: kind, with: Self.files(other: Self.enrollments)) { demo in
      let file = Self.titles + "E,000001,P1,,\nA,000001,P1,A101,2026-02-01\nE,000002,P1,,\n"
      let first = try await demo.importing(file)
      #expect(first.counts.accepted == 3 && first.findings.isEmpty)
      let again = try await demo.importing(file)
      #expect(again.state == .unchanged && again.counts.unchanged == 3)
    }
  }

  @Test(arguments: ["E", "Q", "A"])
  func `a last kind without a question takes every row that is left`(text: String) async throws {
    let files = Self.files(other: "{record: student, fields: {id: student}}")
    try await LakelandDemo.run(with: files) { demo in
      let report = try await demo.importing(Self.titles + "\(text),000007,P1,,\n")
      #expect(report.counts.accepted == 1 && report.findings.isEmpty)
      #expect(!report.outcomes.contains { $0.rule.name == "row/of-no-kind" && $0.count > 0 })
    }
  }

  @Test func `a column that the file doesn't have is empty to the question`() async throws {
    try await LakelandDemo.run(with: Self.files(other: Self.enrollments)) { demo in
      let report = try await demo.importing(
        "Kind,Student No,Program No\nE,000001,P1\nA,000001,P1\n")
      #expect(report.counts.accepted == 1)
      #expect(report.findings.map(\.cell) == ["A3"])
    }
  }

  @Test func `a precheck tells kinds apart as an import does`() async throws {
    try await LakelandDemo.run(with: Self.files(other: Self.enrollments)) { demo in
      let report = try demo.prechecking(
        Self.titles + "E,000001,P1,,\nA,000001,P1,A101,2026-13-01\nX,000001,P1,,\n")
      #expect(report.findings.map(\.cell) == ["E3", "A4"])
      #expect(report.counts.read == 3 && report.counts.accepted == 1 && report.counts.rejected == 2)
    }
  }

  /// Attempts of two kinds that become the same records.
  private static let attempts = "{when: kind == 'B', record: credentialAttempt}"

  @Test(arguments: StoreKind.allCases)
  func `rows of several kinds that make one type stand to each other as in one kind`(
    kind: StoreKind
  ) async throws {
    try await LakelandDemo.run(in: kind, with: Self.files(other: Self.attempts)) { demo in
      let report = try await demo.importing(
        Self.titles + """
          B,000001,P1,A101,2026-02-01
          A,000001,P1,A101,2026-02-02
          A,000002,P1,A101,2026-02-01
          B,000002,P1,A101,2026-02-01

          """)
      #expect(report.findings.map(\.rule.name) == ["lakeland:credential/repeated"])
      #expect(report.findings.map(\.row) == [3])
      #expect(report.counts.accepted == 2 && report.counts.unchanged == 1)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of rows of several kinds with one key the last stands`(kind: StoreKind) async throws {
    let other =
      "{when: 'kind == \"E\" || kind == \"F\"', record: student, fields: {id: student, grade: program}}"
    let further =
      "{when: kind == 'G', record: student, fields: {id: student, grade: credentialCode}}"
    let files = Self.files(other: other + "\n  - " + further)
    try await LakelandDemo.run(in: kind, with: files) { demo in
      _ = try await demo.importing(Self.titles + "G,000001,P1,G1,\nE,000001,P2,,\n")
      let again = try await demo.importing(Self.titles + "E,000001,P2,,\n")
      #expect(again.counts.unchanged == 1, "the row of the second kind came later")
    }
  }
}
