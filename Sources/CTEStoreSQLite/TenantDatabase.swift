import CTEStore
import Foundation
import GRDB
import GRDBSQLite

/// How a tenant's database is opened.
enum TenantDatabase {
  /// Makes the database of a new tenant.
  static func make(at url: URL, _ trial: StoreTrial) throws -> DatabaseQueue {
    let queue = try connect(to: url, trial)
    try Schema.migrator(on: trial).migrate(queue)
    return queue
  }

  /// Opens the database of a tenant, and brings it up to date where it is of an earlier version.
  ///
  /// - Throws: `StoreError`, with the code `newer` where it is of a version that isn't known here.
  static func open(_ url: URL, _ trial: StoreTrial) throws -> DatabaseQueue {
    // Opened all the same, it would be made anew without any record, and nobody would know that there had been some.
    guard size(of: url) ?? 0 > 0 else {
      throw StoreError(
        .unusable, "the database \(url.path) is empty or gone; restore the tenant from a backup")
    }
    let queue = try connect(to: url, trial)
    try Schema.bringUpToDate(queue, in: url.deletingLastPathComponent(), trial)
    return queue
  }

  /// Connects to a database as it is, of whichever version.
  static func connect(to url: URL, _ trial: StoreTrial) throws -> DatabaseQueue {
    do {
      return try connect(path: url.path, isWritable: true, trial)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && !hasLog(url)
    {
      // In a folder that can't be written the files beside the database can't be made. They aren't there, so nobody is
      // at work on it, and it can be read as it lies.
      guard var address = URLComponents(url: url, resolvingAgainstBaseURL: true) else {
        throw error
      }
      address.queryItems = [URLQueryItem(name: "immutable", value: "1")]
      return try connect(path: address.string ?? url.path, isWritable: false, trial)
    }
  }

  private static func connect(
    path: String, isWritable: Bool, _ trial: StoreTrial
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = !isWritable
    // A state's whole year is imported in less.
    configuration.busyMode = .timeout(30)
    // A session's transaction spans several calls, between which batches are read and checked.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      if isWritable { try database.writeAheadDurably() }
      // Reading goes through a database in one direction, and few pages are asked for twice.
      try database.execute(sql: "PRAGMA cache_size = -2048; PRAGMA temp_store = MEMORY")
      if let most = trial.mostPages {
        try database.execute(sql: "PRAGMA max_page_count = \(most)")
      }
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // Told now, not by whoever reads first.
    _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    return queue
  }

  private static func size(of file: URL) -> Int? {
    // A file that can't be looked at is taken for one that isn't there; opening it says why.
    let values = try? FileManager.default.attributesOfItem(atPath: file.path)
    return (values?[.size] as? NSNumber)?.intValue
  }

  private static func hasLog(_ url: URL) -> Bool {
    size(of: URL(fileURLWithPath: url.path + "-wal")) ?? 0 > 0
  }
}

extension Database {
  /// Makes room for the pages of tables that grow all over.
  func makeRoomForWriting() throws {
    try execute(sql: "PRAGMA cache_size = -49152")
  }

  /// Has commits written ahead to a log that is synced each time.
  fileprivate func writeAheadDurably() throws {
    // GRDB's own mode for logs lowers `synchronous` after this function, and writes to the database whenever it is opened.
    try execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    // The log stays when the database is closed, emptied. Else who still has a deleted tenant open removes by its path the
    // log of one that has got its name since; and who may only read couldn't open the database at all.
    try execute(sql: "PRAGMA journal_size_limit = 0")
    var keepsLog: CInt = 1
    sqlite3_file_control(sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &keepsLog)
  }
}
