import CTECore
import CTEStoreSQLite
import Foundation
import Testing

struct ImportTests {
  @Test func `a row without a mistake is accepted, and its record is there`() async throws {
    let demo = try await Demo()
    let before = try await demo.tenant.count(of: .credentialAttempt)
    let report = try await demo.importing(Upload.titles + Upload.row())
    #expect(report.state == .committed)
    #expect(report.counts.read == 1 && report.counts.accepted == 1)
    #expect(report.findings.isEmpty)
    #expect(try await demo.tenant.count(of: .credentialAttempt) == before + 1)
  }

  @Test(arguments: [
    (Upload.row(year: "2021"), "A2", "arizona:submission/fiscal-year-differs"),
    (Upload.row(year: "22"), "A2", "cell/not-a-year"),
    (Upload.row(school: "99-04-01-101"), "B2", "cell/not-digits"),
    (Upload.row(program: "12050000"), "C2", "arizona:credential/program-not-enrolled"),
    (Upload.row(course: "12050010"), "D2", "arizona:credential/course-not-of-program"),
    (Upload.row(course: "52030075"), "D2", "arizona:credential/course-not-enrolled"),
    (Upload.row(provider: "990801001"), "E2", "arizona:credential/provider-not-on-sequence"),
    (Upload.row(student: "0099999999"), "F2", "arizona:student/unknown"),
    (Upload.row(birthDay: "01/16/2005"), "G2", "arizona:student/birth-date-differs"),
    (Upload.row(birthDay: ""), "G2", "cell/missing"),
    (Upload.row(day: "02/30/2022"), "H2", "cell/not-a-day"),
    (Upload.row(passed: "y"), "I2", "cell/not-listed"),
    (Upload.row(code: "S201"), "J2", "arizona:credential/not-listed"),
    (Upload.row(code: String(repeating: "x", count: 21)), "J2", "cell/too-long"),
    (Upload.row(certificate: String(repeating: "x", count: 51)), "K2", "cell/too-long"),
    (Upload.row(certificate: "a,b"), "L2", "row/too-many-cells"),
    (
      Upload.row(student: "0009900001", birthDay: "03/09/2004"), "J2",
      "arizona:credential/already-recorded"
    ),
  ])
  func `a mistake makes one finding, at its cell, and nothing is written`(
    row: String, cell: String, rule: String
  ) async throws {
    let demo = try await Demo()
    let before = try await demo.tenant.count(of: .credentialAttempt)
    let report = try await demo.importing(Upload.titles + row)
    #expect(report.findings.map(\.cell) == [cell])
    #expect(report.findings.map(\.rule.name) == [rule])
    #expect(report.counts.rejected == 1)
    #expect(try await demo.tenant.count(of: .credentialAttempt) == before)
  }

  @Test func `the first of two rows for a credential is accepted, the other refused`() async throws
  {
    let demo = try await Demo()
    let report = try await demo.importing(
      Upload.titles + Upload.row(day: "04/14/2022") + Upload.row(day: "04/15/2022"))
    #expect(report.counts.accepted == 1)
    #expect(report.findings.map(\.rule.name) == ["arizona:credential/repeated-in-file"])
    #expect(report.findings.map(\.row) == [3])
  }

  @Test func `a credential is the same under the code of another program`() async throws {
    let demo = try await Demo()
    let enrollment = """
      fiscal_year,ctds,suid,term,program,course,credits
      2022,990401101,9900003,1,12050000,12050010,0.5

      """
    _ = try await demo.importing(enrollment)
    let report = try await demo.importing(
      Upload.titles + Upload.row(code: "S102")
        + Upload.row(program: "12050000", course: "12050010", code: "S203"))
    #expect(report.findings.map(\.rule.name) == ["arizona:credential/repeated-in-file"])
  }

