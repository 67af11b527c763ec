import CTEIntake
import CTEModel
import CTERulePack
import Foundation
import Testing

@testable import CTESpreadsheets

struct ReturnedLayoutTests {
  @Test func `delimited text comes back as a workbook with the same rows`() throws {
    let text = """
      My export,,
      ,,
      SUID,School,Test Date
      0012345678,4711,05/04/2026

      0012345679,=1+1,"a\r\nb",more
      12E5, -1,_x0041_
      """
    let file = try ReturnedFile(Array(text.utf8), name: "upload.csv")
    try file.mark([.error(4, 1, title: "School"), .error(6, 3, title: "")], titlesRow: 3)
    let rows = try file.rows()
    #expect(rows[1] == ["My export"])
    #expect(rows[3] == ["SUID", "School", "Test Date", "", FormatMatch.errorsTitle])
    #expect(rows[4] == ["0012345678", "4711", "05/04/2026", "", "School: is not right"])
    #expect(rows[5] == nil)
    #expect(rows[6]?.prefix(4) == ["0012345679", "=1+1", "a\r\nb", "more"])
    #expect(rows[7] == ["12E5", " -1", "_x0041_"])
    #expect(try file.fill("B4") == "FFFFC9C7")
    #expect(try file.fill("D6") == "FFFFC9C7")
  }

  @Test func `nothing becomes a formula, whatever somebody does to it`() throws {
    let text = "SUID,=School,Test Date\n@1,=cmd(),\t+1\n1,plain,2\n"
    let file = try ReturnedFile(Array(text.utf8), name: "upload.csv")
    try file.mark([.error(2, 1, title: "=School")], titles: ["SUID", "=School", "Test Date"])
    let parts = try file.parts()
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"]?.text)
    #expect(!sheet.contains("<f>"))
    let styles = try #require(parts["xl/styles.xml"]?.text)
    let formats = styles.components(separatedBy: "<cellXfs")[1].components(separatedBy: "<xf ")
    for cell in ["B1", "A2", "B2", "C2", "D2"] {
      let format = try #require(Self.format(of: cell, in: sheet))
      #expect(formats[format + 1].contains(#"quotePrefix="1""#), "\(cell)")
    }
    for cell in ["A1", "A3", "B3"] {
      let format = try #require(Self.format(of: cell, in: sheet))
      #expect(!formats[format + 1].contains("quotePrefix"), "\(cell)")
      #expect(formats[format + 1].contains(#"numFmtId="49""#), "\(cell)")
    }
  }

  @Test func `how a file came back is said`() throws {
    let workbook = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    let text = try ReturnedFile(Array("SUID,School,Test Date\n1,2,3\n".utf8), name: "upload.csv")
    #expect(try workbook.mark([.error(2, 1)]) == .marked)
    #expect(try text.mark([.error(2, 1)]) == .laidOut)
    #expect(ReturnedWorkbook.Outcome.marked.remark(on: "x") == nil)
    #expect(ReturnedWorkbook.Outcome.laidOut.remark(on: "x") == nil)
  }

  @Test func `a cell of marks is cut, not refused`() throws {
    let long = String(repeating: "_x0041_", count: 4_000)
    let text = "SUID,School,Test Date\n1,\(long),\(long.prefix(700))\n"
    let file = try ReturnedFile(Array(text.utf8), name: "upload.csv")
    try file.mark([.error(2, 1)])
    let row = try #require(try file.rows()[2])
    #expect(row[1].hasPrefix("_x0041__x0041_") && row[1].hasSuffix("(cut: the cell is full)"))
    #expect(row[2] == long.prefix(700))
  }

  private static func format(of cell: String, in sheet: String) -> Int? {
    let rest = sheet.components(separatedBy: #"<c r="\#(cell)" s=""#)
    return rest.count == 2 ? Int(rest[1].prefix { $0.isNumber }) : nil
  }

  /// What a workbook has into which nothing can safely be inserted.
  enum Oddity: CaseIterable {
    case cellsWithoutPlace, rowsWithoutPlace, macros, mixedPrefixes, encoding, noRoom

    var change: (part: String, old: String, new: String) {
      let sheet = "xl/worksheets/sheet1.xml"
      let main = ReturnedSample.main
      return switch self {
      case .cellsWithoutPlace: (sheet, #"<c r="B2""#, "<c")
      case .rowsWithoutPlace: (sheet, #"<row r="2""#, "<row")
      case .macros: ("[Content_Types].xml", "sheet.main+xml", "template.main+xml")
      case .mixedPrefixes:
        (sheet, #"<c r="B3""#, #"<y:c xmlns:y="\#(main)" r="B3"/><c r="C3""#)
      case .encoding: (sheet, "UTF-8", "ISO-8859-1")
      case .noRoom:
        (sheet, "</sheetData>", #"</sheetData><mergeCells><mergeCell ref="A2:XFD2"/></mergeCells>"#)
      }
    }
  }

  @Test(arguments: Oddity.allCases)
  func `a workbook that can't be changed safely comes back as a new one`(oddity: Oddity) throws {
    var sample = ReturnedSample(sheet: ReturnedSample.sheet())
    let (part, old, new) = oddity.change
    sample[part] = sample[part].replacingOccurrences(of: old, with: new)
    let file = try ReturnedFile(sample)
    let outcome = try file.mark([.error(2, 1)])
    #expect(
      outcome.remark(on: "errors.xlsx")
        == "the workbook was written in an unusual way, so errors.xlsx has only the rows of its sheet 'Rows'"
    )
    #expect(try file.parts()["docProps/note.txt"] == nil)
    let rows = try file.rows()
    #expect(rows[2]?.prefix(3) == ["0012345678", "4711", "05/04/2026"])
    #expect(rows[2]?.last == "Test Date: is not right")
    #expect(try file.fill("B2") == "FFFFC9C7")
  }

  @Test(arguments: [
    ("upload", "upload"), ("a/b[c]:d*e?f\\g", "a_b_c__d_e_f_g"), ("'x'", "x"), ("", "Rows"),
    ("History", "Rows"), (String(repeating: "ä", count: 40), String(repeating: "ä", count: 31)),
  ])
  func `sheets have names that programs take`(name: String, valid: String) {
    #expect(SheetName.valid(name) == valid)
  }
}
