import CTEStore
import CTEStoreSQLite
import Foundation

/// An operation that was performed once undisturbed, to know what is there before and after, and which steps it takes.
struct Rehearsal {
  let operation: StoreOperation
  /// How often it reaches each step, by the step's first time.
  let steps: [(name: String, count: Int)]
  let duration: Duration
  let before: Snapshot
  let after: Snapshot
  /// What is there at the operation's stopovers, after which it goes on when it is done again.
  let stopovers: [Snapshot]
  /// The files that are there after.
  let paths: [String]
  /// What is there before, to be copied for each kill.
  private let template: URL

  init(_ operation: StoreOperation, in folder: URL) async throws {
    self.operation = operation
    template = folder.appendingPathComponent(operation.name)
    try FileManager.default.createDirectory(at: template, withIntermediateDirectories: true)
    let stage = Stage(template)
    try await operation.prepare(stage)
    before = try Snapshot(stage)
    let copy = Stage(folder.appendingPathComponent("\(operation.name)-rehearsed"))
    try FileManager.default.copyItem(at: template, to: copy.folder)
    let child = try ChildProcess(operation, in: copy.folder)
    let reached = child.lines.filter { $0 != Child.done }
    var names: [String] = []
    for name in reached where !names.contains(name) { names.append(name) }
    steps = names.map { name in (name, reached.count { $0 == name }) }
    duration = child.duration
    after = try Snapshot(copy)
    // As every kill is followed by it, so that what it leaves is compared with what it leaves.
    try await Self.repeatOperation(operation, on: copy)
    paths = copy.paths
    try FileManager.default.removeItem(at: copy.folder)
    stopovers = try operation.stopovers.map { [template] step in
      try Self.stopover(at: step, of: operation, from: template)
    }
  }

  /// Returns what is there where an operation ends at a step.
  private static func stopover(
    at step: StoreStep, of operation: StoreOperation, from template: URL
  ) throws -> Snapshot {
    let stage = Stage(template.appendingPathExtension("stopover"))
    try FileManager.default.copyItem(at: template, to: stage.folder)
    defer { try? FileManager.default.removeItem(at: stage.folder) }
    _ = try ChildProcess(operation, in: stage.folder, killed: .step(step.name, 1))
    return try Snapshot(stage)
  }

  /// Makes a stage with what is there before.
  func stage(at folder: URL) throws -> Stage {
    try FileManager.default.copyItem(at: template, to: folder)
    return Stage(folder)
  }

  /// Performs an operation once more, which may have been done.
  static func repeatOperation(_ operation: StoreOperation, on stage: Stage) async throws {
    do {
      try await operation.perform(stage)
    } catch let error as StoreError where StoreOperation.doneAlready.contains(error.code) {
      // Whether it was done is told by what is there.
    }
  }
}
