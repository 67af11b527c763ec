import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About what checks ask for all at once.
  static let facts = [
    StorePromise("what is asked at once is answered as one by one, also of what was just written") {
      store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(
        .student, ["S1", "S2", "S3"].map { ["id": $0, "lastName": "Sample \($0)"] })
      _ = try await tenant.write(.schoolEnrollment, enrollments(["S2", "S1", "S3"]))
      // More than anybody asks for in one go.
      let many = (1000...6000).map { "M\($0)" }
      _ = try await tenant.write(.schoolEnrollment, enrollments(many))
      let session = try await tenant.beginWriting()
      try await expectSameAnswers(session, students: nil)
      try await expectSameAnswers(session, students: ["S3", "S1", "S9"])
      try await expectSameAnswers(session, students: many + ["S2"])
      _ = try await session.write(.student, [["id": "S4", "lastName": "Sample S4"]])
      _ = try await session.write(.schoolEnrollment, enrollments(["S4", "S1"]))
      try await expectSameAnswers(session, students: nil)
      try await expectSameAnswers(session, students: ["S4", "S9"])
      await session.rollback()
    },
    StorePromise("records without repeats are all there, and none that isn't") { store in
      let tenant = try await store.makeTenant("demo")
      let rows = ["1", "2", "3"].flatMap { day in
        ["S1", "S2"].map {
          ["year": "2022", "student": $0, "school": "O1", "entryDay": day]
        }
      }
      _ = try await tenant.write(.schoolEnrollment, rows)
      let session = try await tenant.beginWriting()
      let facts = try await session.facts(
        FactsRequest(
          students: nil, references: [request(.schoolEnrollment, ["student", "school"])],
          identities: []))
      let fields = ["student", "school"].compactMap { RecordType.schoolEnrollment.index(of: $0) }
      let found = facts.references[0]?.texts(of: .schoolEnrollment, fields, facts.keys)
      try expect(
        Set(found ?? []), equals: [["S1", "O1"], ["S2", "O1"]], "the students with their schools")
      await session.rollback()
    },
  ]

  private static func enrollments(_ students: [String]) -> [[String: String]] {
    students.map { ["year": "2022", "student": $0, "school": "O\($0)", "entryDay": ""] }
  }

  private static func request(_ type: RecordType, _ fields: [String]) -> ReferenceRequest {
    ReferenceRequest(
      lookup: type.name, type: type, fields: fields.compactMap { type.index(of: $0) }.sorted(),
      year: nil, studentField: type.fields.firstIndex { $0.kind == .key(.student) },
      isWithoutRepeats: true)
  }

  /// Asks a session in both ways.
  private static func expectSameAnswers(
    _ session: any ReadSession, students: [String]?
  ) async throws {
    let wanted = [
      request(.schoolEnrollment, ["year", "student", "school"]),
      request(.student, ["id", "lastName"]), request(.organization, ["id"]),
    ]
    let identity = ["year", "student", "school"].compactMap {
      RecordType.schoolEnrollment.index(of: $0)
    }
    let identities = IdentityRequest(
      type: .schoolEnrollment, identity: identity, content: identity)
    let facts = try await session.facts(
      FactsRequest(students: students, references: wanted, identities: [identities]))
    var keys = try await session.keys(students: students)
    let numbers = keys.numbers(of: students)
    try expect(facts.keys.numbers(of: students), equals: numbers, "the numbers of the students")
    for (request, table) in zip(wanted, facts.references) {
      let data = try await session.reference(for: [request], students: numbers, keys: &keys)
      let single = data.tables[request.lookup]
      try expect(
        table?.texts(of: request.type, request.fields, facts.keys) ?? [],
        equals: single?.texts(of: request.type, request.fields, keys) ?? [],
        "the records of the type \(request.type.name)")
    }
    let single = try await session.identities(for: identities, students: numbers)
    try expect(facts.identities.map(\.codes), equals: [single.codes], "the identities")
    try expect(facts.identities.map(\.digests), equals: [single.digests], "their digests")
  }
}
