import CTEModel
import CTEStore
import Foundation
import GRDB

/// The records of one tenant in a database of its own.
struct SQLiteTenantStore: TenantStore {
  let settings: TenantSettings
  private let database: URL
  private let queue: DatabaseQueue
  private let uploads: URL

  init(at home: URL, database: URL) throws {
    self.database = database
    queue = try StoreError.translating { try Self.open(database) }
    uploads = home.appendingPathComponent("uploads")
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
    at url: URL, settings: TenantSettings, by actor: Actor, at moment: Moment
  ) throws {
    let queue = try open(url)
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO tenant(pack, year) VALUES(?, ?)",
        arguments: [settings.pack, settings.year.number])
      try database.append(AuditEvent.Draft(makingOf: settings, by: actor, at: moment))
    }
    try queue.close()
  }

  private static func open(_ url: URL) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(10)
    // A session's transaction spans several calls, between which batches are read and checked.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      try database.execute(
        sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
    }
    let queue = try DatabaseQueue(path: url.path, configuration: configuration)
    let migrator = Schema.migrator
    if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
      throw StoreError(
        .newer, "the tenant's database was made by a newer version; update this program")
    }
    try migrator.migrate(queue)
    return queue
  }

  func beginWriting() async throws -> any WriteSession {
    try await StoreError.translating { [database] in
      // Whoever reads beside the session sees what was committed, and a second session waits for the first.
      let queue = try Self.open(database)
      try await queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
      return SQLiteWriteSession(queue: queue)
    }
  }

  func newUpload() throws -> any UploadFile {
    let known = try StoreError.translating {
      try queue.read { try String.fetchSet($0, sql: "SELECT fileDigest FROM submission") }
    }
    return try SQLiteUploadFile(in: uploads, known: known)
  }

  func submissions() async throws -> [Submission] {
    try await StoreError.translating { [queue] in
      try await queue.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM submission ORDER BY number").map(
          Submission.init)
      }
    }
  }

  func auditEvents() async throws -> [AuditEvent] {
    try await StoreError.translating { [queue] in
      try await queue.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM auditEvent ORDER BY number").map(
          AuditEvent.init)
      }
    }
  }

  func count(of type: RecordType) async throws -> Int {
    try await StoreError.translating { [queue] in
      try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(type.name)") ?? 0 }
    }
  }
}
