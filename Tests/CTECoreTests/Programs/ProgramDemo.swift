import CTECore
import CTETestKit
import Foundation

/// A tenant of two districts whose schools have programs, with students, classes and credentials. All are invented.
struct ProgramDemo {
  let store: any Store
  let folder: URL
  let tenant: Tenant
  private let packs: PackLibrary

  static let moment = Moment(seconds: 1_777_600_000)

  private static let lists = [
    (
      "organizations",
      """
      Code,Kind,Name,ParentCode
      D1,district,North District,
      D2,district,South District,
      S11,school,North High,D1
      S12,school,Harbor High,D1
      S21,school,South High,D2

      """
    ),
    (
      "offerings",
      """
      Serial,ProgramCode,ProgramName,ProgramKind,Building,AgencyCode,SchoolYear,Active
      17,W1,Welding,REG,S11,D1,2026,Y
      1020,C1,Cooking,REG,S12,D1,2026,Y
      300,W1,Welding,REG,S21,D2,2026,Y
      44,C1,Cooking,REG,S11,D1,2026,N
      17,W1,Welding,REG,S11,D1,2025,Y

      """
    ),
    (
      "roster",
      """
      Number,First,Last,Home,InSchool
      000101,Ada,Zander,S11,Y
      000102,Ben,Young,S11,Y
      000103,Cleo,Abbot,S11,Y
      000104,Dora,Baker,S11,N
      000201,Emil,Cole,S21,Y
      000301,Finn,Dale,S12,Y

      """
    ),
    (
      "classes",
      """
      Member,ClassOf,ClassCode,ClassTitle,ClassYear,Current
      000101,17,A-1,Welding One,2026,Y
      000102,17,A-2,Welding Two,2026,Y
      000101,17,A-2,Welding Two,2026,Y
      000103,17,A-1,Welding One,2025,Y
      000104,17,A-1,Welding One,2025,Y
      000201,300,A-1,Welding One,2026,Y
      000301,1020,B-1,Cooking One,2026,N

      """
    ),
    (
      "listings",
      """
      ListProgram,ListCode,ListName,ListCategory,ListYear
      W1,WELD,Welder,Listed,2026
      W1,BRAZE,Brazer,Extra,2026
      C1,COOK,Cook,Listed,2026

      """
    ),
  ]

  /// Makes the tenant in a store.
  static func run<Result>(
    in kind: StoreKind = .inMemory, _ body: (ProgramDemo) async throws -> Result
  ) async throws -> Result {
    try await kind.withStore { store, folder in
      _ = try ProgramPack.write(in: folder.appendingPathComponent("packs"))
      let packs = PackLibrary(folders: [folder.appendingPathComponent("packs")])
      let tenant = try await Tenant.create(
        Sample.id("seaboard"),
        settings: TenantSettings(pack: ProgramPack.name, year: FiscalYear(2026)), in: store,
        packs: packs, as: Actor("sample clerk"), at: moment)
      let demo = ProgramDemo(store: store, folder: folder, tenant: tenant, packs: packs)
      for (format, text) in lists { try await demo.upload(text, as: format) }
      return try await body(demo)
    }
  }

  /// Imports a file as one of a format.
  @discardableResult
  func upload(_ text: String, as format: String) async throws -> ImportReport {
    let file = folder.appendingPathComponent("\(UUID().uuidString).csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let report = try await tenant.importFile(file.path, format: format, at: Self.moment)
    guard report.counts.rejected == 0 else {
      throw Unexpected("\(format): \(report.findings.map(\.message))")
    }
    return report
  }

  /// Imports credentials of the tenant's year: the student, the program, and the code or the name that is suggested.
  @discardableResult
  func record(_ rows: String...) async throws -> ImportReport {
    try await upload(
      "Student Number,Serial Number,Credential Code,Credential Name\n"
        + rows.map { $0 + "\n" }.joined(), as: "credentials")
  }

  /// Opens the tenant as somebody who has a role for a part of it.
  func actor(
    _ role: String = "reporter", at organization: String? = nil, offering: String? = nil
  ) async throws -> Tenant {
    let name = "\(role) \(organization ?? "") \(offering ?? "")"
    try await tenant.give(
      Grant(to: name, role: role, organization: organization, offering: offering), at: Self.moment)
    return try await Tenant(tenant.id, in: store, packs: packs, as: Actor(name))
  }
}
