import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About what checks read.
  static let lookups = [
    StorePromise("records come in the order of their keys, those of wanted students alone") {
      store in
      let tenant = try await store.makeTenant("demo")
      let rows = [("2022", "S2"), ("2021", "S1"), ("2022", "S1"), ("2022", "S3")].map {
        ["year": $0, "student": $1, "school": "O1", "entryDay": ""]
      }
      _ = try await tenant.write(.schoolEnrollment, rows)
      let fields = ["year", "student"]
      try await expect(
        tenant.rows(of: .schoolEnrollment, fields).map { $0.joined(separator: " ") },
        equals: ["2021 S1", "2022 S2", "2022 S1", "2022 S3"], "the records of all students")
      try await expect(
        tenant.rows(of: .schoolEnrollment, fields, year: 2022, students: ["S1", "S3", "S9"]),
        equals: [["2022", "S1"], ["2022", "S3"]], "the records of some students in a year")
    },
    StorePromise("only wanted students have numbers, and no other gets one of theirs") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.student, ["S1", "S2", "S3"].map { ["id": $0] })
      let session = try await tenant.beginWriting()
      var students = try await session.keys(students: ["S2", "S9"])[.student]
      try expect(students.knownNumber(for: "S2"), equals: 2, "the number of a wanted student")
      try expect(students.knownNumber(for: "S1"), equals: nil, "the number of another student")
      try expect(students.number(for: "S9"), equals: 4, "the number of a new student")
      try await expect(session.studentCount(), equals: 3, "how many students are stored")
      await session.rollback()
    },
    StorePromise("wanted students are found whatever signs their identifiers have") { store in
      let tenant = try await store.makeTenant("demo")
      let signs = ["S\"1", "S\\2", "S\t3", "S\u{1}4", "Sé5", "S\u{1F393}6", "S'7", "7", "S[8]"]
      _ = try await tenant.write(.student, signs.map { ["id": $0] })
      let session = try await tenant.beginWriting()
      let students = try await session.keys(students: signs + ["S", "07"])[.student]
      try expect(
        signs.map { students.knownNumber(for: $0) }, equals: (1...9).map { $0 },
        "the numbers of the students")
      try expect(
        ["S", "07"].map { students.knownNumber(for: $0) }, equals: [nil, nil],
        "the numbers of students who aren't there")
      await session.rollback()
    },
    StorePromise("free texts become words, and missing ones don't") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(
        .student, [["id": "S1", "lastName": "Sample"], ["id": "S2", "lastName": ""]])
      let session = try await tenant.beginWriting()
      let words = try await session.keys(students: nil)[.word]
      try expect(words.count, equals: 0, "how many words there are before texts are read")
      try await expect(
        session.rows(of: .student, ["lastName"]), equals: [["Sample"], [""]], "the last names")
      await session.rollback()
    },
  ]
}
