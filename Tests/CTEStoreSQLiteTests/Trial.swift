import CTECore
import CTEStoreSQLite
import Foundation
import Testing

@testable import CrashHarness

/// A tenant with the sample's lists, and a file that is imported into it under bad circumstances.
struct Trial {
  let stage: Stage
  /// What is there before the import.
  let before: Snapshot
  /// The same tenant under good circumstances.
  private let undisturbed: Stage

  /// Calls a function with a new tenant, of which nothing is left.
  ///
  /// - Parameter folder: Where it lies; nil for a passing place.
  static func run(
    in folder: URL? = nil, _ body: (Trial) async throws -> Void
  ) async throws {
    try await withPassingFolder { passing in
      let undisturbed = Stage(passing.appendingPathComponent("undisturbed"))
      try await prepare(undisturbed)
      let stage = Stage((folder ?? passing).appendingPathComponent("stage"))
      try FileManager.default.copyItem(at: undisturbed.folder, to: stage.folder)
      let before = try Snapshot(stage)
      try await body(Trial(stage: stage, before: before, undisturbed: undisturbed))
    }
  }

  private static func prepare(_ stage: Stage) async throws {
    try FileManager.default.createDirectory(at: stage.folder, withIntermediateDirectories: true)
    try await StoreOperation.importing.prepare(stage)
  }

  var home: URL { stage.tenants.appendingPathComponent("demo") }
  var database: URL { stage.database("demo") }

  /// Imports the file, and returns the error that came of it.
  func refusal(in stage: Stage? = nil) async throws -> StoreError {
    try #require(
      await #expect(throws: StoreError.self) {
        try await StoreOperation.importing.perform(stage ?? self.stage)
      })
  }

  /// What is there after the import under good circumstances.
  func after() async throws -> Snapshot {
    try await StoreOperation.importing.perform(undisturbed)
    return try Snapshot(undisturbed)
  }

  /// Imports the file after all, and expects what comes of it under good circumstances.
  func expectWhole(_ sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await StoreOperation.importing.perform(stage)
    #expect(try Snapshot(stage) == (try await after()), sourceLocation: sourceLocation)
    try await expectAudited(sourceLocation)
  }

  /// Expects that the tenant's log and originals are whole.
  func expectAudited(_ sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let records = try await stage.store.scoped(to: Stage.id("demo"))
    let events = try await records.auditEvents()
    let verdict = AuditVerdict(events, submissions: try await records.submissions())
    #expect(verdict == .whole(events: events.count), sourceLocation: sourceLocation)
    #expect(try await records.verifyOriginals().isEmpty, sourceLocation: sourceLocation)
  }
}

/// Calls a function with a new folder, of which nothing is left.
func withPassingFolder(_ body: (URL) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try await body(folder)
}
