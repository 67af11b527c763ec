import BundledRulePacks
import CTECore
import CTEStoreSQLite
import CTETestKit
import Foundation

/// A tenant in a passing folder with the sample lists of the quickstart.
final class Demo {
  private let passing: PassingFolder
  var folder: URL { passing.url }
  let store: SQLiteStore
  let tenant: Tenant

  static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples/Quickstart")
  static let lists = [
    "school", "program", "course", "coherent_sequence", "credential_list", "student", "enrollment",
    "credential",
  ]
  static let moment = Moment(seconds: 1_660_000_000)

  init(
    named name: String = "demo", pack: String = "arizona", loading lists: [String] = lists
  ) async throws {
    passing = try PassingFolder()
    store = SQLiteStore(at: passing.url)
    tenant = try await Self.create(name, pack: pack, in: store)
    for list in lists { _ = try await load(list) }
  }

  static func create(
    _ name: String, pack: String = "arizona", in store: any Store
  ) async throws -> Tenant {
    guard let id = TenantID(name) else { preconditionFailure("\(name) is a tenant's name") }
    return try await Tenant.create(
      id, settings: TenantSettings(pack: pack, year: FiscalYear(2022)), in: store,
      packs: BundledRulePacks.library(), as: Actor("sample clerk"), at: moment)
  }

  func load(_ list: String) async throws -> ImportReport {
    try await tenant.importFile(
      Self.sample.appendingPathComponent("\(list).csv").path, at: Self.moment)
  }

  /// Writes a file beside the tenant's data and imports it.
  func importing(
    _ text: String, isDryRun: Bool = false, findings: (any FindingSink)? = nil
  ) async throws -> ImportReport {
    try await tenant.importFile(
      write(text, to: "upload-\(text.utf8.count).csv"), at: Self.moment, isDryRun: isDryRun,
      findings: findings)
  }

  func write(_ text: String, to name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }
}

/// The rows of a credential upload, of which only what matters for a case is named.
struct Upload {
  static let titles =
    "FiscalYear,School of Residence CTDS,Program Number,Course Number,Course Taught By CTDS,"
    + "Student SUID Number,Student Birth Date,Test Date,Pass/Fail,Credential Code,"
    + "Optional Certificate/License Number\r\n"

  /// A row that has no mistake: a student of the sample in Accounting I.
  static func row(
    year: String = "2022", school: String = "990401101", program: String = "52030000",
    course: String = "52030010", provider: String = "990401101", student: String = "0009900003",
    birthDay: String = "01/15/2005", day: String = "04/14/2022", passed: String = "Y",
    code: String = "S101", certificate: String = ""
  ) -> String {
    [
      year, school, program, course, provider, student, birthDay, day, passed, code, certificate,
    ].joined(separator: ",") + "\r\n"
  }
}

/// Keeps all findings.
final class Collector: FindingSink {
  private(set) var findings: [Finding] = []

  func receive(_ findings: [Finding]) {
    self.findings += findings
  }
}
