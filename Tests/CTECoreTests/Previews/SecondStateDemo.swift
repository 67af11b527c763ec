import BundledRulePacks
import CTECore
import CTESpreadsheets
import CTEStoreSQLite
import CTETestKit
import Foundation

/// A tenant of the second shipped state in a passing folder, with lists that are loaded from where they lie.
final class SecondStateDemo {
  private let passing: PassingFolder
  private let store: SQLiteStore
  let tenant: Tenant

  static let moment = Moment(seconds: 1_742_000_000)
  static let quickstart = Demo.sample.appendingPathComponent("michigan")
  static let fixtures = Demo.sample.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("RulePacks/michigan/tests")

  /// The lists of the quickstart.
  static let lists = [
    "organizations", "program-offerings", "credential-list", "student-roster",
    "enrollment-records",
  ].map { quickstart.appendingPathComponent("\($0).csv") }

  init(loading files: [URL]) async throws {
    passing = try PassingFolder()
    store = SQLiteStore(at: passing.url)
    guard let id = TenantID("second") else { preconditionFailure("the name is a tenant's") }
    tenant = try await Tenant.create(
      id, settings: TenantSettings(pack: "michigan", year: FiscalYear(2025)), in: store,
      packs: BundledRulePacks.library(), as: Actor("sample operator"), at: Self.moment)
    for file in files { _ = try await tenant.importFile(file.path, at: Self.moment) }
  }

  /// Writes a file beside the tenant's data, and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = passing.url.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// Gives somebody a role for some programs or a school, and returns the tenant as they see it.
  func actor(_ grants: Grant...) async throws -> Tenant {
    for grant in grants { try await tenant.give(grant, at: Self.moment) }
    return try await Tenant(
      tenant.id, in: store, packs: BundledRulePacks.library(), as: Actor(grants[0].actor))
  }
}

extension SecondStateDemo {
  /// Imports a text up to its preview, as the operator or as somebody else.
  @discardableResult
  func upload(
    _ text: String, as sender: Tenant? = nil, at moment: Moment = moment, on day: CalendarDay? = nil
  ) async throws -> ImportReport {
    try await (sender ?? tenant).importFile(
      write(text, to: "upload-\(text.utf8.count).csv"), at: moment, on: day)
  }

  /// Shows a preview without its rows.
  @discardableResult
  func show(_ number: Int, at moment: Moment = moment) async throws -> Preview {
    try await tenant.preview(number, at: moment) { _ in }
  }

  /// Commits a preview.
  @discardableResult
  func commit(
    _ number: Int, at moment: Moment = moment, on day: CalendarDay? = nil
  ) async throws -> ImportReport {
    try await tenant.commit(preview: number, at: moment, on: day)
  }
}

extension Moment {
  func adding(days: Int64) -> Moment { Moment(seconds: seconds + days * 86_400) }
}

extension Tenant {
  /// Imports a file up to its preview, and returns its rows.
  func previewed(_ file: URL) async throws -> (report: ImportReport, rows: [PreviewRow]) {
    let report = try await importFile(
      file.path, at: SecondStateDemo.moment, reading: .spreadsheets)
    var rows: [PreviewRow] = []
    _ = try await preview(
      report.submission ?? 0, at: SecondStateDemo.moment, reading: .spreadsheets
    ) { rows.append($0) }
    return (report, rows)
  }
}
