import CTEStoreSQLite
import Foundation

extension StoreOperation {
  static let creating = StoreOperation(name: "create", lasting: .tenantNamed) { stage in
    try await stage.create("other")
  } perform: { stage in
    try await stage.create("demo")
  }

  /// Opening a tenant whose database was made by the first version.
  static let migrating = StoreOperation(
    name: "migrate", lasting: .migrationDone, stopovers: [.migrated(to: "3")]
  ) { stage in
    try EarlierVersion.first.lay(at: stage.tenants.appendingPathComponent("demo"))
  } perform: { stage in
    _ = try await stage.store.scoped(to: Stage.id("demo"))
  }

  /// Opening one whose database was made by the second version.
  static let migratingSecond = StoreOperation(name: "migrate-second", lasting: .migrationDone) {
    stage in
    try EarlierVersion.second.lay(at: stage.tenants.appendingPathComponent("demo"))
  } perform: { stage in
    _ = try await stage.store.scoped(to: Stage.id("demo"))
  }

  static let backingUp = StoreOperation(name: "backup", lasting: .backupNamed) { stage in
    try await stage.createLoaded("demo")
  } perform: { stage in
    _ = try await stage.store.backup(Stage.id("demo"), to: stage.backup, at: Stage.moment)
  }

  static let restoring = StoreOperation(name: "restore", lasting: .restoreNamed) { stage in
    try await stage.createLoaded("demo")
    try await backingUp.perform(stage)
  } perform: { stage in
    _ = try await stage.store.restore(from: stage.backup, as: Stage.id("copy"))
  }

  static let deleting = StoreOperation(name: "delete", lasting: .deletionRenamed) { stage in
    try await stage.createLoaded("demo")
    try await stage.create("other")
  } perform: { stage in
    try await stage.store.delete(Stage.id("demo"))
  }
}
