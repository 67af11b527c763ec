import Foundation
import GRDB

/// A tenant as an earlier version of the store left it.
enum EarlierVersion: Int, CaseIterable {
  case first = 1, second

  private var fixture: URL {
    Stage.checkout.appendingPathComponent("Tests/CTEStoreSQLiteTests/Version\(rawValue)")
  }

  /// Makes the tenant's folder.
  func lay(at home: URL) throws {
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: fixture.appendingPathComponent("uploads"), to: home.appendingPathComponent("uploads"))
    let dump = try String(
      contentsOf: fixture.appendingPathComponent("store.sql"), encoding: .utf8)
    let queue = try DatabaseQueue(path: home.appendingPathComponent("store.sqlite").path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: dump)
    }
    try queue.close()
  }
}
