public import CTEModel
import CTEStore
public import Foundation

extension SQLiteStore {
  /// Makes a tenant out of a backup, after verifying all of it: the tenant is there whole, or not at all.
  ///
  /// - Parameters:
  ///   - folder: The backup, which stays as it is.
  ///   - tenant: The tenant's name; nil for the one that it had.
  /// - Returns: What the backup holds.
  /// - Throws: `StoreError`, with the code `badBackup`, which names all that doesn't hold, `newer` where the backup was made
  ///   by a newer version, and `tenantExists` where the name is taken.
  public func restore(from folder: URL, as tenant: TenantID? = nil) async throws -> BackupReceipt {
    try StoreError.translating {
      let backup = BackupFolder(url: folder.standardizedFileURL)
      let name = try tenant ?? backup.tenant(of: backup.manifest())
      let staging = try makeStaging(for: name)
      trial.reached(.restoreFolderMade)
      let receipt = try backup.verify(copyingTo: staging.url) {
        trial.reached(.restoreFileCopied)
      }
      StoreFolders.uploads(in: staging.url).synchronizeFolder()
      trial.reached(.restoreVerified)
      try give(staging, to: name)
      trial.reached(.restoreNamed)
      return receipt
    }
  }
}
