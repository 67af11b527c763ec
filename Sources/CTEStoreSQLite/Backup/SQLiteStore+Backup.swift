public import CTEModel
import CTEStore
public import Foundation
import GRDB

extension SQLiteStore {
  /// Copies a tenant into a folder that can be kept elsewhere: its database as it is at one moment, whoever reads and writes
  /// meanwhile, and the originals that it names.
  ///
  /// The folder has its name when everything in it is written, synced and verified.
  ///
  /// - Parameters:
  ///   - tenant: The tenant's name.
  ///   - folder: Where the backup is made; nothing may be there, and it may not be in the folder of the tenants.
  ///   - moment: The time of the backup, which it keeps.
  /// - Throws: `StoreError`, with the code `unknownTenant` where there is no such tenant, `folderTaken` where something is
  ///   in the folder's place or it is among the tenants, and `badBackup` where the tenant isn't whole.
  public func backup(
    _ tenant: TenantID, to folder: URL, at moment: Moment
  ) async throws -> BackupReceipt {
    guard folders.has(tenant) else { throw try await unknown(tenant) }
    let folder = folder.standardizedFileURL
    guard FileIdentity(of: folder) == nil else { throw Self.taken(folder) }
    guard !folders.hold(folder) else {
      throw StoreError(
        .folderTaken,
        "\(folder.path) is among the tenants' own folders; choose another place, best on another disk"
      )
    }
    return try await StoreError.translating { () async throws -> BackupReceipt in
      try folder.deletingLastPathComponent().makeFolders()
      let staging = try StagingFolder(at: Self.incompleteBackup(folder))
      trial.reached(.backupFolderMade)
      let file = StoreFolders.database(in: staging.url)
      try await copyDatabase(of: tenant, to: file)
      trial.reached(.backupDatabaseCopied)
      let database = try BackupDatabase(file)
      let files = [
        BackupManifest.File(path: BackupManifest.File.database, try FileDigest(of: file))
      ]
      let originals = try copyOriginals(database.originals, of: tenant, to: staging.url)
      let manifest = BackupManifest(
        tenant: tenant, at: moment, schema: database.schema, audit: database.audit,
        files: files + originals)
      try manifest.write(to: staging.url)
      trial.reached(.backupManifestWritten)
      let receipt = try BackupFolder(url: staging.url).verify()
      trial.reached(.backupVerified)
      guard try staging.take(name: folder) else { throw Self.taken(folder) }
      trial.reached(.backupNamed)
      return receipt
    }
  }

  /// Makes sure that a backup is as it was made: its files, its database, its audit log and every original.
  ///
  /// - Throws: `StoreError` with the code `badBackup`, which names all that doesn't hold, and `newer` where it was made by a
  ///   newer version.
  public static func verifyBackup(at folder: URL) throws -> BackupReceipt {
    try StoreError.translating { try BackupFolder(url: folder.standardizedFileURL).verify() }
  }

  /// Where a backup is made until it is whole; the next backup to the same place removes what was left there.
  private static func incompleteBackup(_ folder: URL) -> URL {
    folder.deletingLastPathComponent().appendingPathComponent(
      ".incomplete-backup-\(folder.lastPathComponent)")
  }

  private static func taken(_ folder: URL) -> StoreError {
    StoreError(.folderTaken, "there is something at \(folder.path) already; choose another place")
  }
}

extension SQLiteStore {
  private func copyDatabase(of tenant: TenantID, to file: URL) async throws {
    let queue = try TenantDatabase.connect(to: folders.database(of: tenant), .none)
    try Schema.refuseNewer(queue)
    // Reads as of one moment and keeps nobody from writing; what was deleted long ago isn't copied.
    try await queue.writeWithoutTransaction {
      try $0.execute(sql: "VACUUM INTO ?", arguments: [file.path])
    }
    try queue.close()
    let handle = try FileHandle(forUpdating: file)
    try handle.synchronize()
    try handle.close()
  }

  private func copyOriginals(
    _ originals: [(submission: Int, digest: String)], of tenant: TenantID, to folder: URL
  ) throws -> [BackupManifest.File] {
    let source = StoreFolders.uploads(in: folders.home(of: tenant))
    let copies = StoreFolders.uploads(in: folder)
    _ = try copies.makeFolder()
    var files: [String: BackupManifest.File] = [:]
    for (submission, digest) in originals where files[digest] == nil {
      let original = source.appendingPathComponent(digest)
      guard original.isFile else {
        throw Self.unfit("the original of submission \(submission) is missing", original)
      }
      let copy = try FileDigest(of: original, copyingTo: copies.appendingPathComponent(digest))
      guard copy.sha256 == digest else {
        throw Self.unfit("the original of submission \(submission) was changed", original)
      }
      files[digest] = BackupManifest.File(path: BackupManifest.File.path(ofOriginal: digest), copy)
      trial.reached(.backupOriginalCopied)
    }
    copies.synchronizeFolder()
    return Array(files.values)
  }

  private static func unfit(_ trouble: String, _ original: URL) -> StoreError {
    StoreError(
      .badBackup,
      "the tenant can't be backed up: \(trouble); put the file that was sent back at \(original.path)"
    )
  }
}
