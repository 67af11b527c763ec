import CTECore
import Testing

struct GroupingTests {
  @Test(arguments: StoreKind.allCases)
  func `students are grouped by class, and those in school alone stand apart`(
    kind: StoreKind
  ) async throws {
    try await ProgramDemo.run(in: kind) { demo in
      let groups = try await demo.tenant.groupings(of: "17")
      #expect(groups.program.offering == "17")
      #expect(groups.enrolledCount == 2 && groups.inSchoolOnlyCount == 1)
      #expect(groups.sections.map(\.id) == ["A-1", "A-2"])
      #expect(groups.sections.map(\.title) == ["Welding One", "Welding Two"])
      #expect(groups.sections.map(\.studentCount) == [1, 2])
    }
  }

  private static let cases: [(StudentGrouping, [String])] = [
    (.enrolled, ["000102", "000101"]), (.inSection("A-1"), ["000101"]),
    (.inSchoolOnly, ["000103"]), (.matching("ABB"), ["000103"]),
    (.matching("zander, ada"), ["000101"]), (.matching("ada young"), []),
    (.matching("104"), ["000104"]), (.matching("cole"), []),
  ]

  @Test(arguments: cases)
  func `each group has its students, sorted by their names`(
    grouping: StudentGrouping, expected: [String]
  ) async throws {
    try await ProgramDemo.run { demo in
      let students = try await demo.tenant.students(of: "17", in: grouping)
      #expect(students.map(\.number) == expected)
    }
  }

  @Test func `a student who left the class but not the school is in school alone`() async throws {
    try await ProgramDemo.run { demo in
      #expect(try await demo.tenant.students(of: "1020", in: .enrolled).isEmpty)
      let alone = try await demo.tenant.students(of: "1020", in: .inSchoolOnly)
      #expect(alone.map(\.lastName) == ["Dale"])
    }
  }

  @Test func `credentials are listed with the names by which they are deleted`() async throws {
    try await ProgramDemo.run { demo in
      let submission = try await demo.record("000101,17,WELD,", "000101,17,,Pipe Fitter").submission
      let own = try #require(
        try await demo.tenant.students(of: "17", in: .inSection("A-1")).first)
      #expect(own.credentials.map(\.title) == ["Welder", "Pipe Fitter"])
      #expect(own.credentials.map(\.code) == ["WELD", nil])
      #expect(own.credentials.map(\.category) == ["listed", "suggested"])
      let first = try #require(own.credentials.first)
      #expect(first.record.submission == submission)
      _ = try await demo.tenant.delete(
        [first.record], of: .credentialAttempt, at: ProgramDemo.moment)
      let left = try await demo.tenant.students(of: "17", in: .inSection("A-1"))
      #expect(left.first?.credentials.map(\.title) == ["Pipe Fitter"])
    }
  }

  @Test(arguments: [("S11", nil), (nil, "17"), ("D1", nil)] as [(String?, String?)])
  func `somebody with access to a program sees its groups as they are, and no others`(
    organization: String?, offering: String?
  ) async throws {
    try await ProgramDemo.run { demo in
      try await demo.record("000101,17,WELD,", "000201,300,WELD,")
      let actor = try await demo.actor("reader", at: organization, offering: offering)
      for grouping in [StudentGrouping.enrolled, .inSchoolOnly, .matching("a")] {
        let own = try await actor.students(of: "17", in: grouping)
        let all = try await demo.tenant.students(of: "17", in: grouping)
        #expect(own == all)
      }
      let groups = try await actor.groupings(of: "17")
      #expect(groups.inSchoolOnlyCount == 1)
      let hidden = await #expect(throws: ChangeError.self) {
        try await actor.groupings(of: "300")
      }
      let absent = await #expect(throws: ChangeError.self) {
        try await actor.groupings(of: "301")
      }
      #expect(hidden?.message.replacing("300", with: "301") == absent?.message)
    }
  }

  @Test(arguments: [
    (StudentGrouping.inSection("Z-9"), "has no class Z-9"),
    (.matching(" , "), "nothing is searched"),
  ])
  func `a class that isn't there and an empty search are told`(
    grouping: StudentGrouping, words: String
  ) async throws {
    try await ProgramDemo.run { demo in
      let error = await #expect(throws: ChangeError.self) {
        try await demo.tenant.students(of: "17", in: grouping)
      }
      #expect(error?.message.contains(words) == true)
    }
  }
}
