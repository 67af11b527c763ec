import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About tenants, which are apart.
  static let tenants = [
    StorePromise("tenants are listed by their names") { store in
      try await expect(store.tenants(), equals: [], "the tenants of a new store")
      for name in ["b-2", "a", "b-10"] { _ = try await store.makeTenant(name) }
      try await expect(
        store.tenants().map(\.name), equals: ["a", "b-10", "b-2"], "the tenants' names")
    },
    StorePromise("a tenant knows its settings, and its log begins with its making") { store in
      let tenant = try await store.makeTenant("demo")
      try expect(tenant.settings, equals: Sample.settings, "the tenant's settings")
      let events = try await tenant.auditEvents()
      try expect(events.map(\.draft.action), equals: ["create tenant"], "the events' actions")
      try expect(events.map(\.draft.details), equals: ["{\"year\":2022}"], "the events' details")
      try expect(AuditEvent.firstBreak(in: events), equals: nil, "the first break in the log")
    },
    StorePromise("a name that is taken is refused, and its tenant stays as it is") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1"]])
      try await expectError(.tenantExists, "making a tenant whose name is taken") {
        try await store.makeTenant("demo")
      }
      try await expect(
        store.tenant("demo").count(of: .program), equals: 1, "the first tenant's programs")
    },
    StorePromise("an unknown name is told together with the known ones") { store in
      let nobody = try await expectError(.unknownTenant, "a tenant of a store that has none") {
        try await store.tenant("dmeo")
      }
      try expect(nobody.message, endsWith: "; create one first", "the message without tenants")
      _ = try await store.makeTenant("demo")
      let error = try await expectError(.unknownTenant, "a tenant that isn't there") {
        try await store.tenant("dmeo")
      }
      try expect(error.message, endsWith: "; there are demo", "the message beside a tenant")
    },
    StorePromise("what one tenant writes, another doesn't see") { store in
      let (first, second) = (try await store.makeTenant("a"), try await store.makeTenant("b"))
      _ = try await first.write(.student, [["id": "S1", "lastName": "Sample"]])
      try await expect(second.rows(of: .student, ["id"]), equals: [], "the other's students")
      try await expect(second.submissions(), equals: [], "the other's submissions")
      try await expect(second.auditEvents().count, equals: 1, "the other's number of events")
      let session = try await second.beginWriting()
      let students = try await session.keys(students: nil)[.student]
      try expect(students.count, equals: 0, "the other's number of students' identifiers")
      await session.rollback()
    },
    StorePromise("what a tenant is told of itself changes with the session that changes it") {
      store in
      let tenant = try await store.makeTenant("demo")
      _ = try await store.makeTenant("other")
      let old = Sample.settings
      let new = TenantSettings(pack: "elsewhere", year: FiscalYear(2023))
      let lost = try await tenant.beginWriting()
      try await lost.change(new, from: old)
      await lost.rollback()
      try await expect(
        store.tenant("demo").settings, equals: old, "the settings after a session rolled back")
      try await tenant.entering { try await $0.change(new, from: old) }
      try await expect(store.tenant("demo").settings, equals: new, "the settings afterwards")
      try await expect(store.tenant("other").settings, equals: old, "the other tenant's settings")
      let late = try await tenant.beginWriting()
      try await expectError(.unusable, "changing settings that were changed meanwhile") {
        try await late.change(old, from: old)
      }
      await late.rollback()
      try await tenant.entering { try await $0.change(old, from: new) }
      try await expect(store.tenant("demo").settings, equals: old, "the settings once back")
    },
    StorePromise("one tenant's session keeps no other tenant waiting") { store in
      let (first, second) = (try await store.makeTenant("a"), try await store.makeTenant("b"))
      let session = try await first.beginWriting()
      try await expect(
        second.write(.program, [["id": "P1"]]), equals: [.accepted], "what became of the record")
      await session.rollback()
    },
  ]
}
