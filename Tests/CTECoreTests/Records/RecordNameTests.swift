import BundledRulePacks
import CTECore
import Testing

struct RecordNameTests {
  @Test func `a name that two records of one row share is refused, and any other finds its record`()
    async throws
  {
    let demo = try await Demo(loading: ["school"])
    let names = try await demo.tenant.records(of: .organization).map(\.id)
    let shared = try #require(names.first { name in names.filter { $0 == name }.count == 2 })
    let error = await #expect(throws: ChangeError.self) {
      try await demo.tenant.history(of: shared, of: .organization)
    }
    #expect(error?.code == .impossible)
    #expect(
      error?.message.hasPrefix("\(shared) stands for 2 organizations, which were made by one row")
        == true)
    let own = try #require(names.first { name in names.filter { $0 == name }.count == 1 })
    #expect(try await demo.tenant.history(of: own, of: .organization).count == 1)
  }

  @Test(arguments: [RecordType.student, .program])
  func `who is limited to a school sees the history of what their lists show, and no other`(
    type: RecordType
  ) async throws {
    let demo = try await Demo()
    try await demo.tenant.give(
      Grant(to: "reader", role: "readOnly", organization: "990401102"), at: Demo.moment)
    let reader = try await Tenant(
      demo.tenant.id, in: demo.store, packs: BundledRulePacks.library(), as: Actor("reader"))
    let shown = try await reader.records(of: type).map(\.id)
    #expect(!shown.isEmpty)
    for id in shown { #expect(try await reader.history(of: id, of: type).count == 1) }
    let hidden = Set(try await demo.tenant.records(of: type).map(\.id)).subtracting(shown)
    #expect(hidden.isEmpty == (type == .program))
    for id in hidden {
      let error = await #expect(throws: ChangeError.self) {
        try await reader.history(of: id, of: type)
      }
      #expect(error?.code == .unknown)
    }
  }
}
