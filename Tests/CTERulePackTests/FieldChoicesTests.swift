import BundledRulePacks
import CTEModel
import CTERulePack
import Testing

struct FieldChoicesTests {
  private static let record = "records/credential-attempt.yaml"

  /// What is offered for the fields of a credential, in words.
  private static func words(_ pack: RulePack) -> [String] {
    let type = RecordType.credentialAttempt
    return (pack.records[type]?.choices ?? []).map { choices in
      let found = choices.type
      let conditions = choices.conditions.map { field, value in
        switch value {
        case .own(let own): "\(found.fields[field].name)=\(type.fields[own].name)"
        case .year: "\(found.fields[field].name) is entered"
        case .lookup(let name, _): "through \(name)"
        }
      }
      let label = choices.label.map { " as \(found.fields[$0].name)" } ?? ""
      return
        "\(type.fields[choices.field].name) from \(found.name).\(found.fields[choices.source].name)\(label): "
        + conditions.joined(separator: ", ")
    }
  }

  @Test func `choices stand in the order of the pack, and plain year is the one being entered`()
    throws
  {
    let fixture = try PackFixture()
    #expect(
      try Self.words(fixture.load()) == [
        "program from courseEnrollment.program: student=student, year is entered",
        "credentialCode from credentialListing.code as credential: program=program, year is entered",
      ])
  }

  @Test(arguments: [
    ("{student: student, year: this.year}", "student=student, year=year"),
    ("{school: school}", "school=school"), ("{}", ""),
  ])
  func `choices ask for the record's own values, or for none`(conditions: String, words: String)
    throws
  {
    let fixture = try PackFixture()
    try fixture.change(
      "{student: student, year: year}}\n  credentialCode", to: "\(conditions)}\n  credentialCode",
      in: Self.record)
    #expect(
      try Self.words(fixture.load()).first == "program from courseEnrollment.program: \(words)")
  }

  @Test func `where nothing is asked for, all records of the type count`() throws {
    let fixture = try PackFixture()
    try fixture.change(
      ", where: {student: student, year: year}}\n  credentialCode", to: "}\n  credentialCode",
      in: Self.record)
    #expect(try Self.words(fixture.load()).first == "program from courseEnrollment.program: ")
  }

  @Test func `a shipped pack offers what the screens of its portal do`() throws {
    let pack = try RulePack.load(
      "arizona", year: FiscalYear(2022), from: BundledRulePacks.library())
    #expect(
      Self.words(pack) == [
        "program from courseEnrollment.program: student=student, school=school, year is entered",
        "course from courseEnrollment.course: student=student, school=school, program=program, year is entered",
        "provider from courseOffering.provider: school=school, program=program, course=course, year is entered",
        "credentialCode from credentialListing.code as credential: program=program, year is entered",
      ])
  }
}
