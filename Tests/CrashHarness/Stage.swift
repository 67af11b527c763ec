import BundledRulePacks
import CTECore
import CTEStoreSQLite
import Foundation

/// A folder in which an operation is performed: a store, a place for a backup, and files to import.
struct Stage: Sendable {
  let folder: URL
  let store: SQLiteStore

  static let moment = Moment(seconds: 1_660_000_000)
  static let settings = TenantSettings(pack: "arizona", year: FiscalYear(2022))
  static let clerk = Actor("sample clerk")

  init(_ folder: URL, watching watch: (@Sendable (StoreStep) -> Void)? = nil) {
    self.init(
      folder, store: SQLiteStore(at: folder.appendingPathComponent("data"), watching: watch))
  }

  init(_ folder: URL, store: SQLiteStore) {
    self.folder = folder
    self.store = store
  }

  var tenants: URL { folder.appendingPathComponent("data/tenants") }
  var backup: URL { folder.appendingPathComponent("backups/demo") }

  func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// The database of a tenant.
  func database(_ name: String) -> URL { tenants.appendingPathComponent("\(name)/store.sqlite") }

  static func id(_ name: String) -> TenantID {
    guard let id = TenantID(name) else { preconditionFailure("\(name) is a tenant's name") }
    return id
  }

  func create(_ name: String) async throws {
    try await store.create(Self.id(name), settings: Self.settings, by: Self.clerk, at: Self.moment)
  }

  /// Creates a tenant with the sample's lists.
  func createLoaded(_ name: String) async throws {
    try await create(name)
    try await load(["school", "program", "course", "student"], into: name)
  }

  /// Imports files of the sample.
  func load(_ files: [String], into name: String = "demo") async throws {
    let tenant = try await tenant(name)
    for list in files {
      let sample = Self.checkout.appendingPathComponent("Examples/Quickstart/\(list).csv").path
      _ = try await tenant.importFile(sample, at: Self.moment)
    }
  }

  /// Imports a file in batches of a few hundred rows.
  func importFile(_ path: String, into name: String = "demo") async throws {
    let reading = Reading(kinds: [SmallBlocks()])
    _ = try await tenant(name).importFile(path, at: Self.moment, reading: reading)
  }

  func tenant(_ name: String = "demo") async throws -> Tenant {
    try await Tenant(
      Self.id(name), in: store, packs: BundledRulePacks.library(), as: .localOperator)
  }

  /// The folder of the checkout, whose samples are imported.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

/// Text that is read a little at a time, so that a file of a few thousand rows has several batches.
private struct SmallBlocks: FileKind {
  let name = "csv"

  func recognises(_ beginning: [UInt8]) -> Bool { DelimitedText().recognises(beginning) }

  func open(_ file: SourceFile) throws -> any TableReader {
    try DelimitedReader(file, blockSize: 16 << 10)
  }
}
