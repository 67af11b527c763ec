import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About records that are asked for with where they come from.
  static let queries = [
    StorePromise("records come page by page, in the order of their keys") { store in
      let tenant = try await store.makeTenant("demo")
      let rows = ["S2 738002", "S1 738001", "S1 ", "S3 738000", "S2 "].map { row in
        let parts = row.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return ["year": "2022", "student": parts[0], "school": "O1", "entryDay": parts[1]]
      }
      _ = try await tenant.write(.schoolEnrollment, rows)
      _ = try await tenant.write(
        .credentialAttempt,
        ["S2", "S1", "S2", "S1", "S2"].map { ["student": $0, "credential": "C1"] })
      let session = try await tenant.beginReading()
      for type in [RecordType.schoolEnrollment, .credentialAttempt] {
        let all = try await session.records(of: type)
        try expect(all.count, equals: 5, "how many records of the type \(type.name) there are")
        try expect(all.map(\.key), equals: all.map(\.key).sorted(), "the keys of all, in order")
        var query = RecordQuery(type, limit: 2)
        for start in [0, 2, 4] {
          try await expect(
            session.records(query), equals: Array(all[start..<min(start + 2, 5)]),
            "the page after \(start) records of the type \(type.name)")
          query.start = all[min(start + 1, 4)].key
        }
        try await expect(session.records(query), equals: [], "the page after the last")
      }
      await session.end()
    },
    StorePromise("records are found by what their fields have, also by nothing") { store in
      let tenant = try await store.makeTenant("demo")
      let rows = [("S1", "", ""), ("S2", "738000", ""), ("S3", "738000", "W"), ("S4", "", "W")]
      _ = try await tenant.write(
        .schoolEnrollment,
        rows.map {
          ["year": "2022", "student": $0, "school": "O1", "entryDay": $1, "exitCode": $2]
        })
      let (day, code) = ("entryDay", "exitCode")
      let word: Int32 = 1
      let cases: [(wish: [String: Int32], students: [String])] = [
        ([:], ["S1", "S2", "S3", "S4"]), ([day: 738_000], ["S2", "S3"]),
        ([code: word], ["S3", "S4"]), ([day: missingCode], ["S1", "S4"]),
        ([code: missingCode], ["S1", "S2"]), ([day: missingCode, code: missingCode], ["S1"]),
        ([day: 738_000, code: word], ["S3"]), ([day: 738_001], []), ([code: 9], []),
      ]
      let session = try await tenant.beginReading()
      for (wish, students) in cases {
        var query = RecordQuery(.schoolEnrollment)
        query.conditions = wish.sorted { $0.key < $1.key }.compactMap { name, code in
          RecordType.schoolEnrollment.index(of: name).map { ($0, code) }
        }
        try await expect(
          session.texts(of: session.records(query), ["student"]), equals: students.map { [$0] },
          "the students of records with \(wish.keys.sorted()) of \(wish.values.sorted())")
      }
      await session.end()
    },
    StorePromise("records are found by the submission that brought them, and by their names") {
      store in
      let tenant = try await store.makeTenant("demo")
      let attempt = ["student": "S1", "credential": "C1"]
      for _ in 1...2 { _ = try await tenant.write(.credentialAttempt, [attempt, attempt]) }
      try await tenant.entering { _ = try await $0.enter(.credentialAttempt, attempt) }
      let session = try await tenant.beginReading()
      for (submission, names) in [(0, ["e4"]), (1, ["1-2", "1-3"]), (2, ["2-2", "2-3"]), (3, [])] {
        var query = RecordQuery(.credentialAttempt)
        query.submission = submission
        try await expect(
          session.records(query).map(\.id.description), equals: names,
          "the names of the records of submission \(submission)")
      }
      for (name, found) in [("e4", ["e4"]), ("2-3", ["2-3"]), ("2-4", []), ("e3", [])] {
        let id = RecordID(name) ?? RecordID(submission: 0, row: 0)
        try await expect(
          session.records(RecordQuery(.credentialAttempt, id: id)).map(\.id.description),
          equals: found, "the names of the records of the name \(name)")
      }
      await session.end()
    },
    StorePromise("each list of codes has its own answer, in the order in which they are asked") {
      store in
      let tenant = try await store.makeTenant("demo")
      let rows = [("S1", "P1"), ("S2", "P1"), ("S1", "P2"), ("S1", "")].map {
        ["student": $0, "credential": "C1", "program": $1]
      }
      _ = try await tenant.write(.credentialAttempt, rows)
      let type = RecordType.credentialAttempt
      let fields = ["program", "student"].compactMap { type.index(of: $0) }
      let session = try await tenant.beginReading()
      let answers = try await session.records(
        of: type, where: fields,
        are: [[2, 1], [1, 2], [missingCode, 1], [1, 9], [missingCode, 2], [2, 1]])
      try expect(
        answers.map { $0.map(\.id.description) },
        equals: [["1-4"], ["1-3"], ["1-5"], [], [], ["1-4"]], "the names of the records of each")
      try await expect(
        session.records(of: type, where: [0], are: [[1]]).map { $0.map(\.id.description) },
        equals: [["1-2", "1-4", "1-5"]], "the names of a student's records")
      try await expect(
        session.records(of: type, where: fields, are: []), equals: [], "the answers to nothing")
      await session.end()
    },
    StorePromise("texts are those of the numbers that stand for some") { store in
      let tenant = try await store.makeTenant("demo")
      let names = ["Caf\u{E9}", "Cafe\u{301}", "one, two"]
      _ = try await tenant.write(.program, names.map { ["id": $0] })
      let session = try await tenant.beginReading()
      for (numbers, texts) in [
        ([1, 3], [1: names[0], 3: names[2]]), ([2], [2: names[1]]), ([0, 4, missingCode], [:]),
        ([], [:]),
      ] as [([Int32], [Int32: String])] {
        try await expect(
          session.texts(of: .program, numbers).mapValues { Array($0.utf8) },
          equals: texts.mapValues { Array($0.utf8) }, "the texts of the numbers \(numbers)")
      }
      try await expect(session.texts(of: .course, [1]), equals: [:], "the text of another domain")
      await session.end()
    },
  ]
}
