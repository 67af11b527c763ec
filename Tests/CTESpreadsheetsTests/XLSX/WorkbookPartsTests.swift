import CTEIntake
import Testing

@testable import CTESpreadsheets

struct WorkbookPartsTests {
  static func titled(_ title: String) -> String {
    TestWorkbook.sheet(#"<row><c t="str"><v>\#(title)</v></c></row>"#)
  }

  @Test func `sheets come in the workbook's order, wherever their parts lie`() throws {
    var workbook = TestWorkbook(sheet: Self.titled("first"))
    workbook.sheets = """
      <sheet name="Notes &amp; more" sheetId="7" r:id="rId10"/><sheet name="Chart" sheetId="3" r:id="rId11"/>\
      <sheet name="Codes" state="hidden" sheetId="4" r:id="rId12"/>\
      <sheet name="Old" state="veryHidden" sheetId="5" r:id="rId13"/><sheet name="Data" sheetId="1" r:id="rId1"/>
      """
    workbook.relationships = """
      <Relationship Id="rId10" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet9.xml"/>\
      <Relationship Id="rId11" Type="\(TestWorkbook.office)/chartsheet" Target="chartsheets/sheet1.xml"/>\
      <Relationship Id="rId12" Type="\(TestWorkbook.office)/worksheet" Target="./sheets/../worksheets/Sheet3.XML"/>\
      <Relationship Id="rId13" Type="\(TestWorkbook.office)/worksheet" TargetMode="External" Target="file:///sheet.xml"/>
      """
    workbook.parts = [
      TestZip.Part("xl/worksheets/sheet9.xml", Self.titled("ninth")),
      TestZip.Part("xl\\worksheets\\sheet3.xml", Self.titled("third")),
    ]
    let sheets = [
      Sheet(name: "Notes & more"), Sheet(name: "Codes", isHidden: true),
      Sheet(name: "Old", isHidden: true), Sheet(name: "Data"),
    ]
    for (sheet, title) in [(0, "ninth"), (1, "third"), (3, "first")] {
      let read = try ReadWorkbook(workbook, sheet: sheet)
      #expect(read.sheets == sheets)
      #expect(read.heads.map(\.texts) == [[title]])
    }
    let lost = try ReadWorkbook(workbook, sheet: 2)
    #expect(lost.words?.hasPrefix("lacks the part of its sheet 'Old'") == true)
  }

  @Test func `titles are looked for as far as a row, from column A on`() throws {
    let rows = """
      <row r="2"><c r="B2" t="str"><v>Instructions</v></c></row><row r="4"><c r="A4" s="1"/></row>\
      <row r="5"><c r="A5" t="str"><v>Name</v></c><c r="D5" t="str"><v>Day</v></c><c r="F5"/></row>\
      <row r="6"><c r="A6" t="str"><v>below</v></c></row>
      """
    let read = try ReadWorkbook(TestWorkbook(rows: rows), titlesRow: 5)
    #expect(
      read.heads == [
        HeadRow(number: 2, texts: ["", "Instructions"]),
        HeadRow(number: 5, texts: ["Name", "", "", "Day"]),
      ])
    #expect(read.rows == [.init(number: 6, cells: ["below", "", "", ""])])
  }

  @Test func `more sheets than the limit are refused`() throws {
    var workbook = TestWorkbook(rows: RowTests.titles)
    var limits = ReadingLimits()
    limits[.sheets] = 2
    workbook.sheets += workbook.sheets
    #expect(try ReadWorkbook(workbook, limits: limits).error == nil)
    workbook.sheets += workbook.sheets
    #expect(try ReadWorkbook(workbook, limits: limits).error?.limit == .sheets)
  }

  static let strangers: [(parts: [(String, String)], words: String)] = [
    (
      [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", ""),
        ("META-INF/manifest.xml", ""),
      ],
      "is an OpenDocument spreadsheet; save it as .xlsx"
    ),
    (
      [
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", ""),
        ("META-INF/manifest.xml", ""),
      ],
      "is an OpenDocument file without sheets; upload the table itself as .xlsx or .csv"
    ),
    (
      [
        ("_rels/.rels", TestWorkbook.relationships([("a", "officeDocument", "xl/workbook.bin")])),
        ("xl/workbook.bin", "x"),
      ],
      "is a binary workbook (.xlsb); save it as .xlsx"
    ),
    (
      [
        (
          "_rels/.rels", TestWorkbook.relationships([("a", "officeDocument", "/word/document.xml")])
        ), ("word/document.xml", "<w:document/>"),
      ],
      "is a text document (.docx); upload the table itself as .xlsx or .csv"
    ),
    (
      [
        (
          "_rels/.rels",
          TestWorkbook.relationships([("a", "officeDocument", "ppt/presentation.xml")])
        ), ("ppt/presentation.xml", "<p:presentation/>"),
      ],
      "is a presentation (.pptx); upload the table itself as .xlsx or .csv"
    ),
    ([("roster.csv", "a,b")], "is an archive; unpack it and upload what is in it"),
    ([], "is an archive; unpack it and upload what is in it"),
  ]

  @Test(arguments: strangers)
  func `a container that is no workbook is told`(parts: [(String, String)], words: String) throws {
    let read = try ReadWorkbook(TestZip(parts: parts.map { TestZip.Part($0.0, $0.1) }).bytes)
    #expect(read.words == words)
  }

  @Test func `a workbook without its list of references is read all the same`() throws {
    var zip = TestWorkbook(rows: RowTests.titles).zip
    zip.parts.remove(at: 0)
    #expect(try ReadWorkbook(zip.bytes).heads.map(\.texts) == [["A", "B"]])
  }

  @Test func `kinds are told by content, workbooks before text`() throws {
    let workbook = try WorkbookFile(TestWorkbook(rows: RowTests.titles).zip.bytes)
    let kind = Reading.spreadsheets.kinds.first { kind in
      (try? kind.open(workbook.open()).sheets.map(\.name)) == ["Sheet 1"]
    }
    #expect(kind?.name == "xlsx")
    #expect(XLSXWorkbook().recognises([0x50, 0x4B, 3, 4, 20]))
    #expect(!XLSXWorkbook().recognises(Array("PK,name".utf8)))
  }
}
