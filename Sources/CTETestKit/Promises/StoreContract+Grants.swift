import CTEModel
import CTEStore

extension StoreContract {
  /// About who may do what.
  static let grants = [
    StorePromise("whoever makes a tenant administers it, but for the local operator") { store in
      let tenant = try await store.makeTenant("demo")
      try await expect(
        tenant.looking { try await $0.grants() },
        equals: [Grant(to: Sample.clerk.name, role: Grant.administrator)], "the maker's grants")
      try await store.create(
        Sample.id("other"), settings: Sample.settings, by: .localOperator, at: Sample.moment)
      try await expect(
        store.tenant("other").looking { try await $0.grants() }, equals: [],
        "the grants of a tenant that the local operator made")
    },
    StorePromise("a grant is given once, taken back once, and listed in order") { store in
      let tenant = try await store.makeTenant("demo")
      let own = Grant(to: Sample.clerk.name, role: Grant.administrator)
      let others = [
        Grant(to: "anna", role: "clerk"), Grant(to: "anna", role: "clerk", program: "P1"),
        Grant(to: "anna", role: "clerk", organization: "O1"),
        Grant(to: "anna", role: "clerk", organization: "O1", program: "P1"),
        Grant(to: "anna", role: "reader"), Grant(to: "berta", role: "clerk"),
      ]
      try expect(others, equals: others.sorted(), "the grants in order")
      for _ in 1...2 {
        try await tenant.entering { session in
          for grant in others.reversed() { try await session.add(grant) }
        }
      }
      let sorted = (others + [own]).sorted()
      try await expect(tenant.looking { try await $0.grants() }, equals: sorted, "all grants")
      for _ in 1...2 {
        try await tenant.entering { try await $0.remove(others[3]) }
        try await expect(
          tenant.looking { try await $0.grants() }, equals: sorted.filter { $0 != others[3] },
          "the grants that are left")
      }
    },
    StorePromise("a grant is part of its session, and of its tenant") { store in
      let tenant = try await store.makeTenant("demo")
      let other = try await store.makeTenant("other")
      let own = Grant(to: Sample.clerk.name, role: Grant.administrator)
      let new = Grant(to: "anna", role: "clerk")
      let session = try await tenant.beginWriting()
      try await session.add(new)
      try await session.remove(own)
      try await expect(session.grants(), equals: [new], "the grants in the session")
      try await expect(
        tenant.looking { try await $0.grants() }, equals: [own], "the grants beside it")
      await session.rollback()
      try await expect(
        tenant.looking { try await $0.grants() }, equals: [own], "the grants after it")
      try await tenant.entering { try await $0.add(new) }
      try await expect(
        other.looking { try await $0.grants() }, equals: [own], "the other tenant's grants")
    },
  ]
}
