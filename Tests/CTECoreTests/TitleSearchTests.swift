import CTECore
import CTETestKit
import Foundation
import Testing

/// Which sheet and row of a file is read, and what is said where none can be.
struct TitleSearchTests {
  private static let titles = "Student,Program,Code,Day,Passed"
  private static let row = "000001,P1,A101,2026-02-01,Y"

  private func check(
    _ text: String, as format: String? = nil, with files: [String: String] = [:], year: Int = 2026
  ) throws -> ImportReport {
    try withPassingFolder { folder in
      let pack = try LakelandDemo.pack(in: folder, with: files)
      let file = folder.appendingPathComponent("upload.xlsx")
      try text.write(to: file, atomically: true, encoding: .utf8)
      let loaded = try RulePack.load(
        pack.path, year: FiscalYear(year), from: PackLibrary(folders: []))
      let reading = Reading(kinds: [SampleWorkbook()] + Reading.text.kinds)
      let today = try #require(CalendarDay(year: year, month: 5, day: 1))
      return try Precheck(pack: loaded, today: today).check(
        file.path, format: format, reading: reading)
    }
  }

  @Test(arguments: [
    ("sheet A\n\(titles)\n\(row)", "A", 1),
    ("sheet Instructions\nRead this\nsheet B\n\(titles)\n\(row)", "B", 1),
    ("hidden A\n\(titles)\n\(row)\nsheet B\n\(titles)\n\(row)", "B", 1),
    ("sheet A\n\nCredentials of the year,,\n\n\(titles)\n\(row)", "A", 4),
    ("sheet A\n,,\(titles),,\n,,\(row),,", "A", 1),
    ("sheet A\nPASSED,program,Day,code,student\nY,P1,2026-02-01,A101,000001", "A", 1),
    ("sheet A\n\(titles),Errors (ignored on upload)\n\(row),Student: unknown", "A", 1),
  ])
  func `the first visible sheet with the titles of a format is read`(
    text: String, sheet: String, row: Int
  ) throws {
    let report = try check("WORKBOOK\n" + text)
    #expect(report.place?.sheetName == sheet)
    #expect(report.place?.titlesRow == row)
    #expect(report.format == "credentials")
    #expect(report.counts.read == 1)
    #expect(report.counts.rejected == 0)
    #expect(report.notices.map(\.rule.name) == (row == 1 ? [] : ["file/moved-titles"]))
  }

