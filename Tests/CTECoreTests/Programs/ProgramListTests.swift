import CTECore
import Testing

struct ProgramListTests {
  @Test(arguments: StoreKind.allCases)
  func `active programs of the year are listed with their credentials`(kind: StoreKind) async throws
  {
    try await ProgramDemo.run(in: kind) { demo in
      try await demo.record("000101,17,WELD,", "000102,17,WELD,", "000102,17,BRAZE,")
      let list = try await demo.tenant.programs()
      #expect(list.programs.map(\.offering) == ["17", "300", "1020"])
      let first = try #require(list.programs.first)
      #expect(first.title == "Welding" && first.program == "W1" && first.type == "REG")
      #expect(first.school?.description == "North High (S11)")
      #expect(first.agency?.description == "North District (D1)")
      #expect(list.programs.map(\.credentialCount) == [3, 0, 0])
      #expect(list.programs.map(\.declaresNone) == [false, false, false])
      #expect(
        list.csv().hasPrefix(
          "Serial Number,Program Code,Program Name,Kind of Program,Building,Building Name,Agency,Agency Name,Credentials,No Credentials\r\n17,W1,Welding,REG,S11,North High,D1,North District,3,\r\n"
        ))
    }
  }

  @Test(arguments: [
    (ProgramColumn.title, false, ["1020", "17", "300"]), (.title, true, ["17", "300", "1020"]),
    (.school, false, ["1020", "17", "300"]), (.agency, true, ["300", "17", "1020"]),
    (.offering, true, ["1020", "300", "17"]), (.credentials, true, ["300", "17", "1020"]),
    (.program, false, ["1020", "17", "300"]), (.type, false, ["17", "300", "1020"]),
    (.declared, false, ["17", "300", "1020"]),
  ])
  func `each column can be sorted both ways, and equal cells stand by the program's number`(
    column: ProgramColumn, descending: Bool, expected: [String]
  ) async throws {
    try await ProgramDemo.run { demo in
      try await demo.record("000201,300,WELD,")
      let list = try await demo.tenant.programs(sortedBy: column, descending: descending)
      #expect(list.programs.map(\.offering) == expected)
    }
  }

  @Test(arguments: [
    ("D1", ["17", "1020"]), ("S12", ["1020"]), ("D2", ["300"]),
  ])
  func `an organization's programs are those of its schools`(
    organization: String, expected: [String]
  ) async throws {
    try await ProgramDemo.run { demo in
      let list = try await demo.tenant.programs(of: organization)
      #expect(list.programs.map(\.offering) == expected)
    }
  }

  @Test(
    arguments: [
      ("S11", nil, ["17"]), ("D1", nil, ["17", "1020"]), (nil, "300", ["300"]),
      ("S12", "300", []),
    ] as [(String?, String?, [String])])
  func `somebody with access to a part sees its programs alone`(
    organization: String?, offering: String?, expected: [String]
  ) async throws {
    try await ProgramDemo.run { demo in
      try await demo.record("000101,17,WELD,", "000201,300,WELD,")
      let actor = try await demo.actor(at: organization, offering: offering)
      let list = try await actor.programs().programs
      #expect(list.map(\.offering) == expected)
      let all = try await demo.tenant.programs().programs
      #expect(list == all.filter { expected.contains($0.offering) })
    }
  }

  @Test func `a column or organization that isn't there is told with what may be meant`()
    async throws
  {
    try await ProgramDemo.run { demo in
      let pack = demo.tenant.pack
      let error = #expect(throws: ChangeError.self) {
        _ = try ProgramColumn("titel", in: pack)
      }
      #expect(error?.message == "programs have no column 'titel'; did you mean 'title'?")
      let column = try ProgramColumn("program NAME", in: pack)
      #expect(column == .title)
      await #expect(throws: ChangeError.self) { try await demo.tenant.programs(of: "D9") }
    }
  }
}
