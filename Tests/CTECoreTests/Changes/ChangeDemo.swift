import CTECore
import Foundation

/// A tenant of the invented state, whose enrollments and credentials come and go.
struct ChangeDemo {
  let lakeland: LakelandDemo
  var tenant: Tenant { lakeland.tenant }

  private static let head = "summary: A list.\nsource: manual, 7\ntrust: loaded\n"

  private static let formats = [
    "formats/registrations.yaml": head + """
      columns:
        - {title: Year, field: year, required: true}
        - {title: Student, field: student, required: true}
        - {title: Program, field: program, required: true}
        - {title: School, field: school, required: true}
        - {title: Course, field: course, required: true}
        - {title: Credits, field: credits, required: true}
      records: [{record: courseEnrollment}]

      """,
    "formats/history.yaml": head + """
      columns:
        - {title: Year, field: year, required: true}
        - {title: Student, field: student, required: true}
        - {title: Program, field: program, required: true}
        - {title: Code, field: credentialCode, required: true}
        - {title: Day, field: day, form: yyyy-mm-dd, required: true}
        - {title: Passed, field: passed, values: {Y: true, N: false}, required: true}
      records: [{record: credentialAttempt}]

      """,
    "formats/codes.yaml": head + """
      columns:
        - {title: Year, field: year, required: true}
        - {title: Program, field: program, required: true}
        - {title: Code, field: code, required: true}
        - {title: Credential, field: credential, required: true}
      records: [{record: credentialListing}]

      """,
  ]

  /// The credentials of programs and codes, in each of two years.
  static let listings = [
    "P1 A101": "Welder", "P1 A102": "Solderer", "P2 A101": "Welder", "P2 A201": "Painter",
  ]

  /// The time of all that a case does.
  static let moment = Moment(seconds: 1_777_600_000)

  /// How many events there are before a case begins, and how many submissions.
  static let firstEvents = 6, firstSubmissions = 5

  /// Calls a function with a tenant of three students, two of whom are enrolled in a course of a program.
  static func run<Result>(
    in kind: StoreKind = .inMemory, _ body: (ChangeDemo) async throws -> Result
  ) async throws -> Result {
    try await LakelandDemo.run(in: kind, with: formats) { lakeland in
      let demo = ChangeDemo(lakeland: lakeland)
      _ = try await lakeland.importing("Student ID\n000003\n")
      let lines = listings.sorted { $0.key < $1.key }.flatMap { place, credential in
        [2025, 2026].map { "\($0),\(place.replacing(" ", with: ",")),\(credential)\n" }
      }
      _ = try await demo.upload("Year,Program,Code,Credential\n" + lines.joined(), as: "codes")
      return try await body(demo)
    }
  }

  /// Imports a file as one of a format.
  @discardableResult
  func upload(_ text: String, as format: String) async throws -> ImportReport {
    try await tenant.importFile(
      lakeland.write(text), format: format, at: Self.moment)
  }

  /// Imports enrollments, and returns the submission.
  func enroll(_ rows: String...) async throws -> Int {
    try await number(of: upload(Self.text(Self.enrollmentTitles, rows), as: "registrations"))
  }

  /// Imports credentials, and returns the submission.
  func record(_ rows: String...) async throws -> Int {
    try await number(of: upload(Self.text(Self.historyTitles, rows), as: "history"))
  }

  private func number(of report: ImportReport) -> Int { report.submission ?? 0 }

  static let enrollmentTitles = "Year,Student,Program,School,Course,Credits"
  static let historyTitles = "Year,Student,Program,Code,Day,Passed"

  static func text(_ titles: String, _ rows: [String]) -> String {
    ([titles] + rows.map { $0.replacing(" ", with: ",") }).map { $0 + "\n" }.joined()
  }
}

extension ChangeDemo {
  /// The records of a type in words: the name, some values, and the event in which a person saved it.
  func shown(_ type: RecordType, _ fields: [String]) async throws -> [String] {
    try await tenant.records(of: type).map { record in
      let values = fields.map { record.values[$0] ?? "-" }
      let saved = record.savedIn.map { " saved in \($0)" } ?? ""
      return "\(record.id): \(values.joined(separator: " "))\(saved)"
    }
  }

  /// The enrollments that a case has made.
  func enrollments() async throws -> [String] {
    try await shown(.courseEnrollment, ["year", "student", "program", "course", "credits"])
      .filter { !$0.hasPrefix("2-") }
  }

  /// The credentials.
  func attempts() async throws -> [String] {
    try await shown(
      .credentialAttempt, ["year", "student", "program", "credential", "passed"])
  }

  /// All that can be asked of the tenant, to see that nothing has changed.
  func everything() async throws -> [String] {
    var all: [String] = []
    for type in RecordType.all {
      for record in try await tenant.records(of: type) {
        let values = record.values.sorted { $0.key < $1.key }
        all.append("\(type.name) \(record.id) \(record.savedIn ?? 0) \(values)")
        all.append("\(try await tenant.history(of: record.id, of: type).count) versions")
      }
    }
    for submission in try await tenant.submissions() {
      all.append("\(submission)")
      all.append("\(try await tenant.submission(submission.number).findings.count) findings")
    }
    return all + (try await tenant.auditEvents()).map { "\($0)" }
  }

  /// Tells what a function would do, makes sure that this changes nothing, and does it.
  ///
  /// - Parameter change: Takes whether only to tell.
  func planned(_ change: (Bool) async throws -> ChangeReport) async throws -> ChangeReport {
    let before = try await everything()
    let plan = try await change(true)
    guard try await everything() == before else { throw Unexpected("the plan changed something") }
    let report = try await change(false)
    guard plan.isPlan, !report.isPlan, plan.told == report.told else {
      throw Unexpected("planned \(plan.told), done \(report.told)")
    }
    return report
  }
}

/// Something that must not happen in any case.
struct Unexpected: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension ChangeReport {
  /// What it tells, but for the event.
  var told: [String] {
    [action] + counts.map { "\($0.type) \($0.effect): \($0.count)" }
      + items.map { "\($0.type) \($0.record) \($0.effect)" } + notes
  }

  /// What was done to how many records, in words.
  var effects: [String] { counts.map { "\($0.count) \($0.type) \($0.effect)" } }
}

extension ChangeDemo {
  /// The enrollments and credentials as they stand.
  func records() async throws -> Set<RecordEntry> {
    Set(try await tenant.records(of: .courseEnrollment))
      .union(try await tenant.records(of: .credentialAttempt))
  }
}
