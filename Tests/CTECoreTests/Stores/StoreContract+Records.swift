import CTECore
import Testing

extension StoreContract {
  /// About what becomes of records.
  static let records = [
    Promise("a record is new once, and unchanged when it comes again") { store in
      let tenant = try await store.makeTenant("demo")
      let rows = [["id": "P1", "title": "Accounting"], ["id": "P2", "title": "Culinary Arts"]]
      #expect(try await tenant.write(.program, rows) == [.accepted, .accepted])
      #expect(try await tenant.write(.program, rows) == [.unchanged, .unchanged])
      #expect(try await tenant.count(of: .program) == 2)
    },
    Promise("a later change replaces only what it carries, also with nothing") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.program, [["id": "P1", "title": "Acounting", "cip": "52.03"]])
      #expect(
        try await tenant.write(.program, [["id": "P1", "title": "Accounting"]]) == [.updated])
      #expect(
        try await tenant.rows(of: .program, ["id", "title", "cip"]) == [
          ["P1", "Accounting", "52.03"]
        ])
      #expect(try await tenant.write(.program, [["id": "P1", "cip": ""]]) == [.updated])
      #expect(
        try await tenant.rows(of: .program, ["id", "title", "cip"]) == [["P1", "Accounting", ""]])
      #expect(try await tenant.write(.program, [["id": "P1"]]) == [.unchanged])
    },
    Promise("of the records of one key in a file, the last one stands") { store in
      let tenant = try await store.makeTenant("demo")
      let rows = ["One", "Two", "Three"].map { ["id": "P1", "title": $0] }
      #expect(try await tenant.write(.program, rows) == [.unchanged, .unchanged, .accepted])
      #expect(try await tenant.rows(of: .program, ["title"]) == [["Three"]])
      #expect(try await tenant.write(.program, rows) == [.unchanged, .unchanged, .unchanged])
    },
    Promise("a part of the key may be missing, and tells records apart") { store in
      let tenant = try await store.makeTenant("demo")
      let key = ["year": "2022", "student": "S1", "school": "O1"]
      let without = key.merging(["entryDay": "", "exitCode": "W"]) { $1 }
      let with = key.merging(["entryDay": "738000", "exitCode": "W"]) { $1 }
      #expect(
        try await tenant.write(.schoolEnrollment, [without, with]) == [.accepted, .accepted])
      #expect(
        try await tenant.write(.schoolEnrollment, [key.merging(["exitCode": "X"]) { $1 }]) == [
          .updated
        ])
      #expect(
        try await tenant.rows(of: .schoolEnrollment, ["entryDay", "exitCode"]) == [
          ["", "X"], ["738000", "W"],
        ])
    },
    Promise("records keyed by where they came from stand side by side") { store in
      let tenant = try await store.makeTenant("demo")
      let row = ["student": "S1", "credential": "C1", "passed": "1"]
      #expect(try await tenant.write(.credentialAttempt, [row, row]) == [.accepted, .accepted])
      #expect(try await tenant.write(.credentialAttempt, [row]) == [.accepted])
      #expect(try await tenant.count(of: .credentialAttempt) == 3)
    },
    Promise("texts that only look alike are different") { store in
      let tenant = try await store.makeTenant("demo")
      let (composed, decomposed) = ("Caf\u{E9}", "Cafe\u{301}")
      _ = try await tenant.write(.program, [["id": composed, "title": composed]])
      #expect(
        try await tenant.write(.program, [["id": composed, "title": decomposed]]) == [.updated])
      #expect(try await tenant.write(.program, [["id": decomposed]]) == [.accepted])
    },
  ]

  /// About what checks read.
  static let lookups = [
    Promise("records come in the order of their keys, those of wanted students alone") { store in
      let tenant = try await store.makeTenant("demo")
      let rows = [("2022", "S2"), ("2021", "S1"), ("2022", "S1"), ("2022", "S3")].map {
        ["year": $0, "student": $1, "school": "O1", "entryDay": ""]
      }
      _ = try await tenant.write(.schoolEnrollment, rows)
      let fields = ["year", "student"]
      #expect(
        try await tenant.rows(of: .schoolEnrollment, fields).map { $0.joined(separator: " ") }
          == ["2021 S1", "2022 S2", "2022 S1", "2022 S3"])
      #expect(
        try await tenant.rows(
          of: .schoolEnrollment, fields, year: 2022, students: ["S1", "S3", "S9"])
          == [["2022", "S1"], ["2022", "S3"]])
    },
    Promise("only wanted students have numbers, and no other gets one of theirs") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(.student, ["S1", "S2", "S3"].map { ["id": $0] })
      let session = try await tenant.beginWriting()
      var students = try await session.keys(students: ["S2", "S9"])[.student]
      #expect(students.knownNumber(for: "S2") == 2)
      #expect(students.knownNumber(for: "S1") == nil)
      #expect(students.number(for: "S9") == 4)
      #expect(try await session.studentCount() == 3)
      await session.rollback()
    },
    Promise("free texts become words, and missing ones don't") { store in
      let tenant = try await store.makeTenant("demo")
      _ = try await tenant.write(
        .student, [["id": "S1", "lastName": "Sample"], ["id": "S2", "lastName": ""]])
      let session = try await tenant.beginWriting()
      #expect(try await session.keys(students: nil)[.word].count == 0)
      #expect(try await session.rows(of: .student, ["lastName"]) == [["Sample"], [""]])
      await session.rollback()
    },
  ]
}