  @Test func `a second sheet with such titles is told, if it has rows`() throws {
    let sheet = "\(Self.titles)\n\(Self.row)"
    let two = try check("WORKBOOK\nsheet A\n\(sheet)\nsheet B\n\(Self.titles)\nsheet C\n\(sheet)")
    #expect(two.notices.map(\.rule.name) == ["file/other-sheets"])
    #expect(
      two.notices.first?.message
        == "only the sheet 'A' was read; such titles stand in 'C' too")
    #expect(two.counts.read == 1)
  }

  @Test(arguments: [
    (
      "sheet A\n\(titles)\n\(row)", "enrollments",
      "upload.xlsx has the titles of the format credentials, not of enrollments"
    ),
    (
      "sheet Notes\nRead this\nhidden Data\n\(titles)\n\(row)", nil,
      "the sheet 'Data' of upload.xlsx has the titles of credentials, but is hidden; show it and upload the file again"
    ),
    (
      "sheet A\nStudent,Program,Code of  credential,Day,Passed", nil,
      "upload.xlsx fits no format of the pack; nearest is credentials, of which it has 'Student', 'Program', 'Day', 'Passed' but not 'Code'"
    ),
    (
      "sheet A\n Student ,Program,Code", "credentials",
      "the titles of upload.xlsx differ from those of credentials in case, blanks or apostrophes: A1 should be 'Student'"
    ),
    (
      "sheet A\nMark Sample,1,2\nsheet B\n3,4", nil,
      "upload.xlsx fits no format of the pack: no title in its first rows is known; the formats are "
    ),
    (
      "sheet A\n\n\nsheet B", nil,
      "upload.xlsx has no titles: its first 100 rows are empty"
    ),
    ("hidden A\n1", nil, "upload.xlsx has no visible sheet"),
    (
      "sheet A\n\(titles),Code\n\(row),x", "credentials",
      "upload.xlsx has more than one column titled 'Code'; keep one of each"
    ),
    ("sheet A\n\(titles)\n\(row)", "credits", "the pack lakeland has no format 'credits'; "),
  ])
  func `a file without the titles is refused in one sentence that names what was found`(
    text: String, format: String?, message: String
  ) throws {
    let error = #expect(throws: IntakeError.self) { try check("WORKBOOK\n" + text, as: format) }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    #expect(error?.message.contains("Mark Sample") == false)
  }

  @Test func `the template of another year is told by its year`() throws {
    let path = "formats/credentials.yaml"
    let format = try LakelandDemo.changing(
      path,
      [
        (
          "- {title: Code, field: credentialCode, required: true}",
          "- 2025: {title: Old Code, field: credentialCode, required: true}\n    2026: {title: Code, field: credentialCode, required: true}"
        )
      ])
    let text = "WORKBOOK\nsheet A\nStudent,Program,Old Code,Day,Passed\n\(Self.row)"
    #expect(try check(text, with: [path: format], year: 2025).counts.read == 1)
    let error = #expect(throws: IntakeError.self) { try check(text, with: [path: format]) }
    #expect(
      error?.message
        == "upload.xlsx has the titles that the format credentials has in 2025; this is for 2026")
  }

  @Test(arguments: [
    ("matchCase", "STUDENT", true), ("matchCase", "Stu dent", false),
    ("matchBlanks", " Stu\u{A0}dent ", true), ("matchBlanks", "student", false),
  ])
  func `titles may differ in what the format allows`(key: String, title: String, fits: Bool) throws
  {
    let path = "formats/credentials.yaml"
    let format = try LakelandDemo.changing(path, [("matchCase: false", "\(key): false")])
    let text = "WORKBOOK\nsheet A\n\(title),Program,Code,Day,Passed\n\(Self.row)"
    if fits {
      #expect(try check(text, with: [path: format]).counts.read == 1)
    } else {
      #expect(throws: IntakeError.self) { try check(text, with: [path: format]) }
    }
  }

  @Test func `an apostrophe of another kind is taken where the format allows it`() throws {
    let path = "formats/credentials.yaml"
    for (allowed, fits) in [("true", false), ("false", true)] {
      let format = try LakelandDemo.changing(
        path,
        [
          ("matchCase: false", "matchApostrophes: \(allowed)"),
          ("title: Student,", "title: Student's No,"),
        ])
      let text = "WORKBOOK\nsheet A\nStudent\u{2019}s No,Program,Code,Day,Passed\n\(Self.row)"
      let report = try? check(text, with: [path: format])
      #expect((report?.counts.read == 1) == fits)
    }
  }

  @Test func `a kind of file that the format doesn't take is refused by its name`() throws {
    let path = "formats/credentials.yaml"
    let format = try LakelandDemo.changing(path, [("kinds: [csv, xlsx, xls]", "kinds: [csv, xls]")])
    #expect(try check("\(Self.titles)\n\(Self.row)", with: [path: format]).counts.read == 1)
    let error = #expect(throws: IntakeError.self) {
      try check("WORKBOOK\nsheet A\n\(Self.titles)\n\(Self.row)", with: [path: format])
    }
    #expect(
      error?.message
        == "upload.xlsx is an .xlsx file, but the format credentials takes only .csv, .xls files")
  }

  @Test func `one mistake in every row is told of the whole file`() throws {
    let rows = (0..<12).map { "00000\($0 % 9),P1,A101,2026-02-01,maybe" }
    let some = try check(
      "WORKBOOK\nsheet A\n\(Self.titles)\n\(Self.row)\n" + rows.joined(separator: "\n"))
    #expect(some.notices.isEmpty)
    let all = try check("WORKBOOK\nsheet A\n\(Self.titles)\n" + rows.joined(separator: "\n"))
    #expect(all.notices.map(\.rule.name) == ["file/every-row"])
    #expect(all.counts.rejected == 12)
    #expect(
      all.notices.first?.message == "every row has the same mistake in the column 'Passed'")
  }
}
