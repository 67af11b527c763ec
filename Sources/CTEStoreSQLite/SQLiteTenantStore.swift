import CTEModel
import CTEStore
import Foundation
import GRDB

/// The records of one tenant in a database of its own.
struct SQLiteTenantStore: TenantStore {
  let settings: TenantSettings
  private let database: URL
  private let queue: DatabaseQueue
  private let identity: FileIdentity?
  let uploads: URL
  private let trial: StoreTrial

  init(at home: URL, _ trial: StoreTrial) throws {
    let database = StoreFolders.database(in: home)
    self.database = database
    self.trial = trial
    queue = try StoreError.translating { try TenantDatabase.open(database, trial) }
    identity = FileIdentity(of: database)
    uploads = StoreFolders.uploads(in: home)
    settings = try StoreError.translating { [queue] in
      guard let row = try queue.read({ try Row.fetchOne($0, sql: "SELECT pack, year FROM tenant") })
      else {
        throw StoreError(
          .unusable,
          "the database \(database.path) doesn't say whose it is; restore it from a backup")
      }
      return TenantSettings(pack: row["pack"], year: FiscalYear(row["year"]))
    }
  }

  /// Makes the database of a new tenant, with the event of its making.
  static func createDatabase(
    at url: URL, settings: TenantSettings, by actor: Actor, at moment: Moment,
    _ trial: StoreTrial
  ) throws {
    let queue = try TenantDatabase.make(at: url, trial)
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO tenant(pack, year) VALUES(?, ?)",
        arguments: [settings.pack, settings.year.number])
      for grant in Grant.ofMaker(actor) { try database.insert(grant) }
      try database.append(AuditEvent.Draft(makingOf: settings, by: actor, at: moment))
    }
    try queue.close()
  }

  func beginWriting() async throws -> any WriteSession {
    try requireTenant()
    return try await StoreError.translating { [database, trial] in
      // Whoever reads beside the session sees what was committed, and a second session waits for the first.
      let queue = try TenantDatabase.open(database, trial)
      try await queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
      // It may have been deleted while the session waited for its turn.
      try requireTenant()
      trial.reached(.sessionBegun)
      return SQLiteWriteSession(queue: queue, trial) {
        try TenantDatabase.connect(to: database, trial)
      }
    }
  }

  func beginReading() async throws -> any ReadSession {
    try requireTenant()
    return try await StoreError.translating { [database, trial] in
      let queue = try TenantDatabase.open(database, trial)
      try await queue.writeWithoutTransaction { database in
        try database.beginTransaction(.deferred)
        // Only the first question decides what the transaction sees.
        _ = try database.nextEvent()
      }
      return SQLiteReadSession(queue: queue)
    }
  }

  private func requireTenant() throws {
    guard FileIdentity(of: database) == identity else {
      throw StoreError(
        .unknownTenant,
        "the tenant was deleted since it was opened; open it again, if it was restored")
    }
  }

  func newUpload() throws -> any UploadFile {
    let known = try StoreError.translating {
      try queue.read { try String.fetchSet($0, sql: "SELECT fileDigest FROM submission") }
    }
    return try SQLiteUploadFile(in: uploads, known: known, trial)
  }

  func submissions() async throws -> [Submission] {
    try await StoreError.translating { [queue] in
      try await queue.read { try $0.submissions() }
    }
  }

  func auditEvents() async throws -> [AuditEvent] {
    try await StoreError.translating { [queue] in
      try await queue.read { try $0.auditEvents() }
    }
  }

  func count(of type: RecordType) async throws -> Int {
    try await StoreError.translating { [queue] in
      try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(type.name)") ?? 0 }
    }
  }
}
