import CTECore
import Testing

struct CredentialSheetTests {
  private static func names(_ sheet: ExportSheet) -> [String] {
    sheet.csv().split(separator: "\r\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[1]) \(cells[8]) \(cells[10].isEmpty ? cells[11] : cells[10])"
    }
  }

  /// Credentials of several years, of students who are in school and of one who isn't.
  private static func fill(_ demo: ProgramDemo) async throws {
    try await demo.upload(
      """
      OldStudent,OldSerial,OldCode,OldName,OldCategory,OldYear,OldSchool
      000103,17,WELD,,listed,2025,S11
      000103,17,WELD,,listed,2022,S11
      000104,17,WELD,,listed,2026,S11
      000201,300,WELD,,listed,2026,S21

      """, as: "history")
    try await demo.record("000101,17,WELD,", "000101,17,,Pipe Fitter")
  }

  @Test(arguments: StoreKind.allCases)
  func `the past years' credentials are of students who are still in school`(
    kind: StoreKind
  ) async throws {
    try await ProgramDemo.run(in: kind) { demo in
      try await Self.fill(demo)
      let all = try await demo.tenant.credentialSheet(receivedIn: "D1", years: 4)
      #expect(
        Self.names(all) == ["Abbot 2025 WELD", "Zander 2026 WELD", "Zander 2026 Pipe Fitter"])
      let longer = try await demo.tenant.credentialSheet(receivedIn: "D1", years: 5)
      #expect(Self.names(longer).first == "Abbot 2022 WELD")
      let whole = try await demo.tenant.credentialSheet(receivedIn: nil, years: 1)
      #expect(whole.rows.count == 3)
      await #expect(throws: ChangeError.self) {
        try await demo.tenant.credentialSheet(receivedIn: nil, years: 0)
      }
    }
  }

  @Test func `somebody with access to a part exports that part alone`() async throws {
    try await ProgramDemo.run { demo in
      try await Self.fill(demo)
      let actor = try await demo.actor("reader", at: "S21")
      let own = try await actor.credentialSheet(receivedIn: nil, years: 4)
      #expect(Self.names(own) == ["Cole 2026 WELD"])
      #expect(try await actor.credentialSheet(receivedIn: "D1", years: 4).rows.isEmpty)
      let single = try await demo.actor("reader", offering: "17")
      let few = try await single.credentialSheet(receivedIn: nil, years: 1)
      #expect(few.rows.count == 2)
      await #expect(throws: ChangeError.self) {
        try await single.credentialSheet(of: "300", in: .enrolled)
      }
    }
  }

  @Test func `an organization's credentials are also those of the programs for which it answers`()
    async throws
  {
    try await ProgramDemo.run { demo in
      try await demo.upload(
        """
        Serial,ProgramCode,ProgramName,ProgramKind,Building,AgencyCode,SchoolYear,Active
        300,W1,Welding,REG,S21,D1,2026,Y
        17,W1,Welding,REG,,D1,2026,Y

        """, as: "offerings")
      try await demo.record("000101,17,WELD,", "000201,300,WELD,")
      let listed = try await demo.tenant.programs(of: "D1").programs
      let sheet = try await demo.tenant.credentialSheet(receivedIn: "D1", years: 1)
      #expect(listed.map(\.credentialCount).reduce(0, +) == 2)
      #expect(Self.names(sheet) == ["Cole 2026 WELD", "Zander 2026 WELD"])
      let south = try await demo.tenant.credentialSheet(receivedIn: "D2", years: 1)
      #expect(Self.names(south) == ["Cole 2026 WELD"])
      let harbor = try await demo.tenant.credentialSheet(receivedIn: "S12", years: 1)
      #expect(harbor.rows.isEmpty)
    }
  }

  @Test func `a selection has a row for who received nothing, and no cell is a formula`()
    async throws
  {
    try await ProgramDemo.run { demo in
      try await demo.record("000101,17,,=1+1")
      let sheet = try await demo.tenant.credentialSheet(of: "17", in: .enrolled)
      #expect(
        sheet.csv()
          == """
          Student Number,Last Name,First Name,School,School Name,Program,Program Name,Serial Number,Year,Category,Credential Code,Credential Name
          000102,Young,Ben,,,,,,,,,
          000101,Zander,Ada,S11,North High,W1,Welding,17,2026,suggested by a school,,'=1+1

          """.replacing("\n", with: "\r\n"))
    }
  }
}
