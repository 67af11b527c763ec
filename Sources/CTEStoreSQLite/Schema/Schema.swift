import GRDB

/// The layout of a tenant's database and its versions.
enum Schema {
  /// The versions, each of which changes the one before. A shipped version is never edited.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { try $0.execute(sql: version1) }
    return migrator
  }
}
