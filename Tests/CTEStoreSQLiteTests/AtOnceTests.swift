import CTECore
import CTEStoreSQLite
import Foundation
import Testing

@testable import CrashHarness

struct AtOnceTests {
  @Test func `two processes that import into one tenant come one after the other`() async throws {
    try await Trial.run { trial in
      try Roster.write(students: 600..<1500, to: trial.stage.file("second.csv"))
      let orders: [[StoreOperation]] = [
        [.importing, .importingSecond], [.importingSecond, .importing],
      ]
      var expected: [Snapshot] = []
      for (place, order) in orders.enumerated() {
        let stage = Stage(trial.stage.folder.appendingPathExtension("\(place)"))
        try FileManager.default.copyItem(at: trial.stage.folder, to: stage.folder)
        for operation in order { try await operation.perform(stage) }
        expected.append(try Snapshot(stage))
      }
      async let first = Self.lines(of: .importing, in: trial.stage.folder)
      async let second = Self.lines(of: .importingSecond, in: trial.stage.folder)
      #expect(try await [first.last, second.last] == [Child.done, Child.done])
      #expect(expected[0] != expected[1])
      #expect(expected.contains(try Snapshot(trial.stage)))
      try await trial.expectAudited()
    }
  }

  @Test func `of two processes that import one file, the second finds it unchanged`() async throws {
    try await Trial.run { trial in
      async let first = Self.lines(of: .importing, in: trial.stage.folder)
      async let second = Self.lines(of: .importing, in: trial.stage.folder)
      let committed = try await [first, second].map { $0.contains(StoreStep.sessionCommitted.name) }
      #expect(committed.sorted { !$0 && $1 } == [false, true])
      #expect(try Snapshot(trial.stage) == (try await trial.after()))
    }
  }

  @Test func `whoever writes to one tenant keeps no process waiting that writes to another`()
    async throws
  {
    try await Trial.run { trial in
      try await trial.stage.createLoaded("other")
      let session = try await trial.stage.store.scoped(to: Stage.id("other")).beginWriting()
      let lines = try await Self.lines(of: .importing, in: trial.stage.folder)
      #expect(lines.last == Child.done)
      await session.rollback()
    }
  }

  @Test func `a tenant to which another process keeps writing is busy, and free when it dies`()
    async throws
  {
    try await Trial.run { trial in
      let holder = try Holder(in: trial.stage.folder)
      #expect(
        try await trial.refusal()
          == StoreError(
            .busy, "somebody else is writing to the tenant; try again when they are done"))
      let records = try await trial.stage.store.scoped(to: Stage.id("demo"))
      #expect(try await records.submissions().count == 4)
      holder.die()
      try await trial.expectWhole()
    }
  }

  private static func lines(of operation: StoreOperation, in folder: URL) async throws -> [String] {
    // A process is waited for in a thread of its own.
    try await Task.detached { try ChildProcess(operation, in: folder).lines }.value
  }
}

/// A process that has begun to write to a tenant, and doesn't end.
private final class Holder {
  private let process = Process()

  /// Returns when the process has begun.
  init(in folder: URL) throws {
    process.executableURL = ChildProcess.program
    process.arguments = ["child", StoreOperation.holding.name, folder.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let line = StoreStep.sessionBegun.name + "\n"
    let text = try #require(try output.fileHandleForReading.read(upToCount: line.utf8.count))
    try #require(String(decoding: text, as: UTF8.self) == line)
  }

  func die() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  deinit {
    die()
  }
}