  @Test func `a row that is equal to an earlier one is unchanged, and no mistake`() async throws {
    let demo = try await Demo()
    let report = try await demo.importing(Upload.titles + Upload.row() + Upload.row())
    #expect(report.counts.accepted == 1 && report.counts.unchanged == 1)
    #expect(report.findings.isEmpty)
  }

  @Test func `a refused row takes no identity from a right one that follows`() async throws {
    let demo = try await Demo()
    let report = try await demo.importing(Upload.titles + Upload.row(passed: "?") + Upload.row())
    #expect(report.counts.accepted == 1 && report.counts.rejected == 1)
  }

  @Test func `a comma too many makes one finding, wherever it stands`() async throws {
    let demo = try await Demo()
    let report = try await demo.importing(
      Upload.titles + Upload.row(school: "990401101,x", certificate: "SB-1"))
    #expect(report.findings.map(\.rule.name) == ["row/too-many-cells"])
    #expect(report.counts.rejected == 1)
  }

  @Test func `one cause makes one finding, however many rules rest on it`() async throws {
    let demo = try await Demo()
    let row = Upload.row(
      program: "12050000", course: "12050020", provider: "990401101", code: "S999")
    let report = try await demo.importing(Upload.titles + row)
    #expect(report.findings.map(\.rule.name) == ["arizona:credential/program-not-enrolled"])
  }

  @Test func `two causes in one row make two findings, in the order of their columns`() async throws
  {
    let demo = try await Demo()
    let report = try await demo.importing(
      Upload.titles + Upload.row(birthDay: "01/16/2005", passed: "?", code: "S999"))
    #expect(report.findings.map(\.cell) == ["G2", "I2", "J2"])
  }

  @Test func `the sample file finds every kind of mistake, each in its own cell`() async throws {
    let demo = try await Demo()
    let report = try await demo.load("upload")
    #expect(report.counts.accepted == 5 && report.counts.rejected == 19)
    #expect(report.findings.map(\.row) == Array(6...21) + [23, 24, 25])
    #expect(Set(report.findings.map(\.rule)).count == 18)
    #expect(report.outcomes.filter { $0.status == .failed }.map(\.count).reduce(0, +) == 19)
  }
}

struct LargeStoreTests {
  static let roster =
    "suid,first_name,middle_name,last_name,birth_date,zip,ssn4,gender,race,ctds,graduated,"
    + "sp_disability,sp_econ,sp_nontrad,sp_single_parent,sp_el,sp_homeless,sp_foster,sp_military,"
    + "sp_migrant,exit_code\n"

  @Test func `a few rows against many students are judged as they are against few`() async throws {
    let rows =
      Upload.row() + Upload.row(day: "04/15/2022") + Upload.row(student: "0099999999")
      + Upload.row(student: "0009900001", birthDay: "03/09/2004")
      + Upload.row(student: "0009900005", birthDay: "08/03/2004")
      + Upload.row(course: "52030075", student: "0009900005", birthDay: "08/02/2004")
    var results: [[String]] = []
    for others in [0, 500] {
      let demo = try await Demo()
      if others > 0 {
        let more = (0..<others).map {
          "\(8_800_000 + $0),Other,,Sample,2005-01-01,,,F,,990401101,0,0,0,0,0,0,0,0,0,0,\n"
        }
        _ = try await demo.importing(Self.roster + more.joined())
      }
      let report = try await demo.importing(Upload.titles + rows)
      let again = try await demo.importing(Upload.titles + rows)
      #expect(again.state == .unchanged)
      results.append(
        report.findings.map { "\($0.cell) \($0.rule) \($0.message)" } + ["\(report.counts)"])
    }
    #expect(results[0].count == 6)
    #expect(results[0] == results[1])
  }
}

struct RepeatedImportTests {
  @Test func `the same file again changes nothing and says so`() async throws {
    let demo = try await Demo()
    let first = try await demo.load("upload")
    let again = try await demo.load("upload")
    #expect(first.state == .committed && again.state == .unchanged)
    #expect(again.submission == first.submission)
    #expect(again.counts.unchanged == first.counts.accepted)
    #expect(again.counts.accepted == 0 && again.counts.rejected == first.counts.rejected)
    #expect(try await demo.tenant.submissions().count == Demo.lists.count + 1)
  }

