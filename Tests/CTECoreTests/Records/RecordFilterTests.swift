import CTECore
import Testing

struct RecordFilterTests {
  @Test(arguments: [
    (["credits": "0.5"], 1), (["credits": "0.50"], 1), (["credits": "1"], 1), (["credits": "2"], 0),
    (["credits": ""], 0), (["year": "2026", "student": "000001"], 1), (["year": "1999"], 0),
    (["student": "000099"], 0),
  ])
  func `records are asked for by values as they are written`(
    filter: [String: String], count: Int
  ) async throws {
    try await ChangeDemo.run { demo in
      let submission = try await demo.enroll(
        "2026 000001 P2 S1 C1 0.5", "2026 000002 P2 S1 C1 1")
      let found = try await demo.tenant.records(of: .courseEnrollment, where: filter)
      #expect(found.filter { $0.id.submission == submission }.count == count)
    }
  }

  @Test(arguments: [
    (RecordType.credentialAttempt, "passed", "Yes", "true or false"),
    (.credentialAttempt, "day", "05/11/2022", "a day as yyyy-mm-dd"),
    (.credentialAttempt, "year", "x", "a year with four digits, such as 2026"),
    (.courseEnrollment, "weeks", "many", "a whole number"),
    (
      .courseEnrollment, "credits", "0.125", "a number with at most two decimal places, such as 0.5"
    ),
  ])
  func `a text that is no value of its field is told, without the text`(
    type: RecordType, field: String, text: String, form: String
  ) async throws {
    try await ChangeDemo.run { demo in
      let error = await #expect(throws: ChangeError.self) {
        try await demo.tenant.records(of: type, where: [field: text])
      }
      #expect(error?.message == "the text is no value of '\(field)'; write \(form)")
    }
  }
}
