import CTEStore
import Foundation
import GRDB

/// The layout of a tenant's database and its versions.
enum Schema {
  /// The versions, each of which changes the one before. A shipped version is never edited.
  private static let versions: [(name: String, change: @Sendable (Database) throws -> Void)] = [
    ("1", { try $0.execute(sql: version1) }),
    ("2", { try $0.execute(sql: version2) }),
    ("3", { try $0.execute(sql: version3) }),
  ]

  /// What makes the versions one after the other, each in a transaction of its own.
  static var migrator: DatabaseMigrator { migrator(on: .none) }

  static func migrator(on trial: StoreTrial) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for version in versions {
      migrator.registerMigration(version.name) { database in
        try version.change(database)
        trial.reached(.migrated(to: version.name))
      }
    }
    return migrator
  }

  /// Brings a database up to date, while nobody else does.
  ///
  /// - Throws: `StoreError` with the code `newer` where it is of a version that isn't known here.
  static func bringUpToDate(_ queue: DatabaseQueue, in home: URL, _ trial: StoreTrial) throws {
    try refuseNewer(queue)
    guard try !queue.read(migrator.hasCompletedMigrations) else { return }
    let lock = try FolderLock.waiting(for: home)
    trial.reached(.migrationBegun)
    try withExtendedLifetime(lock) { try migrator(on: trial).migrate(queue) }
    trial.reached(.migrationDone)
  }

  /// Refuses a database of a version that isn't known here.
  static func refuseNewer(_ queue: DatabaseQueue) throws {
    if try queue.read(migrator.hasBeenSuperseded) {
      throw StoreError(
        .newer, "the tenant's database was made by a newer version; update this program")
    }
  }
}
