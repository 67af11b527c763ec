import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About those who look while others write.
  static let looks = [
    StorePromise("who looks sees everything as it was at the beginning, however long it takes") {
      store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1", "title": "One"]])
      let before = try await tenant.beginReading()
      // A look that was asked nothing yet has begun all the same.
      let other = [["id": "P1", "title": "Two"], ["id": "P2", "title": ""]]
      _ = try await tenant.write(.program, other)
      try await tenant.entering { session in
        try await session.mark(submission: 1, isWithdrawn: true)
        try await session.add(Grant(to: "anna", role: "clerk"))
        _ = try await session.enter(.student, ["id": "S1"])
      }
      try await expect(before.seen(), equals: .first, "what is seen from before")
      let after = try await tenant.beginReading()
      try await expect(after.seen(), equals: .last, "what is seen from after")
      try await expect(before.seen(), equals: .first, "what is seen from before once more")
      for session in [before, after] { await session.end() }
    },
    StorePromise("who looks waits for nobody who writes, and keeps nobody from writing") { store in
      let tenant = try await store.makeTenant("demo")
      let session = try await tenant.beginWriting()
      _ = try await session.write(.program, [["id": "P1"]])
      let looks = [try await tenant.beginReading(), try await tenant.beginReading()]
      try await session.commit()
      for look in looks {
        try await expect(look.records(of: .program), equals: [], "the programs beside the session")
        await look.end()
      }
      try await expect(
        tenant.looking { try await $0.records(of: .program).count }, equals: 1,
        "the number of programs after it")
    },
    StorePromise("whoever still holds a deleted tenant sees nothing of it, nor of its successor") {
      store in
      let old = try await store.makeTenant("demo")
      _ = try await old.write(.program, [["id": "P1"]])
      try await store.delete(Sample.id("demo"))
      for _ in 1...2 {
        try await expectError(.unknownTenant, "looking at a deleted tenant") {
          try await old.beginReading()
        }
        // The first time nobody has the name, the second time somebody else does.
        if try await store.tenants().isEmpty {
          _ = try await store.makeTenant("demo").write(.student, [["id": "S1"]])
        }
      }
    },
  ]
}

/// What a look tells of a tenant in which a little has happened.
private struct Seen: Equatable {
  let titles: [[String]]
  let students: Int
  let submissions: [Int?]
  let events: Int
  let ended: Int
  let grants: Int
  let keys: Int

  static let first = Seen(
    titles: [["One"]], students: 0, submissions: [nil], events: 2, ended: 0, grants: 1, keys: 1)
  static let last = Seen(
    titles: [["Two"], [""]], students: 1, submissions: [4, nil], events: 4, ended: 1, grants: 2,
    keys: 2)
}

extension ReadSession {
  fileprivate func seen() async throws -> Seen {
    let programs = try await records(of: .program)
    return Seen(
      titles: try await texts(of: programs, ["title"]), students: try await studentCount(),
      submissions: try await submissions().map(\.withdrawnIn),
      events: try await auditEvents().count, ended: try await history(of: programs[0]).count,
      grants: try await grants().count,
      keys: Int(try await keys(students: nil)[.program].storedCount))
  }
}
