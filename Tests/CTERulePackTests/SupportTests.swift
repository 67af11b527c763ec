import BundledRulePacks
import CTEModel
import CTERulePack
import Testing

struct SupportTests {
  private static let record = "records/credential-attempt.yaml"

  /// What records of a type rest on, in words.
  private static func words(_ pack: RulePack, _ type: RecordType = .credentialAttempt) -> [String] {
    (pack.records[type]?.restsOn ?? []).map { support in
      let conditions = support.conditions.map { field, own in
        "\(support.type.fields[field].name)=\(type.fields[own].name)"
      }
      return "\(support.name) \(support.type.name): \(conditions.joined(separator: " "))"
    }
  }

  @Test(arguments: ["year", "this.year"])
  func `the year of what a record rests on is the record's own`(year: String) throws {
    let fixture = try PackFixture()
    try fixture.change(
      "program: program, year: year}}\nchoices", to: "year: \(year)}}\nchoices", in: Self.record)
    #expect(
      try Self.words(fixture.load())
        == ["enrollment courseEnrollment: student=student year=year"])
  }

  @Test func `a record may rest on several, and they on others`() throws {
    let fixture = try PackFixture()
    try fixture.change(
      "restsOn:\n", to: "restsOn:\n  person: {record: student, where: {id: student}}\n",
      in: Self.record)
    let enrollment = """
      summary: A student in a course.
      source: manual, 4
      restsOn:
        person: {record: student, where: {id: student}}

      """
    try fixture.write(enrollment, to: "records/course-enrollment.yaml")
    let pack = try fixture.load()
    #expect(
      Self.words(pack).map { $0.prefix { $0 != ":" } } == [
        "person student", "enrollment courseEnrollment",
      ])
    #expect(Self.words(pack, .courseEnrollment) == ["person student: id=student"])
    #expect(Self.words(pack, .student).isEmpty)
  }

  @Test func `a circle is told of each record in it, and of no other`() throws {
    let fixture = try PackFixture()
    for (file, found) in [
      ("course-enrollment", "schoolEnrollment, where: {student: student}"),
      ("school-enrollment", "student, where: {id: student}"),
      ("student", "courseEnrollment, where: {student: id}"),
    ] {
      try fixture.write(
        "summary: A record.\nsource: manual, 4\nrestsOn: {other: {record: \(found)}}\n",
        to: "records/\(file).yaml")
    }
    let issues = try fixture.issues().split(separator: "\n").filter { $0.hasPrefix("lakeland") }
    #expect(
      issues.map { $0.split(separator: ": ").last } == [
        "courseEnrollment rests on itself, through schoolEnrollment",
        "schoolEnrollment rests on itself, through student",
        "student rests on itself, through courseEnrollment",
      ])
  }

  @Test func `a credential rests on the enrollment in its course`() throws {
    let pack = try RulePack.load(
      "arizona", year: FiscalYear(2022), from: BundledRulePacks.library())
    #expect(
      Self.words(pack) == [
        "enrollment courseEnrollment: student=student school=school program=program course=course year=year"
      ])
  }
}
