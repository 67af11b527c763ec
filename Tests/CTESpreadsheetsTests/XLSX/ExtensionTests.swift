import CTEIntake
import Testing

@testable import CTESpreadsheets

/// Extensions have elements of the same names as what they extend.
struct ExtensionTests {
  static let rows = RowTests.titles + #"<row r="2"><c r="A2" s="1"><v>1</v></c></row>"#
  static let styles = #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#
  static let namespaces = #"xmlns:x14="urn:x14" xmlns:x15="urn:x15""#

  private static func workbook(since1904: String, extended: String) -> TestWorkbook {
    var workbook = TestWorkbook(rows: rows)
    workbook.styles = styles
    workbook.properties = #"<workbookPr date1904="\#(since1904)"/>"#
    workbook.afterSheets = #"<extLst><ext \#(namespaces)>\#(extended)</ext></extLst>"#
    return workbook
  }

  @Test(arguments: [("1", "01/02/1904|day"), ("0", "01/01/1900|day")])
  func `an extension of the workbook's properties doesn't change its days`(
    since1904: String, day: String
  ) throws {
    let extended = [
      #"<x15:workbookPr chartTrackingRefBase="1"/>"#, #"<workbookPr/>"#,
      #"<x15:workbookPr date1904="\#(since1904 == "1" ? 0 : 1)"/>"#,
    ]
    for extended in extended {
      let read = try ReadWorkbook(Self.workbook(since1904: since1904, extended: extended))
      #expect(read.rows == [.init(number: 2, cells: [day, ""])])
    }
  }

  @Test func `an extension of the workbook has no sheets`() throws {
    let extended = #"<x15:sheets><x15:sheet name="Ghost" r:id="rId1"/></x15:sheets><x15:sheet/>"#
    let read = try ReadWorkbook(Self.workbook(since1904: "0", extended: extended))
    #expect(read.sheets == [Sheet(name: "Sheet 1")])
  }

  @Test func `extensions of other parts have no styles, texts, references or rows`() throws {
    var workbook = Self.workbook(since1904: "0", extended: "")
    let extended = #"<extLst><ext \#(Self.namespaces)>"#
    workbook.styles =
      extended + "<x14:cellXfs><x14:xf numFmtId='14'/></x14:cellXfs></ext></extLst>" + Self.styles
    workbook.shared =
      "<si><t>one</t></si>" + extended + "<x14:si><x14:t>ghost</x14:t></x14:si></ext></extLst>"
      + "<si><t>two</t></si>"
    workbook.relationships =
      #"<ext><Relationship Id="rId1" Type="chartsheet" Target="styles.xml"/></ext>"#
    let rows =
      RowTests.titles + #"""
        <row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2" t="s"><v>1</v>\#(extended)<x14:v>0</x14:v>\#
        <x14:f>A1</x14:f><x14:c r="C2"/></ext></extLst></c></row>
        """#
    workbook.sheet = TestWorkbook.sheet(rows).replacing(
      "</sheetData>",
      with:
        #"</sheetData>\#(extended)<x14:sheetData><x14:row r="3"><x14:c r="A3"><x14:v>9</x14:v></x14:c></x14:row></x14:sheetData></ext></extLst>"#
    )
    let read = try ReadWorkbook(workbook)
    #expect(read.error == nil)
    #expect(read.rows == [.init(number: 2, cells: ["01/01/1900|day", "two"])])
  }

  @Test func `more cell formats or references than any program writes are refused`() throws {
    for (count, isRefused) in [(65_490, false), (65_537, true)] {
      var workbook = TestWorkbook(rows: Self.rows)
      workbook.styles = "<cellXfs>\(String(repeating: "<xf/>", count: count))</cellXfs>"
      let read = try ReadWorkbook(workbook)
      #expect((read.words?.hasPrefix("has a damaged part (xl/styles.xml)") == true) == isRefused)
      #expect(read.error?.code == (isRefused ? .malformed : nil))
    }
    for (count, isRefused) in [(9_000, false), (10_001, true)] {
      var workbook = TestWorkbook(rows: Self.rows)
      workbook.relationships = String(
        repeating: #"<Relationship Id="a" Type="b" Target="c"/>"#, count: count)
      #expect(try ReadWorkbook(workbook).error?.code == (isRefused ? .malformed : nil))
    }
  }
}
