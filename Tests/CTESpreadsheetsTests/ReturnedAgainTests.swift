import CTERulePack
import Foundation
import Testing

@testable import CTESpreadsheets

struct ReturnedAgainTests {
  private static let titles = ["SUID", "School", "Test Date", FormatMatch.errorsTitle]

  @Test func `a file that comes back once more has no stale marks`() throws {
    let sample = ReturnedSample(sheet: ReturnedSample.sheet())
    let first = try ReturnedFile(sample)
    try first.mark([.error(2, 1), .error(3, 2)])
    let again = try ReturnedFile(Array(Data(contentsOf: first.target)))
    try again.mark([.error(3, 0, "is unknown", title: "SUID")], titles: Self.titles)
    let rows = try again.rows()
    #expect(rows[1] == Self.titles)
    #expect(rows[2] == ["0012345678", "4711", "05/04/2026"])
    #expect(rows[3] == ["0012345679", "4711", "", "SUID: is unknown"])
    #expect(try again.fill("B2") == nil)
    #expect(try again.fill("C3") == nil)
    #expect(try again.fill("A3") == "FFFFC9C7")
    #expect(try again.comments().keys.sorted() == ["A3"])
    #expect(try again.boxes() == ["A3"])
  }

  @Test func `a corrected file has the formats that it had at first`() throws {
    let rows = ReturnedSample.rows.replacingOccurrences(
      of: #"<c r="C2""#, with: #"<c r="C2" s="1""#)
    let first = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet(rows: rows)))
    try first.mark([.error(2, 1), .error(2, 2)])
    let again = try ReturnedFile(Array(Data(contentsOf: first.target)))
    try again.mark([], titles: Self.titles)
    let sheet = try #require(try again.parts()["xl/worksheets/sheet1.xml"]?.text)
    #expect(sheet.contains(#"<c r="B2" t="inlineStr" s="0">"#))
    #expect(sheet.contains(#"<c r="C2" s="1" t="inlineStr">"#))
    #expect(sheet.contains(#"Errors (ignored on upload)"#))
    #expect(!sheet.contains(#"r="D2""#))
    #expect(try again.comments().isEmpty)
    #expect(try again.boxes().isEmpty)
  }

  @Test(arguments: [
    #"<patternFill patternType="solid"><fgColor rgb="FFFFC9C7"/><bgColor rgb="FFFFFFCC"/></patternFill>"#,
    #"<patternFill patternType="solid"><fgColor rgb="00ffc9c7"/></patternFill>"#,
  ])
  func `marks are known after other programs have saved them`(fill: String) throws {
    let first = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    try first.mark([.error(2, 1)])
    var saved = ReturnedSample(sheet: "")
    saved.parts = try first.parts().map { ($0, $1.text) }
    saved["xl/styles.xml"] = saved["xl/styles.xml"].replacingOccurrences(
      of:
        #"<patternFill patternType="solid"><fgColor rgb="FFFFC9C7"/><bgColor indexed="64"/></patternFill>"#,
      with: fill)
    saved["xl/comments1.xml"] = saved["xl/comments1.xml"]
      .replacingOccurrences(of: "<author>CTE</author>", with: "<author> </author>")
    let again = try ReturnedFile(saved)
    try again.mark([], titles: Self.titles)
    #expect(try again.fill("B2") == nil)
    #expect(try again.comments().isEmpty)
  }

  @Test func `columns of errors that somebody copied are emptied too`() throws {
    let title = FormatMatch.errorsTitle
    let rows =
      ReturnedSample.row(1, [title, "SUID", title.uppercased(), "School"])
      + ReturnedSample.row(2, ["old", "0012345678", "older", "4711"])
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet(rows: rows)))
    try file.mark(
      [.error(2, 3, "is no school", title: "School")],
      titles: [title, "SUID", title.uppercased(), "School"])
    #expect(try file.rows()[1] == [title, "SUID", "", "School"])
    #expect(try file.rows()[2] == ["School: is no school", "0012345678", "", "4711"])
  }
}
