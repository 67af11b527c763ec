import BundledRulePacks
import CTEModel
import CTERulePack
import Testing

struct EntryFormatTests {
  private static func arizona() throws -> RulePack {
    try .load("arizona", year: FiscalYear(2022), from: BundledRulePacks.library())
  }

  private static func entry(
    _ fields: Set<String>, of type: RecordType
  ) throws -> ImportFormat {
    try #require(try arizona().records[type]).entryFormat(carrying: fields)
  }

  private static func form(of field: String, of type: RecordType) throws -> CellForm? {
    let plan = try #require(try entry([field], of: type).records.first)
    guard let place = type.index(of: field), case .cell(0, let form) = plan.sources[place] else {
      return nil
    }
    return form
  }

  @Test func `a column of an entry is called as its field, and no other is taken`() throws {
    let entry = try Self.entry(["day", "student", "year"], of: .credentialAttempt)
    #expect(entry.columns.map(\.titles) == [["student"], ["year"], ["day"]])
    #expect(entry.columns.allSatisfy { $0.isRequired })
    #expect(!entry.isTrusted && entry.kinds.isEmpty && entry.rowKinds.isEmpty)
    #expect(FormatMatch(entry, titles: ["day", "student", "year"]).fits)
    for titles in [
      ["student", "year"], ["day", "student", "year", "school"], ["Day", "student", "year"],
    ] {
      #expect(!FormatMatch(entry, titles: titles).fits, "\(titles)")
    }
  }

  @Test(arguments: [
    ("student", CellForm.digits(10, restoresZeros: true, .student)),
    ("year", .year), ("day", .day(.yearMonthDay)),
    (
      "passed",
      .boolean([Choice(text: "true", meaning: true), Choice(text: "false", meaning: false)])
    ),
    ("credentialCode", .name(maximumLength: 20, ignoresCaseAndBlanks: false, .credentialCode)),
    ("certificateNumber", .text(maximumLength: 50)), ("suggestedTitle", .text(maximumLength: 1000)),
    ("category", .name(maximumLength: 200, ignoresCaseAndBlanks: false, .word)),
  ])
  func `a cell of an entry is written as its field says`(field: String, form: CellForm) throws {
    #expect(try Self.form(of: field, of: .credentialAttempt) == form)
  }

  @Test func `words of an entry are codes and what stands for them, numbers as in files`() throws {
    let kinds = try #require(try Self.arizona().codeLists["course-kinds"])
    let words = try #require(try Self.form(of: "kind", of: .course))
    guard case .words(let choices) = words else {
      Issue.record("\(words)")
      return
    }
    #expect(Set(choices.map(\.text)) == Set(kinds.codes).union(kinds.aliases.keys))
    #expect(try Self.form(of: "credits", of: .courseEnrollment) == .hundredths(maximumDigits: 7))
    #expect(try Self.form(of: "weeks", of: .courseEnrollment) == .integer(maximumDigits: 9))
  }

  @Test(arguments: [
    ("credential", RecordType.credentialAttempt), ("specialPopulations", .student),
    ("suid", .student),
  ])
  func `what is derived, a set or no field is no column`(field: String, type: RecordType) throws {
    let entry = try Self.entry([field], of: type)
    #expect(
      entry.columns.isEmpty && entry.records.allSatisfy { $0.sources.allSatisfy { $0 == nil } })
  }

  @Test func `a value must be there where the record says so, or is known by it`() throws {
    let all = Set(RecordType.credentialAttempt.fields.map(\.name))
    let attempt = try #require(try Self.entry(all, of: .credentialAttempt).records.first)
    let needed = attempt.required.sorted().map { attempt.type.fields[$0].name }
    #expect(
      needed == [
        "student", "year", "school", "program", "course", "provider", "credentialCode", "day",
        "passed", "studentBirthDay",
      ])
    // The pack says nothing of an enrollment's year, by which it is known.
    let enrollment = try #require(
      try Self.entry(["year", "period"], of: .courseEnrollment).records.first)
    #expect(enrollment.required.map { enrollment.type.fields[$0].name } == ["year"])
  }
}
