public import CTEModel
import CTEStore
import Foundation
import GRDB

extension SQLiteStore {
  /// Deletes a tenant: nothing of it stays on the disk.
  ///
  /// From the moment at which its folder has lost its name, the tenant is gone; if the process is cut off then, the rest of
  /// the folder goes with the next call that makes, restores, deletes or lists tenants.
  ///
  /// - Throws: `StoreError` with the code `unknownTenant` where there is none of the name, and `busy` where somebody is
  ///   writing to it.
  public func delete(_ tenant: TenantID) async throws {
    StagingFolder.removeLeftovers(in: folders.tenants)
    let home = folders.home(of: tenant)
    // Also what is left of a tenant whose database is lost must be possible to be rid of.
    guard FileIdentity(of: home) != nil else { throw try await unknown(tenant) }
    guard let lock = FolderLock(home) else { throw StoreError.isBusy }
    let turn = try await takeTurn(in: tenant)
    trial.reached(.deletionBegun)
    let doomed = try StagingFolder(
      taking: home, as: StagingFolder.nameOfDeleted(in: folders.tenants), lock: lock)
    trial.reached(.deletionRenamed)
    // Ends with its connection. Whoever has waited for it finds that the tenant is gone.
    try? turn?.close()
    try withExtendedLifetime(doomed) { try removeFiles(in: doomed.url) }
    trial.reached(.deletionDone)
  }

  /// Keeps others from writing to a tenant; nil where nobody can, because its database can't be used.
  private func takeTurn(in tenant: TenantID) async throws -> DatabaseQueue? {
    guard folders.has(tenant) else { return nil }
    do {
      let queue = try TenantDatabase.connect(to: folders.database(of: tenant), .none)
      try await queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
      return queue
    } catch let error as DatabaseError {
      let trouble = StoreError(error)
      if trouble.code == .busy { throw trouble }
      // A damaged tenant, or one on a full disk, must be possible to be rid of.
      return nil
    }
  }

  private func removeFiles(in folder: URL) throws {
    do {
      let files = FileManager.default
      let uploads = StoreFolders.uploads(in: folder)
      for part in [uploads, folder] where files.fileExists(atPath: part.path) {
        for name in try files.contentsOfDirectory(atPath: part.path).sorted() {
          try files.removeItem(at: part.appendingPathComponent(name))
          trial.reached(.deletionFileRemoved)
        }
      }
      try files.removeItem(at: folder)
      folders.tenants.synchronizeFolder()
    } catch {
      throw StoreError(
        .unusable,
        "the tenant is deleted, but its files can't be removed; remove the folder \(folder.path)")
    }
  }
}
