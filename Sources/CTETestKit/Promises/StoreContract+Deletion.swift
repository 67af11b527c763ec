import CTEModel
import CTEStore

extension StoreContract {
  /// About tenants that are deleted.
  static let deletion = [
    StorePromise("a deleted tenant is unknown, and the others stay as they are") { store in
      let (_, other) = (try await store.makeTenant("a"), try await store.makeTenant("b"))
      _ = try await other.write(.program, [["id": "P1"]])
      try await store.delete(Sample.id("a"))
      try await expect(store.tenants().map(\.name), equals: ["b"], "the tenants left")
      try await expectError(.unknownTenant, "the deleted tenant") { try await store.tenant("a") }
      try await expect(
        store.tenant("b").count(of: .program), equals: 1, "the other tenant's programs")
    },
    StorePromise("an unknown tenant can't be deleted") { store in
      try await expectError(.unknownTenant, "deleting what was never there") {
        try await store.delete(Sample.id("dmeo"))
      }
      _ = try await store.makeTenant("demo")
      try await store.delete(Sample.id("demo"))
      try await expectError(.unknownTenant, "deleting a tenant twice") {
        try await store.delete(Sample.id("demo"))
      }
    },
    StorePromise("a tenant of the same name begins with nothing") { store in
      let old = try await store.makeTenant("demo")
      _ = try await old.write(.student, [["id": "S1", "lastName": "Sample"]])
      try await store.delete(Sample.id("demo"))
      let new = try await store.makeTenant("demo")
      try await expect(new.count(of: .student), equals: 0, "the new tenant's students")
      try await expect(new.submissions(), equals: [], "the new tenant's submissions")
      try await expect(
        new.auditEvents().map(\.draft.action), equals: ["create tenant"], "its events")
    },
    StorePromise("a tenant is not deleted while somebody writes to it") { store in
      let tenant = try await store.makeTenant("demo")
      let session = try await tenant.beginWriting()
      _ = try await session.write(.program, [["id": "P1"]])
      try await expectError(.busy, "deleting a tenant that is written to") {
        try await store.delete(Sample.id("demo"))
      }
      try await session.commit()
      try await expect(store.tenant("demo").count(of: .program), equals: 1, "its programs")
      try await store.delete(Sample.id("demo"))
      try await expect(store.tenants(), equals: [], "the tenants left")
    },
    StorePromise("whoever still holds a deleted tenant can't write to it, nor to its successor") {
      store in
      let old = try await store.makeTenant("demo")
      try await store.delete(Sample.id("demo"))
      for _ in 1...2 {
        try await expectError(.unknownTenant, "writing to a deleted tenant") {
          try await old.beginWriting()
        }
        // The first time nobody has the name, the second time somebody else does.
        if try await store.tenants().isEmpty { _ = try await store.makeTenant("demo") }
      }
    },
  ]
}
