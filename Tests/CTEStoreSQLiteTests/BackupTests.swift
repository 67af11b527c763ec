import CTECore
import CTEStoreSQLite
import Foundation
import Testing

@testable import CrashHarness

struct BackupTests {
  private let id = Stage.id("demo")

  @Test func `a backup is as of one moment, though somebody is writing meanwhile`() async throws {
    try await Trial.run { trial in
      let store = trial.stage.store
      let session = try await store.scoped(to: id).beginWriting()
      let receipt = try await store.backup(id, to: trial.stage.backup, at: Stage.moment)
      await session.rollback()
      let events = try await store.scoped(to: id).auditEvents()
      #expect(receipt.tenant == id && receipt.moment == Stage.moment)
      #expect(receipt.eventCount == 5 && receipt.lastEventDigest == events.last?.digest)
      #expect(receipt.fileCount == 5 && receipt.byteCount > 100_000)
      #expect(try SQLiteStore.verifyBackup(at: trial.stage.backup) == receipt)

      try await StoreOperation.importing.perform(trial.stage)
      #expect(try await store.restore(from: trial.stage.backup, as: Stage.id("copy")) == receipt)
      let copy = try await store.scoped(to: Stage.id("copy"))
      #expect(try await copy.auditEvents() == events)
      #expect(try await copy.submissions().count == 4)
      #expect(try await store.scoped(to: id).submissions().count == 5)
    }
  }

  @Test(arguments: ["copy", "demo/copy", "demo/uploads/2026/copy"])
  func `a backup among the tenants' own folders is refused, through a link too`(
    path: String
  ) async throws {
    try await Trial.run { trial in
      let link = trial.stage.folder.appendingPathComponent("link")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: trial.stage.tenants)
      for folder in [trial.stage.tenants, link] {
        let error = await #expect(throws: StoreError.self) {
          try await trial.stage.store.backup(
            id, to: folder.appendingPathComponent(path), at: Stage.moment)
        }
        #expect(error?.code == .folderTaken)
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: trial.stage.tenants.path) == ["demo"])
    }
  }

  @Test(arguments: Tampering.allCases)
  func `a backup that isn't as it was made is refused, and nothing of it stays`(
    tampering: Tampering
  ) async throws {
    try await Trial.run { trial in
      let (store, backup) = (trial.stage.store, trial.stage.backup)
      _ = try await store.backup(id, to: backup, at: Stage.moment)
      try await store.delete(id)
      try tampering.happen(to: backup)
      let isNewer = [.newerManifest, .newerDatabase].contains(tampering)
      let refused = try #require(
        await #expect(throws: StoreError.self) { try await store.restore(from: backup) })
      let unverified = #expect(throws: StoreError.self) {
        try SQLiteStore.verifyBackup(at: backup)
      }
      for error in [refused, try #require(unverified)] {
        #expect(error.code == (isNewer ? .newer : .badBackup))
        #expect(error.message.contains(tampering.words), "\(error)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: trial.stage.tenants.path) == [])
    }
  }

  @Test func `everything that doesn't hold of a backup is told at once`() async throws {
    try await Trial.run { trial in
      let backup = trial.stage.backup
      _ = try await trial.stage.store.backup(id, to: backup, at: Stage.moment)
      try Tampering.changedDatabase.happen(to: backup)
      try Tampering.missingOriginal.happen(to: backup)
      let error = #expect(throws: StoreError.self) { try SQLiteStore.verifyBackup(at: backup) }
      #expect(error?.message.contains(Tampering.changedDatabase.words) == true)
      #expect(error?.message.contains(Tampering.missingOriginal.words) == true)
    }
  }

  @Test func `nothing is overwritten, by no backup and no restoring`() async throws {
    try await Trial.run { trial in
      let (store, backup) = (trial.stage.store, trial.stage.backup)
      _ = try await store.backup(id, to: backup, at: Stage.moment)
      let taken = await #expect(throws: StoreError.self) {
        try await store.backup(id, to: backup, at: Stage.moment)
      }
      #expect(taken?.code == .folderTaken)
      let exists = await #expect(throws: StoreError.self) { try await store.restore(from: backup) }
      #expect(exists?.code == .tenantExists)
      _ = try SQLiteStore.verifyBackup(at: backup)
      try await trial.expectAudited()
      let unknown = await #expect(throws: StoreError.self) {
        try await store.backup(Stage.id("dmeo"), to: backup, at: Stage.moment)
      }
      #expect(unknown?.code == .unknownTenant)
    }
  }

  @Test(arguments: zip(EarlierVersion.allCases, [9, 10]))
  func `a backup of an earlier version is restored, and brought up to date when it is opened`(
    version: EarlierVersion, submissionCount: Int
  ) async throws {
    try await withPassingFolder { folder in
      let stage = Stage(folder)
      try version.lay(at: stage.tenants.appendingPathComponent("demo"))
      let before = try Snapshot(stage)
      _ = try await stage.store.backup(id, to: stage.backup, at: Stage.moment)
      try await stage.store.delete(id)
      _ = try await stage.store.restore(from: stage.backup)
      try FileManager.default.removeItem(at: stage.backup)
      #expect(try Snapshot(stage) == before)
      #expect(try await stage.store.scoped(to: id).submissions().count == submissionCount)
    }
  }
}
