import Foundation
import Testing

struct PackExplainTests {
  private func explain(_ name: String, _ arguments: String...) throws -> Program.Result {
    try Program().run(["pack", "explain", "arizona", name, "--year", "2021"] + arguments)
  }

  @Test(arguments: [
    ("parameters.weeks.min", "parameter part weeks.min\n  4, since 2021\n"),
    ("{parameters.weeks.min}", "parameter part weeks.min\n  4, since 2021\n"),
    ("weeks.min", "parameter part weeks.min\n  4, since 2021\n"),
    ("parameters.weeks", "parameter weeks\n  {min: 4, max: 52}, since 2021\n"),
    ("courseKinds", "code list course-kinds\n"),
    ("codes.courseKinds", "code list course-kinds\n"),
    ("dce", "code course-kinds.diversifiedCooperative\n  diversified cooperative education\n"),
    ("SUID", "column enrollment-articulated.SUID\n  {title: SUID, field: student, required: true}"),
    ("Pass/Fail", "column credential-upload.Pass/Fail\n"),
    ("courseEnrollment", "record type courseEnrollment\n  A student in a course of a program"),
    ("course-enrollment", "record type courseEnrollment\n"),
    ("this.minutesPerWeek", "field courseEnrollment.minutesPerWeek\n"),
  ])
  func `a name is known as people see it`(name: String, words: String) throws {
    let told = try explain(name)
    #expect(told.exitCode == 0, "\(told.trouble)")
    #expect(told.output.hasPrefix(words), "\(told.output)")
  }

  @Test func `a rule is known by its name in reports, and shows what it asks and says`() throws {
    let told = try explain("arizona:enrollment/weeks-out-of-range")
    #expect(
      told.output.hasPrefix(
        """
        rule enrollment/weeks-out-of-range
          The course takes fewer or more weeks than it may.
          appliesTo: courseEnrollment
          severity: error
          require: weeks >= parameters.weeks.min && weeks <= parameters.weeks.max
          message: {weeks} weeks are outside the range allowed
        """), "\(told.output)")
    #expect(try explain("perkins:enrollment/weeks-out-of-range").exitCode == 2)
  }

  @Test(arguments: [
    ("credential-upload", "\n  titles: FiscalYear, School of Residence CTDS, Program Number"),
    ("course-kinds", "\n  codes: regular, internship, cooperative, diversifiedCooperative\n"),
    ("courses", "\n  coverage: partial\n"),
    ("cooperative", "\n  aliases: coop, COOP, Cooperative Education\n"),
  ])
  func `formats, code lists, lists and codes show what is in them`(name: String, words: String)
    throws
  {
    let told = try explain(name)
    #expect(told.output.contains(words), "\(told.output)")
  }

  @Test func `JSON says null where there is no value, and in which years there is one`() throws {
    let told = try Program().run(
      "pack", "explain", "arizona", "Number of Weeks", "--year", "2022", "--output", "json")
    #expect(told.output.contains("\"value\" : null"), "\(told.output)\(told.trouble)")
    #expect(told.output.contains("\"otherYears\" : [\n      2021\n    ]"), "\(told.output)")
    let rule = try explain("weeks-out-of-range", "--output", "json")
    #expect(rule.output.contains("\"severity\" : \"error\""))
    #expect(!rule.output.contains("otherYears"))
  }

  @Test(arguments: ["", "  "])
  func `an empty name is wrong usage`(name: String) throws {
    let told = try explain(name)
    #expect(told.exitCode == 64 && told.trouble.contains("say what is to be explained"))
  }

  @Test(arguments: ["21", "20211", "0001", "9999", "+021", "year"])
  func `what is no year is told with what one is`(year: String) throws {
    let told = try Program().run("pack", "explain", "arizona", "weeks", "--year", year)
    #expect(told.exitCode == 64)
    #expect(told.trouble.contains(": a year has four digits, such as 2026"), "\(told.trouble)")
  }
}
