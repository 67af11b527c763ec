import CTECore
import CTEStoreSQLite
import Foundation
import Testing

@testable import CrashHarness

struct DiskFaultTests {
  static let full = StoreError(.unusable, "the disk is full; nothing was changed")

  @Test(arguments: [0, 1, 8, 16])
  func `a database that can't grow is told as a full disk, and nothing is lost`(pages: Int)
    async throws
  {
    try await Trial.run { trial in
      let size = try trial.database.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
      let store = SQLiteStore(
        at: trial.stage.folder.appendingPathComponent("data"), mostPages: size / 4096 + pages,
        watching: nil)
      #expect(try await trial.refusal(in: Stage(trial.stage.folder, store: store)) == Self.full)
      #expect(try Snapshot(trial.stage) == trial.before)
      try await trial.expectAudited()
      try await trial.expectWhole()
    }
  }

  @Test(.enabled(if: Disk.isPossible, Disk.comment), arguments: [0, 4, 24, 48, 64, 100, 160, 240])
  func `a full disk is told, nothing is lost, and with room again the same import is taken`(
    kilobytes: Int
  ) async throws {
    try await Disk.run(kilobytes: 8000) { disk in
      try await Trial.run(in: disk.folder) { trial in
        try disk.fill(leaving: kilobytes)
        let error = try await trial.refusal()
        #expect(error.code == .unusable)
        #expect(error.message.contains("disk"), "\(error)")
        try disk.empty()
        #expect(try Snapshot(trial.stage) == trial.before)
        try await trial.expectAudited()
        try await trial.expectWhole()
      }
    }
  }

  @Test(.enabled(if: Disk.isPossible, Disk.comment))
  func `a tenant on a full disk can be deleted`() async throws {
    try await Disk.run(kilobytes: 8000) { disk in
      try await Trial.run(in: disk.folder) { trial in
        try disk.fill(leaving: 0)
        try await trial.stage.store.delete(Stage.id("demo"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: trial.stage.tenants.path) == [])
      }
    }
  }

  @Test(.enabled(if: Disk.isPossible, Disk.comment), arguments: [0, 40, 100, 138])
  func `a backup for which there is no room is told, and nothing of it stays`(kilobytes: Int)
    async throws
  {
    try await Disk.run(kilobytes: 8000) { disk in
      try await Trial.run { trial in
        let id = Stage.id("demo")
        let backup = disk.folder.appendingPathComponent("backup")
        try disk.fill(leaving: kilobytes)
        let error = await #expect(throws: StoreError.self) {
          try await trial.stage.store.backup(id, to: backup, at: Stage.moment)
        }
        #expect(error == Self.full)
        try disk.empty()
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path) == [])
        _ = try await trial.stage.store.backup(id, to: backup, at: Stage.moment)

        let other = Stage(disk.folder.appendingPathComponent("other"))
        try disk.fill(leaving: kilobytes)
        let refused = await #expect(throws: StoreError.self) {
          try await other.store.restore(from: backup)
        }
        #expect(refused == Self.full)
        try disk.empty()
        #expect(try await other.store.tenants() == [])
        _ = try await other.store.restore(from: backup)
        #expect(try await other.store.tenants() == [id])
      }
    }
  }

  @Test(.enabled(if: Disk.isPossible, Disk.comment), arguments: [true, false])
  func `a store that can't be written can be read and backed up, and says so to who writes`(
    hasLog: Bool
  ) async throws {
    try await Disk.run(kilobytes: 8000) { disk in
      try await Trial.run(in: disk.folder) { trial in
        if !hasLog {
          for end in ["-wal", "-shm"] {
            try FileManager.default.removeItem(atPath: trial.database.path + end)
          }
        }
        try disk.setWritable(false)
        let error = try await trial.refusal()
        #expect(error.code == .unusable)
        #expect(error.message.contains("can't be written"), "\(error)")
        #expect(try await trial.stage.store.tenants() == [Stage.id("demo")])
        try await trial.expectAudited()
        try await withPassingFolder { folder in
          let copy = folder.appendingPathComponent("backup")
          _ = try await trial.stage.store.backup(Stage.id("demo"), to: copy, at: Stage.moment)
          _ = try SQLiteStore.verifyBackup(at: copy)
        }
        try disk.setWritable(true)
        #expect(try Snapshot(trial.stage) == trial.before)
        try await trial.expectWhole()
      }
    }
  }

  @Test(.enabled(if: Disk.isPossible, Disk.comment))
  func `what was committed before a crash is read though nothing can be written`() async throws {
    try await Disk.run(kilobytes: 8000) { disk in
      try await Trial.run(in: disk.folder) { trial in
        let kill = Kill.step(StoreStep.sessionCommitted.name, 1)
        let child = try ChildProcess(.importing, in: trial.stage.folder, killed: kill)
        #expect(child.wasKilled)
        try disk.setWritable(false)
        let records = try await trial.stage.store.scoped(to: Stage.id("demo"))
        #expect(try await records.submissions().count == 5)
        try await trial.expectAudited()
      }
    }
  }
}
