import CTECore
import Foundation
import Testing

/// What is undone never brings about what nobody could enter.
struct ContradictionTests {
  private let offering = "21223"
  private let moment = SecondStateDemo.moment

  private func give(_ tenant: Tenant) async throws -> Int {
    let report = try await tenant.give(
      .listed(code: "SRADIO"), to: ["0009000201"], of: offering, at: moment)
    return try #require(report.event)
  }

  private func counts(_ tenant: Tenant) async throws -> [Int] {
    [
      try await tenant.count(of: .credentialAttempt),
      try await tenant.count(of: .noCredentialsDeclaration),
    ]
  }

  @Test func `a declaration isn't put back beside credentials that were recorded since`()
    async throws
  {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let tenant = demo.tenant
    _ = try await tenant.declareNoCredentials(in: offering, at: moment)
    let revoked = try await tenant.revokeNoCredentials(in: offering, at: moment)
    _ = try await give(tenant)
    let undone = try await tenant.undo(event: try #require(revoked.event), at: moment)
    #expect(undone.count(of: .keptOutAsContradicted) == 1)
    #expect(try await counts(tenant) == [1, 0])
  }

  @Test func `credentials aren't put back beside a declaration that was made since`()
    async throws
  {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let tenant = demo.tenant
    let given = try await give(tenant)
    let undone = try await tenant.undo(event: given, at: moment)
    #expect(try await counts(tenant) == [0, 0])
    _ = try await tenant.declareNoCredentials(in: offering, at: moment)
    let again = try await tenant.undo(event: try #require(undone.event), at: moment)
    #expect(again.count(of: .keptOutAsContradicted) == 1)
    #expect(try await counts(tenant) == [0, 1])
  }

  @Test func `an upload that was withdrawn is put back only as far as nothing contradicts it`()
    async throws
  {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let tenant = demo.tenant
    let file = try demo.write(
      "UIC,PSN,CredentialCode,CredentialName\n0009000201,21223,SRADIO,\n0009000207,20956,SROBOT,\n",
      to: "upload.csv")
    let number = try #require(try await tenant.importFile(file, at: moment).submission)
    _ = try await tenant.commit(preview: number, at: moment)
    _ = try await tenant.withdraw(submission: number, at: moment)
    _ = try await tenant.declareNoCredentials(in: offering, at: moment)
    let undone = try await tenant.undo(withdrawalOf: number, at: moment)
    #expect(undone.count(of: .putBack) == 1 && undone.count(of: .keptOutAsContradicted) == 1)
    #expect(try await counts(tenant) == [1, 1])
    #expect(try await tenant.completeness().contradictory.isEmpty)
  }

  @Test func `what was recorded again since isn't put back beside itself`() async throws {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let tenant = demo.tenant
    let undone = try await tenant.undo(event: try await give(tenant), at: moment)
    _ = try await give(tenant)
    let again = try await tenant.undo(event: try #require(undone.event), at: moment)
    #expect(again.count(of: .keptOutAsRepeated) == 1)
    #expect(try await counts(tenant) == [1, 0])
  }

  @Test func `a program that moved to another school keeps its declaration for who sees it now`()
    async throws
  {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    _ = try await demo.tenant.declareNoCredentials(in: offering, at: moment)
    let lists = try demo.write(
      "PSN,CIPCode,ProgramName,ProgramType,BuildingCode,AgencyCode,Year,Active\n"
        + "21223,10.0202,Radio & TV Broadcasting Tech,REG,99011,99010,2025,Y\n",
      to: "moved.csv")
    _ = try await demo.tenant.importFile(lists, at: moment)
    let clerk = try await demo.actor(
      Grant(to: "clerk", role: "buildingReporter", organization: "99011"))
    let given = try await clerk.give(
      .listed(code: "SRADIO"), to: ["0009000201"], of: offering, at: moment)
    #expect(
      given.outcomes.first?.findings.compactMap(\.officialName) == ["PSN marked as no credentials"])
    let again = try await clerk.declareNoCredentials(in: offering, at: moment)
    #expect(again.state == .alreadyDeclared)
  }
}
