import CTECore
import CTEStoreSQLite
import Foundation
import Testing

@testable import CrashHarness

struct DamageTests {
  @Test(arguments: Damage.allCases)
  func `a damaged database is told, not made worse, and its tenant is restored from a backup`(
    damage: Damage
  ) async throws {
    try await Trial.run { trial in
      let id = Stage.id("demo")
      _ = try await trial.stage.store.backup(id, to: trial.stage.backup, at: Stage.moment)
      try damage.happen(to: trial.database)
      let damaged = try? Data(contentsOf: trial.database)
      for _ in 1...2 {
        let error = try await trial.refusal()
        #expect(error.code == (damage == .newer ? .newer : .unusable))
        #expect(error.message.hasSuffix(damage.words), "\(error)")
      }
      #expect(damaged == (try? Data(contentsOf: trial.database)))
      try await trial.stage.store.delete(id)
      _ = try await trial.stage.store.restore(from: trial.stage.backup)
      try FileManager.default.removeItem(at: trial.stage.backup)
      #expect(try Snapshot(trial.stage) == trial.before)
      try await trial.expectWhole()
    }
  }

  @Test(arguments: [
    ("-wal", 0..<32), ("-wal", 4_000..<9_000), ("-wal", 30_000..<40_000), ("-shm", 0..<32_768),
  ])
  func `a log that is damaged after a crash leaves the submission whole or absent`(
    file: String, range: Range<Int>
  ) async throws {
    try await Trial.run { trial in
      let kill = Kill.step(StoreStep.sessionCommitted.name, 1)
      #expect(try ChildProcess(.importing, in: trial.stage.folder, killed: kill).wasKilled)
      try URL(fileURLWithPath: trial.database.path + file).overwrite(range)
      try await trial.expectAudited()
      let found = try Snapshot(trial.stage)
      // What tells where in the log records are is made anew from the log.
      let isWhole = try await found == trial.after()
      #expect(isWhole || (file == "-wal" && found == trial.before))
      try await trial.expectWhole()
    }
  }

  @Test(arguments: [true, false])
  func `an original that is missing or was changed is found, and records are still taken`(
    isMissing: Bool
  ) async throws {
    try await Trial.run { trial in
      let records = try await trial.stage.store.scoped(to: Stage.id("demo"))
      #expect(try await records.verifyOriginals().isEmpty)
      let third = try #require(try await records.submissions().dropFirst(2).first)
      let original = trial.home.appendingPathComponent("uploads/\(third.fileDigest)")
      let bytes = try Data(contentsOf: original)
      if isMissing {
        try FileManager.default.removeItem(at: original)
      } else {
        try original.overwrite(0..<1)
      }
      let damaged = [DamagedOriginal(submission: 3, isMissing: isMissing)]
      #expect(try await records.verifyOriginals() == damaged)
      let backup = await #expect(throws: StoreError.self) {
        try await trial.stage.store.backup(
          Stage.id("demo"), to: trial.stage.backup, at: Stage.moment)
      }
      #expect(backup?.code == .badBackup)
      #expect(backup?.message.contains("the original of submission 3") == true)
      try await StoreOperation.importing.perform(trial.stage)
      #expect(try await records.verifyOriginals() == damaged)
      try bytes.write(to: original)
      #expect(try Snapshot(trial.stage) == (try await trial.after()))
      try await trial.expectAudited()
    }
  }

  @Test func `a lost folder of originals is found, and made again for the next`() async throws {
    try await Trial.run { trial in
      try FileManager.default.removeItem(at: trial.home.appendingPathComponent("uploads"))
      let records = try await trial.stage.store.scoped(to: Stage.id("demo"))
      #expect(try await records.verifyOriginals().map(\.submission) == [1, 2, 3, 4])
      try await StoreOperation.importing.perform(trial.stage)
      #expect(try await records.verifyOriginals().map(\.submission) == [1, 2, 3, 4])
      #expect(try await records.submissions().count == 5)
    }
  }

  @Test func `a tenant whose database is lost can be deleted`() async throws {
    try await Trial.run { trial in
      try FileManager.default.removeItem(at: trial.database)
      try await trial.stage.store.delete(Stage.id("demo"))
      #expect(!FileManager.default.fileExists(atPath: trial.home.path))
    }
  }
}
