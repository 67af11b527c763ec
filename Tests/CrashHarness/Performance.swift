import CTECore
import CTEStoreSQLite
import Foundation

/// An operation that was killed, and what is there afterwards.
struct Performance {
  let rehearsal: Rehearsal
  let kill: Kill

  /// What the kill has done.
  enum Outcome: Equatable {
    /// Everything that the operation does was done.
    case whole
    /// Nothing was done.
    case absent
    case halfDone(String)
    case lost(String)
    case auditBreak(String)
    /// The step was never reached, so that nothing was tried.
    case notKilled
  }

  func outcome(in folder: URL) async throws -> Outcome {
    defer { try? FileManager.default.removeItem(at: folder) }
    var stage = try rehearsal.stage(at: folder)
    var child = try perform(on: stage, killed: kill)
    // Too late for a kill in between; the machine isn't always as fast.
    var share = kill.share
    while !child.wasKilled, share > 0.001 {
      share /= 2
      try FileManager.default.removeItem(at: folder)
      stage = try rehearsal.stage(at: folder)
      child = try perform(on: stage, killed: .between(share))
    }
    guard child.wasKilled else { return .notKilled }
    return try await judge(stage, child)
  }

  private func perform(on stage: Stage, killed kill: Kill) throws -> ChildProcess {
    try ChildProcess(
      rehearsal.operation, in: stage.folder, killed: kill, whole: rehearsal.duration)
  }

  private func judge(_ stage: Stage, _ child: ChildProcess) async throws -> Outcome {
    let found = try Snapshot(stage)
    if let trouble = try await auditTrouble(on: stage) { return .auditBreak(trouble) }
    let lasting = rehearsal.operation.lasting.map { child.lines.contains($0.name) } ?? false
    if let outcome = rehearsal.trouble(with: found, mustBeWhole: lasting) { return outcome }
    try await Rehearsal.repeatOperation(rehearsal.operation, on: stage)
    guard try Snapshot(stage) == rehearsal.after else {
      return .halfDone("done again, it ends otherwise")
    }
    if let trouble = try await auditTrouble(on: stage) { return .auditBreak(trouble) }
    let leftovers = Set(stage.paths).symmetricDifference(rehearsal.paths)
    guard leftovers.isEmpty else { return .halfDone("leaves \(leftovers.sorted())") }
    return found == rehearsal.after && rehearsal.after != rehearsal.before ? .whole : .absent
  }

  /// Opens every tenant, and says of the first whose log or originals aren't whole.
  private func auditTrouble(on stage: Stage) async throws -> String? {
    for id in try await stage.store.tenants() {
      let records = try await stage.store.scoped(to: id)
      let verdict = AuditVerdict(
        try await records.auditEvents(), submissions: try await records.submissions())
      guard case .whole = verdict else { return "\(id): \(verdict)" }
      let damaged = try await records.verifyOriginals()
      if let first = damaged.first { return "\(id): \(first)" }
    }
    return nil
  }
}

extension Rehearsal {
  /// Says what is wrong with what a kill has left.
  ///
  /// - Parameter mustBeWhole: Whether the operation came as far as to have done everything for good.
  fileprivate func trouble(
    with found: Snapshot, mustBeWhole: Bool
  ) -> Performance.Outcome? {
    if found == after { return nil }
    if found == before || stopovers.contains(found) {
      return mustBeWhole ? .lost("what was done is gone") : nil
    }
    let untouched = Set(before.lines).intersection(after.lines)
    let missing = untouched.subtracting(found.lines).count
    return missing > 0 ? .lost("\(missing) lines are gone") : .halfDone("neither before nor after")
  }
}

extension Kill {
  fileprivate var share: Double {
    if case .between(let share) = self { return share }
    return 0
  }
}
