import CTEModel
import CTERulePack
import CTEStore

extension StoreContract {
  /// About what becomes of records.
  static let records = [
    StorePromise("a record is new once, and unchanged when it comes again") { store in
      let tenant = try await store.makeTenant("demo")
      let rows = [["id": "P1", "title": "Accounting"], ["id": "P2", "title": "Culinary Arts"]]
      try await expect(
        tenant.write(.program, rows), equals: [.accepted, .accepted], "what became of new records")
      try await expect(
        tenant.write(.program, rows), equals: [.unchanged, .unchanged],
        "what became of the same records")
      try await expect(tenant.count(of: .program), equals: 2, "the number of programs")
    },
    StorePromise("a later change replaces only what it carries, also with nothing") { store in
      let tenant = try await store.makeTenant("demo")
      let fields = ["id", "title", "cip"]
      _ = try await tenant.write(.program, [["id": "P1", "title": "Acounting", "cip": "52.03"]])
      try await expect(
        tenant.write(.program, [["id": "P1", "title": "Accounting"]]), equals: [.updated],
        "what became of a record with another title")
      try await expect(
        tenant.rows(of: .program, fields), equals: [["P1", "Accounting", "52.03"]],
        "the record with another title")
      try await expect(
        tenant.write(.program, [["id": "P1", "cip": ""]]), equals: [.updated],
        "what became of a record whose code is taken away")
      try await expect(
        tenant.rows(of: .program, fields), equals: [["P1", "Accounting", ""]],
        "the record whose code is taken away")
      try await expect(
        tenant.write(.program, [["id": "P1"]]), equals: [.unchanged],
        "what became of a record that carries nothing but its key")
    },
    StorePromise("of the records of one key in a file, the last one stands") { store in
      let tenant = try await store.makeTenant("demo")
      let rows = ["One", "Two", "Three"].map { ["id": "P1", "title": $0] }
      try await expect(
        tenant.write(.program, rows), equals: [.unchanged, .unchanged, .accepted],
        "what became of the records")
      try await expect(tenant.rows(of: .program, ["title"]), equals: [["Three"]], "the title")
      try await expect(
        tenant.write(.program, rows), equals: [.unchanged, .unchanged, .unchanged],
        "what became of the same records")
    },
    StorePromise("a part of the key may be missing, and tells records apart") { store in
      let tenant = try await store.makeTenant("demo")
      let key = ["year": "2022", "student": "S1", "school": "O1"]
      let without = key.merging(["entryDay": "", "exitCode": "W"]) { $1 }
      let with = key.merging(["entryDay": "738000", "exitCode": "W"]) { $1 }
      try await expect(
        tenant.write(.schoolEnrollment, [without, with]), equals: [.accepted, .accepted],
        "what became of a record without a day and one with it")
      try await expect(
        tenant.write(.schoolEnrollment, [key.merging(["exitCode": "X"]) { $1 }]),
        equals: [.updated], "what became of the record without a day")
      try await expect(
        tenant.rows(of: .schoolEnrollment, ["entryDay", "exitCode"]),
        equals: [["", "X"], ["738000", "W"]], "both records")
    },
    StorePromise("records keyed by where they came from stand side by side") { store in
      let tenant = try await store.makeTenant("demo")
      let row = ["student": "S1", "credential": "C1", "passed": "1"]
      try await expect(
        tenant.write(.credentialAttempt, [row, row]), equals: [.accepted, .accepted],
        "what became of two equal rows")
      try await expect(
        tenant.write(.credentialAttempt, [row]), equals: [.accepted],
        "what became of an equal row of the next file")
      try await expect(tenant.count(of: .credentialAttempt), equals: 3, "the number of attempts")
    },
    StorePromise("texts that only look alike are different") { store in
      let tenant = try await store.makeTenant("demo")
      let (composed, decomposed) = ("Caf\u{E9}", "Cafe\u{301}")
      _ = try await tenant.write(.program, [["id": composed, "title": composed]])
      try await expect(
        tenant.write(.program, [["id": composed, "title": decomposed]]), equals: [.updated],
        "what became of a record whose title only looks the same")
      try await expect(
        tenant.write(.program, [["id": decomposed]]), equals: [.accepted],
        "what became of a record whose key only looks the same")
    },
  ]
}
