import CTEIntake
import CTERulePack
import Testing

@testable import CTESpreadsheets

/// Rows as programs write them are scanned; that they are read at all says nothing of how.
struct ScanTests {
  static let usual: [(program: String, rows: String)] = [
    (
      "Excel",
      """
      <row r="2" spans="1:2" x14ac:dyDescent="0.25"><c r="A2" s="1" t="s"><v>0</v></c><c r="B2"><v>7</v></c></row>
      <row r="3" spans="1:2" ht="15.75" customHeight="1" thickBot="1" x14ac:dyDescent="0.3"><c r="A3" s="1"/>\
      <c r="B3" t="str"><f t="shared" ref="B3:B9" si="0">A3&amp;"x"</f><v>x</v></c></row>
      <row r="4" hidden="1"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
      """
    ),
    (
      "LibreOffice",
      """
      <row r="2" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">\
      <c r="A2" s="0" t="s"><v>0</v></c><c r="B2" s="1" t="n"><f aca="false">A2+1</f><v>7</v></c></row>\
      <row r="3" s="2" customFormat="true" ht="12.8" hidden="false" customHeight="false" outlineLevel="0"/>
      """
    ),
    (
      "openpyxl",
      """
      <row r="2"><c r="A2" t="inlineStr"><is><t>Jo &amp; Ann</t></is></c><c r="B2"><f>1+1</f><v/></c></row>\
      <row r="3"><c r="A3" t="n"><v>1</v></c><c r="B3" t="n"/></row>\
      <row r="4"><c r="A4"><f>1+1</f><v /></c></row>
      """
    ),
    (
      "libxlsxwriter",
      """
      <row r="2" spans="1:2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> x</t></is></c></row>\
      <row r="3" spans="1:2"><c r="A3" t="s"><v>0</v></c></row>
      """
    ),
  ]

  private func isParsed(_ rows: String) throws -> Bool {
    let workbook = TestWorkbook(rows: RowTests.titles + rows, shared: "<si><t>text</t></si>")
    let file = try WorkbookFile(workbook.zip.bytes)
    var reader = try XLSXReader(file.open())
    let titles = try #require(reader.firstRows(ofSheet: 0, through: 5).first)
    try reader.begin(below: titles, ofSheet: 0, taking: [0, 1])
    var rowCount = 0
    while let table = try reader.next() { rowCount += table.rowCount }
    #expect(rowCount > 0)
    return reader.isParsed
  }

  @Test(arguments: usual)
  func `rows as programs write them are scanned`(program: String, rows: String) throws {
    #expect(try !isParsed(rows))
  }

  @Test(arguments: [
    "<!-- a remark -->", #"<x:row xmlns:x="urn:x"/>"#, "<row><c><v><![CDATA[1]]></v></c></row>",
  ])
  func `rows written otherwise are parsed`(unusual: String) throws {
    #expect(try isParsed(Self.usual[0].rows + unusual))
  }
}