  @Test func `a corrected whole file has its corrected rows accepted and the rest unchanged`()
    async throws
  {
    let demo = try await Demo()
    let right = Upload.row() + Upload.row(student: "0009900005", birthDay: "08/02/2004")
    let first = try await demo.importing(Upload.titles + right + Upload.row(code: "S10"))
    #expect(first.counts.accepted == 2 && first.counts.rejected == 1)
    let second = try await demo.importing(Upload.titles + right + Upload.row(code: "S102"))
    #expect(second.state == .committed)
    #expect(second.counts.unchanged == 2 && second.counts.accepted == 1)
    #expect(second.counts.rejected == 0)
  }

  @Test(arguments: Demo.lists)
  func `a list that is loaded again is unchanged`(list: String) async throws {
    let demo = try await Demo()
    let report = try await demo.load(list)
    #expect(report.state == .unchanged)
    #expect(report.counts.unchanged == report.counts.read)
  }

  @Test func `a list with other content updates what differs`() async throws {
    let demo = try await Demo()
    let report = try await demo.importing(
      "program,name\n52030000,Accounting\n12050000,Culinary Arts and Hospitality\n")
    #expect(report.counts.unchanged == 1 && report.counts.updated == 1)
  }

  @Test func `a list with one key in two forms is unchanged when it comes again`() async throws {
    let demo = try await Demo()
    let list = """
      fiscal_year,program,code,name
      2022,52030000,S301,Sample Ledger
      2022,12050000,S302,SAMPLE  LEDGER

      """
    let first = try await demo.importing(list)
    let again = try await demo.importing(list)
    #expect(first.counts.accepted == 2)
    #expect(again.state == .unchanged && again.counts.updated == 0)
  }

  @Test func `an old code says nothing of this year's credential of the same code`() async throws {
    let demo = try await Demo()
    let history = """
      fiscal_year,ctds,program,course,taught_by,suid,birth_date,test_date,passed,code,license,source_row
      2019,990401101,52030000,52030010,990401101,9900003,2005-01-15,2019-04-01,1,S101,,0

      """
    #expect(try await demo.importing(history).counts.accepted == 1)
    #expect(try await demo.importing(Upload.titles + Upload.row(code: "S101")).counts.accepted == 1)
  }

  @Test func `a roster with some columns of a set is refused, so that no set shrinks`() async throws
  {
    let demo = try await Demo()
    let roster = """
      suid,first_name,last_name,birth_date,ctds,sp_el
      9900001,Avery,Sample,2004-03-09,990401101,0

      """
    let error = await #expect(throws: IntakeError.self) { try await demo.importing(roster) }
    #expect(error?.code == .wrongTitles)
    let whole = try String(
      contentsOf: Demo.sample.appendingPathComponent("student.csv"), encoding: .utf8)
    let report = try await demo.importing(whole.replacing(",1,0,0,", with: ",x,0,0,"))
    #expect(report.findings.allSatisfy { $0.rule.name == "cell/not-listed" })
    #expect(report.counts.rejected > 0)
  }

  @Test func `history of years before the pack is stored and known again`() async throws {
    let demo = try await Demo()
    let history = """
      fiscal_year,ctds,program,course,taught_by,suid,birth_date,test_date,passed,code,license,source_row
      2019,990401101,52030000,52030010,990401101,9900003,2005-01-15,2019-04-01,1,OLD1,,0
      2019,990401101,52030000,52030010,990401101,9900003,2005-01-15,2019-04-02,0,OLD2,,0

      """
    let first = try await demo.importing(history)
    #expect(first.counts.accepted == 2 && first.findings.isEmpty)
    let again = try await demo.importing(history + "\n")
    #expect(again.counts.unchanged == 2 && again.state == .unchanged)
  }
}
