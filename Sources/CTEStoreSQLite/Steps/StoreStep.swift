/// A place in the work of a store that has a name, so that a test can end the process there.
package struct StoreStep: Hashable, Sendable {
  /// What is at work and what it has just done, such as `upload/synced`.
  package let name: String

  private init(_ name: String) {
    self.name = name
  }
}

/// Making a tenant, and bringing its database up to date.
extension StoreStep {
  package static let tenantFolderMade = StoreStep("tenant/folder-made")
  package static let tenantDatabaseMade = StoreStep("tenant/database-made")
  package static let tenantNamed = StoreStep("tenant/named")

  package static let migrationBegun = StoreStep("migration/begun")
  package static let migrationDone = StoreStep("migration/done")

  /// A version's changes are made, and not yet committed.
  package static func migrated(to version: String) -> StoreStep {
    StoreStep("migration/after-\(version)")
  }
}

/// Keeping an original, and writing records.
extension StoreStep {
  package static let uploadBegun = StoreStep("upload/begun")
  package static let uploadAppended = StoreStep("upload/appended")
  package static let uploadSynced = StoreStep("upload/synced")
  package static let uploadNamed = StoreStep("upload/named")
  package static let uploadFolderSynced = StoreStep("upload/folder-synced")

  package static let sessionBegun = StoreStep("session/begun")
  package static let sessionKeysWritten = StoreStep("session/keys-written")
  package static let sessionRecordsWritten = StoreStep("session/records-written")
  package static let sessionFindingsWritten = StoreStep("session/findings-written")
  package static let sessionChangesApplied = StoreStep("session/changes-applied")
  package static let sessionPreviewForgotten = StoreStep("session/preview-forgotten")
  package static let sessionSubmissionMarked = StoreStep("session/submission-marked")
  package static let sessionSubmissionKept = StoreStep("session/submission-kept")
  package static let sessionEventKept = StoreStep("session/event-kept")
  package static let sessionBeforeCommit = StoreStep("session/before-commit")
  package static let sessionCommitted = StoreStep("session/committed")
  package static let sessionRolledBack = StoreStep("session/rolled-back")
}

/// Backing a tenant up, restoring and deleting it.
extension StoreStep {
  package static let backupFolderMade = StoreStep("backup/folder-made")
  package static let backupDatabaseCopied = StoreStep("backup/database-copied")
  package static let backupOriginalCopied = StoreStep("backup/original-copied")
  package static let backupManifestWritten = StoreStep("backup/manifest-written")
  package static let backupVerified = StoreStep("backup/verified")
  package static let backupNamed = StoreStep("backup/named")

  package static let restoreFolderMade = StoreStep("restore/folder-made")
  package static let restoreFileCopied = StoreStep("restore/file-copied")
  package static let restoreVerified = StoreStep("restore/verified")
  package static let restoreNamed = StoreStep("restore/named")

  package static let deletionBegun = StoreStep("deletion/begun")
  package static let deletionRenamed = StoreStep("deletion/renamed")
  package static let deletionFileRemoved = StoreStep("deletion/file-removed")
  package static let deletionDone = StoreStep("deletion/done")
}
