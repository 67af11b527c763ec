import CTECore
import Testing

extension StoreContract {
  /// About tenants, which are apart.
  static let tenants = [
    Promise("tenants are listed by their names") { store in
      #expect(try await store.tenants().isEmpty)
      for name in ["b-2", "a", "b-10"] { _ = try await store.makeTenant(name) }
      #expect(try await store.tenants().map(\.name) == ["a", "b-10", "b-2"])
    },
    Promise("a tenant knows its settings, and its log begins with its making") { store in
      let tenant = try await store.makeTenant("demo")
      #expect(tenant.settings == TenantSettings(pack: "lakeland", year: FiscalYear(2022)))
      let events = try await tenant.auditEvents()
      #expect(events.map(\.draft.action) == ["create tenant"])
      #expect(events.map(\.draft.details) == ["{\"year\":2022}"])
      #expect(AuditEvent.firstBreak(in: events) == nil)
    },
    Promise("a name that is taken is refused, and its tenant stays as it is") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1"]])
      let error = await #expect(throws: StoreError.self) { try await store.makeTenant("demo") }
      #expect(error?.code == .tenantExists)
      #expect(try await store.tenant("demo").count(of: .program) == 1)
    },
    Promise("an unknown name is told together with the known ones") { store in
      let nobody = await #expect(throws: StoreError.self) { try await store.tenant("dmeo") }
      #expect(nobody?.message.hasSuffix("; create one first") == true)
      _ = try await store.makeTenant("demo")
      let error = await #expect(throws: StoreError.self) { try await store.tenant("dmeo") }
      #expect(error?.code == .unknownTenant)
      #expect(error?.message.hasSuffix("; there are demo") == true)
    },
    Promise("what one tenant writes, another doesn't see") { store in
      let (first, second) = (try await store.makeTenant("a"), try await store.makeTenant("b"))
      _ = try await first.write(.student, [["id": "S1", "lastName": "Sample"]])
      #expect(try await second.rows(of: .student, ["id"]).isEmpty)
      #expect(try await second.submissions().isEmpty)
      #expect(try await second.auditEvents().count == 1)
      let session = try await second.beginWriting()
      #expect(try await session.keys(students: nil)[.student].count == 0)
      await session.rollback()
    },
    Promise("one tenant's session keeps no other tenant waiting") { store in
      let (first, second) = (try await store.makeTenant("a"), try await store.makeTenant("b"))
      let session = try await first.beginWriting()
      #expect(try await second.write(.program, [["id": "P1"]]) == [.accepted])
      await session.rollback()
    },
  ]
}
