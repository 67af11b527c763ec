import CTEIntake
import CTEModel
import CTESpreadsheets
import CTETestKit
import Foundation
import Testing

struct ExportSheetTests {
  @Test func `a workbook has texts as they are and days as days, in the same bytes each time`()
    throws
  {
    let day = try #require(CalendarDay(year: 2026, month: 4, day: 15))
    let sheet = ExportSheet(
      name: "a/b", titles: ["Number", "Day"],
      rows: [[.text("007"), .day(day)], [.text("=1+1"), .blank]])
    try withPassingFolder { folder in
      let files = ["one.xlsx", "two.xlsx"].map { folder.appendingPathComponent($0) }
      for file in files { try sheet.write(toWorkbook: file.path) }
      let bytes = try files.map { try Data(contentsOf: $0) }
      #expect(bytes[0] == bytes[1])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.sorted() == ["one.xlsx", "two.xlsx"])
      let kind = try #require(Reading.spreadsheets.kinds.first { $0.name == "xlsx" })
      let reader = try kind.open(SourceFile(path: files[0].path, limits: ReadingLimits()))
      #expect(reader.sheets.map(\.name) == ["a_b"])
      var rows = reader
      let texts = try rows.firstRows(ofSheet: 0, through: 9).map(\.texts)
      #expect(texts == [["Number", "Day"], ["007", "04/15/2026"], ["=1+1"]])
    }
  }

  @Test func `a workbook doesn't take the place of a folder`() throws {
    let sheet = ExportSheet(name: "a", titles: ["b"], rows: [])
    try withPassingFolder { folder in
      let error = #expect(throws: RenderingError.self) {
        try sheet.write(toWorkbook: folder.path)
      }
      #expect(error?.description.contains("is a folder") == true)
    }
  }
}
