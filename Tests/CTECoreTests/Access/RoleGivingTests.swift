import CTECore
import Testing

struct RoleGivingTests {
  private static let official = Actor("official")

  /// What an official of the agency 99001 can give, and why not.
  private static let cases: [(grant: Grant, isAllowed: Bool)] = [
    (Grant(to: "new", role: "buildingReporter", organization: "99011"), true),
    (Grant(to: "new", role: "buildingReporter", organization: "99001"), true),
    (Grant(to: "new", role: "fiscalAgency", organization: "99001"), true),
    (Grant(to: "new", role: "buildingReporter", organization: "09012", program: "11.0901"), true),
    (Grant(to: "new", role: "buildingReporter", offering: "900003"), true),
    (Grant(to: "new", role: "cepd", organization: "99001"), true),
    // Beyond the agency, whether it is there or not.
    (Grant(to: "new", role: "buildingReporter", organization: "05976"), false),
    (Grant(to: "new", role: "buildingReporter", organization: "77777"), false),
    (Grant(to: "new", role: "buildingReporter", offering: "999999"), false),
    (Grant(to: "new", role: "buildingReporter", organization: "05976", offering: "900003"), false),
    (Grant(to: "new", role: "buildingReporter", organization: "77777", offering: "900003"), false),
    (Grant(to: "new", role: "buildingReporter", program: "11.0901"), false),
    (Grant(to: "new", role: "buildingReporter"), false),
    // More than they may do, or to give roles.
    (Grant(to: "new", role: "level5", organization: "99001"), false),
    (Grant(to: "new", role: "state", organization: "99001"), false),
    (Grant(to: "new", role: Grant.administrator, organization: "99001"), false),
    (Grant(to: "official", role: "state"), false),
  ]

  @Test(arguments: cases)
  func `who administers a part of a tenant gives and takes back roles within it, and no others`(
    grant: Grant, isAllowed: Bool
  ) async throws {
    try await SampleState.run { state in
      let tenant = try await state.official(Self.official)
      let before = try await state.tenant().grants()
      if isAllowed {
        try await tenant.give(grant, at: Demo.moment)
        #expect(try await tenant.grants().contains(grant))
        try await tenant.takeBack(grant, at: Demo.moment)
      } else {
        let given = await #expect(throws: AccessError.self) {
          try await tenant.give(grant, at: Demo.moment)
        }
        #expect(given?.message.hasPrefix("this reaches beyond the part of the tenant") == true)
        let taken = await #expect(throws: AccessError.self) {
          try await tenant.takeBack(grant, at: Demo.moment)
        }
        #expect(taken == given)
      }
      #expect(try await state.tenant().grants() == before)
    }
  }

  @Test func `who administers a part of a tenant sees who may do what in it`() async throws {
    try await SampleState.run { state in
      let tenant = try await state.official(Self.official)
      let inside = [
        Grant(to: "a", role: "buildingReporter", organization: "99011"),
        Grant(to: "b", role: "buildingReporter", offering: "900005"),
        Grant(to: "c", role: "level5", organization: "99001"),
      ]
      let outside = [
        Grant(to: "d", role: "buildingReporter", organization: "05976"),
        Grant(to: "e", role: "buildingReporter", program: "11.0901"),
        Grant(to: "f", role: "state"),
      ]
      for grant in inside + outside { try await state.tenant.give(grant, at: Demo.moment) }
      let own = Grant(to: Self.official.name, role: "level5", organization: "99001")
      #expect(try await tenant.grants() == inside + [own])
      #expect(
        try await state.tenant(as: Actor("a")).grants()
          == inside.filter { $0.actor == "a" })
      await #expect(throws: AccessError.self) {
        try await tenant.takeBack(inside[2], at: Demo.moment)
      }
    }
  }

  @Test func `who administers nothing gives nothing`() async throws {
    try await SampleState.run { state in
      let grant = Grant(to: "a", role: "fiscalAgency", organization: "99001")
      try await state.tenant.give(grant, at: Demo.moment)
      let tenant = try await state.tenant(as: Actor("a"))
      let error = await #expect(throws: AccessError.self) {
        try await tenant.give(
          Grant(to: "b", role: "cepd", organization: "99001"), at: Demo.moment)
      }
      #expect(error?.message == "only who has the permission 'administer' can give roles")
    }
  }
}

extension SampleState {
  /// Opens the tenant as somebody who gives access within an agency.
  fileprivate func official(_ actor: Actor) async throws -> Tenant {
    try await tenant.give(
      Grant(to: actor.name, role: "level5", organization: "99001"), at: Demo.moment)
    return try await tenant(as: actor)
  }
}
