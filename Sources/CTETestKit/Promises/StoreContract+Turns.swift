import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About whose turn it is to write.
  static let turns = [
    StorePromise("a second session waits for the first and sees what it committed") { store in
      // A machine that is busy otherwise may keep the first session longer than a store need be patient, but not thrice.
      for name in ["demo", "again", "later"] {
        let tenant = try await store.makeTenant(name)
        let fates = try await fatesOfSecondSession(of: tenant)
        if fates == nil, name != "later" { continue }
        try expect(fates, equals: [.unchanged], "what became of the second session's record")
        return try await expect(
          tenant.submissions().count, equals: 2, "the number of submissions")
      }
    },
    StorePromise("a second session is refused as busy where the first doesn't end") { store in
      let tenant = try await store.makeTenant("demo")
      let first = try await tenant.beginWriting()
      try await expectError(.busy, "beginning a second session") {
        try await tenant.beginWriting()
      }
      try await first.commit()
      try await expect(
        tenant.write(.program, [["id": "P1"]]), equals: [.accepted],
        "what became of a record after the first session")
    },
    StorePromise("a session that is dropped leaves nothing and keeps nobody waiting") { store in
      let tenant = try await store.makeTenant("demo")
      do { _ = try await tenant.beginWriting().write(.program, [["id": "P1"]]) }
      try await expect(
        tenant.write(.program, [["id": "P1"]]), equals: [.accepted],
        "what became of the same record in the next session")
    },
    StorePromise("a task that is called off writes nothing and keeps nobody waiting") { store in
      let tenant = try await store.makeTenant("demo")
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await tenant.write(.program, [["id": "P1"]])
      }
      try await expectError("writing in a task that is called off") { try await task.value }
      try await expect(tenant.count(of: .program), equals: 0, "the programs that are left")
      try await expect(
        tenant.write(.program, [["id": "P1"]]), equals: [.accepted],
        "what became of the same record in another task")
    },
  ]

  /// Returns what becomes of a record that the first session writes too, or nothing where the second was refused as busy.
  private static func fatesOfSecondSession(
    of tenant: any TenantStore
  ) async throws -> [RecordFate]? {
    let first = try await tenant.beginWriting()
    let second = Task { try await tenant.write(.program, [["id": "P1"]]) }
    try await Task.sleep(for: .milliseconds(100))
    _ = try await first.write(.program, [["id": "P1"]])
    try await first.commit()
    do { return try await second.value } catch let error as StoreError where error.code == .busy {
      return nil
    }
  }
}
