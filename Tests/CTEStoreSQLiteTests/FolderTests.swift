import CTECore
import Foundation
import GRDB
import Testing

@testable import CTEStoreSQLite
@testable import CrashHarness

struct FolderTests {
  @Test func `what is committed is synced before it is told`() async throws {
    try await Trial.run { trial in
      let queue = try TenantDatabase.open(trial.database, .none)
      let modes = try await queue.read { database in
        try ["journal_mode", "synchronous"].map {
          try String.fetchOne(database, sql: "PRAGMA \($0)")
        }
      }
      // 2 is FULL.
      #expect(modes == ["wal", "2"])
    }
  }

  @Test func `what was cut off goes with the next call that may write, but for what is at work`()
    async throws
  {
    for act in 0..<4 {
      try await Trial.run { trial in
        let store = trial.stage.store
        _ = try await store.backup(Stage.id("demo"), to: trial.stage.backup, at: Stage.moment)
        let folders = [".incoming-1", ".deleted-1", ".incoming-at-work"].map {
          trial.stage.tenants.appendingPathComponent($0)
        }
        for folder in folders { #expect(try folder.makeFolder()) }
        let lock = try #require(FolderLock(folders[2]))
        switch act {
        case 0: #expect(try await store.tenants() == [Stage.id("demo")])
        case 1: try await trial.stage.create("other")
        case 2: try await store.delete(Stage.id("demo"))
        default: _ = try await store.restore(from: trial.stage.backup, as: Stage.id("copy"))
        }
        #expect(folders.map(\.isFolder) == [false, false, true])
        withExtendedLifetime(lock) {}
      }
    }
  }

  @Test func `a folder of a tenant's name without a database is never taken for a new one`()
    async throws
  {
    try await Trial.run { trial in
      let foreign = trial.stage.tenants.appendingPathComponent("other")
      #expect(try foreign.makeFolder())
      try Data("keep me".utf8).write(to: foreign.appendingPathComponent("letter.txt"))
      let error = await #expect(throws: StoreError.self) { try await trial.stage.create("other") }
      #expect(error?.message.contains("has no database in it") == true)
      #expect(FileManager.default.fileExists(atPath: foreign.path + "/letter.txt"))
      #expect(try await trial.stage.store.tenants() == [Stage.id("demo")])
    }
  }

  @Test func `who still has a deleted tenant open does no harm to one that got its name`()
    async throws
  {
    try await Trial.run { trial in
      let id = Stage.id("demo")
      var old: (any TenantStore)? = try await trial.stage.store.scoped(to: id)
      #expect(try await old?.submissions().count == 4)
      try await trial.stage.store.delete(id)
      try await trial.stage.create("demo")
      let new = try await trial.stage.store.scoped(to: id)
      let school = Stage.checkout.appendingPathComponent("Examples/Quickstart/school.csv")
      try await trial.stage.importFile(school.path)
      old = nil
      #expect(FileManager.default.fileExists(atPath: trial.database.path + "-wal"))
      #expect(try await new.submissions().count == 1)
      #expect(try await trial.stage.store.scoped(to: id).submissions().count == 1)
    }
  }

  @Test func `of the deleted tenant no file stays, not even its name`() async throws {
    try await Trial.run { trial in
      try await trial.stage.store.delete(Stage.id("demo"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: trial.stage.tenants.path) == [])
    }
  }
}
