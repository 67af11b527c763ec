import BundledRulePacks
import CTECore
import CTESpreadsheets
import CTEStoreSQLite
import Foundation

/// A folder with the sample's upload and a tenant that holds its lists, which is removed in the end.
final class Workbench {
  static let moment = Moment(seconds: 1_659_312_000)
  static var today: CalendarDay { moment.day }
  static var reading: Reading { Reading(kinds: [DelimitedText(), XLSXWorkbook()]) }

  private let folder: URL
  private let sample: Sample
  private let tenantID: TenantID
  private var copies = 0

  init(_ sample: Sample) throws {
    guard let tenantID = TenantID("bench") else { preconditionFailure("it is a tenant's name") }
    self.tenantID = tenantID
    self.sample = sample
    folder = FileManager.default.temporaryDirectory.appending(path: "micro-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    // What can't be removed from a folder of temporary files is removed with it.
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes the upload as CSV and returns its path.
  func csv() throws -> String { try write(sample.uploadText, as: "upload.csv") }

  /// Writes the upload as a workbook and returns its path.
  func workbook() throws -> String {
    let path = folder.appending(path: "upload.xlsx").path
    let upload = sample.upload
    let sheet = ExportSheet(
      name: "Credentials", titles: upload.titles, rows: upload.rows.map { $0.map { .init($0) } })
    try sheet.write(toWorkbook: path)
    return path
  }

  /// Makes a tenant, loads the lists, and returns itself.
  func loaded() async throws -> Workbench {
    let tenant = try await Tenant.create(
      tenantID, settings: TenantSettings(pack: "arizona", year: FiscalYear(2022)), in: loadedStore,
      packs: BundledRulePacks.library(), as: .localOperator, at: Self.moment)
    for list in try sample.lists {
      let path = try write(list.text, as: "\(list.name).csv")
      let report = try await tenant.importFile(path, at: Self.moment, on: Self.today)
      precondition(!report.hasErrors, "the sample's lists are free of mistakes")
    }
    return self
  }

  /// Opens the loaded tenant.
  func tenant() async throws -> Tenant { try await open(in: loadedStore) }

  /// Opens a fresh copy of the loaded tenant.
  func copiedTenant() async throws -> Tenant { try await open(in: copiedStore()) }

  /// Opens the records of a fresh copy of the loaded tenant.
  func copiedRecords() async throws -> any TenantStore {
    try await copiedStore().scoped(to: tenantID)
  }

  /// The records of the loaded tenant.
  func records() async throws -> any TenantStore { try await loadedStore.scoped(to: tenantID) }

  private var loadedStore: SQLiteStore { SQLiteStore(at: folder.appending(path: "loaded")) }

  private func open(in store: SQLiteStore) async throws -> Tenant {
    try await Tenant(
      tenantID, in: store, packs: BundledRulePacks.library(), as: .localOperator, on: Self.today)
  }

  private func copiedStore() throws -> SQLiteStore {
    let files = FileManager.default
    let last = folder.appending(path: "copy-\(copies)")
    if files.fileExists(atPath: last.path) { try files.removeItem(at: last) }
    copies += 1
    let copy = folder.appending(path: "copy-\(copies)")
    try files.copyItem(at: folder.appending(path: "loaded"), to: copy)
    return SQLiteStore(at: copy)
  }

  private func write(_ text: String, as name: String) throws -> String {
    let path = folder.appending(path: name).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}
