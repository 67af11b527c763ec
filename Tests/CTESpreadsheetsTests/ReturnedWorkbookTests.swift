import CTEModel
import CTERulePack
import Foundation
import Testing

@testable import CTESpreadsheets

struct ReturnedWorkbookTests {
  private static let marks: [Finding] = [
    .error(2, 1, "is no school", title: "School"),
    .error(3, 2, "looks odd", severity: .warning, help: nil),
  ]

  @Test func `bad cells are filled and the last column says why`() throws {
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    try file.mark(Self.marks)
    let rows = try file.rows()
    #expect(rows[1] == ["SUID", "School", "Test Date", FormatMatch.errorsTitle])
    #expect(rows[2] == ["0012345678", "4711", "05/04/2026", "School: is no school"])
    #expect(rows[3] == ["0012345679", "4711", "", "Test Date (warning): looks odd"])
    #expect(try file.fill("B2") == "FFFFC9C7")
    #expect(try file.fill("C3") == "FFFFEFC1")
    #expect(try file.fill("A2") == nil)
    #expect(
      try file.comments() == [
        "B2": "--- Found by CTE ---\nis no school\nCorrect it.",
        "C3": "--- Found by CTE ---\nwarning: looks odd",
      ])
  }

  @Test func `nothing but the marks differs`() throws {
    let sample = ReturnedSample(sheet: ReturnedSample.sheet())
    let file = try ReturnedFile(sample)
    try file.mark(Self.marks)
    let (old, new) = (try ReturnedFile.parts(of: file.source), try file.parts())
    let changed: Set = [
      "[Content_Types].xml", "xl/worksheets/sheet1.xml", "xl/styles.xml",
    ]
    for (name, part) in old { #expect((part == new[name]) != changed.contains(name), "\(name)") }
    #expect(
      Set(new.keys).subtracting(old.keys) == [
        "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels",
      ])
    var sheet = try #require(new["xl/worksheets/sheet1.xml"]?.text)
    for insertion in [
      #"<cols><col min="4" max="4" width="60" customWidth="1"/></cols>"#,
      Self.text("D1", 0, FormatMatch.errorsTitle), Self.text("D2", 2, "School: is no school"),
      Self.text("D3", 2, "Test Date (warning): looks odd"), #"<c r="C3" s="4"/>"#,
      #"<legacyDrawing r:id="rId2"/>"#,
    ] {
      let place = try #require(sheet.range(of: insertion), "\(insertion)")
      sheet.removeSubrange(place)
    }
    #expect(sheet.contains(#"<c r="B2" t="inlineStr" s="3">"#))
    sheet = sheet.replacingOccurrences(of: #" s="3""#, with: "")
    #expect(sheet == sample["xl/worksheets/sheet1.xml"])
  }

  @Test func `the same file comes back as the same bytes`() throws {
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    try file.mark(Self.marks)
    let first = try Data(contentsOf: file.target)
    try file.mark(Self.marks)
    #expect(try Data(contentsOf: file.target) == first)
  }

  @Test func `formats keep all but their fill`() throws {
    let rows =
      ReturnedSample.row(1, ["SUID", "School", "Test Date"])
      + #"<row r="2"><c r="A2"><v>1</v></c><c r="C2" s="1"><v>46000</v></c></row>"#
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet(rows: rows)))
    try file.mark([.error(2, 1), .error(2, 2)])
    let styles = try #require(try file.parts()["xl/styles.xml"]?.text)
    #expect(
      styles.contains(
        #"<xf numFmtId="14" fontId="0" fillId="2" borderId="0" applyNumberFormat="1" applyFill="1"><alignment wrapText="1"/></xf>"#
      ))
    #expect(try file.rows()[2]?[2] == "12/09/2025")
    #expect(try file.fill("B2") == "FFFFC9C7")
  }

  @Test(arguments: [
    (
      #"<cols><col min="1" max="16384" width="9" style="1"/></cols>"#,
      #"<cols><col min="1" max="3" width="9" style="1"/><col min="4" max="4" width="60" customWidth="1" style="1"/><col min="5" max="16384" width="9" style="1"/></cols>"#
    ),
    (
      #"<cols><col min="4" max="4" width="9" hidden="1"/></cols>"#,
      #"<cols><col min="4" max="4" width="60" customWidth="1"/></cols>"#
    ),
    (
      #"<cols><col min="1" max="2" width="9"/><col min="6" max="7" width="9"/></cols>"#,
      #"<cols><col min="1" max="2" width="9"/><col min="4" max="4" width="60" customWidth="1"/><col min="6" max="7" width="9"/></cols>"#
    ),
    (
      #"<cols><col min="1" max="2" width="9"/></cols>"#,
      #"<cols><col min="1" max="2" width="9"/><col min="4" max="4" width="60" customWidth="1"/></cols>"#
    ),
    (
      #"<dimension ref="A1:C3"/>"#,
      #"<dimension ref="A1:D3"/><cols><col min="4" max="4" width="60" customWidth="1"/></cols>"#
    ),
  ])
  func `no column is spoken of twice`(before: String, after: String) throws {
    let sample = ReturnedSample(sheet: ReturnedSample.sheet(before: before))
    let file = try ReturnedFile(sample)
    try file.mark(Self.marks)
    let sheet = try #require(try file.parts()["xl/worksheets/sheet1.xml"]?.text)
    #expect(sheet.contains(after + "<sheetData>"))
  }

  @Test(arguments: [
    ("", "<legacyDrawing/>"),
    (
      #"<pageMargins left="1"/><drawing r:id="rId1"/>"#,
      #"<pageMargins left="1"/><drawing r:id="rId1"/><legacyDrawing/>"#
    ),
    (
      #"<tableParts count="0"/><extLst><ext uri="x"/></extLst>"#,
      #"<legacyDrawing/><tableParts count="0"/><extLst><ext uri="x"/></extLst>"#
    ),
    (#"<legacyDrawingHF r:id="rId1"/>"#, #"<legacyDrawing/><legacyDrawingHF r:id="rId1"/>"#),
  ])
  func `what shows comments stands where programs look for it`(after: String, with: String) throws {
    let sample = ReturnedSample(
      sheet: ReturnedSample.sheet(after: after),
      relationships: [("drawing", "../drawings/drawing1.xml")])
    let file = try ReturnedFile(sample)
    try file.mark(Self.marks)
    let sheet = try #require(try file.parts()["xl/worksheets/sheet1.xml"]?.text)
    let plain = sheet.replacingOccurrences(of: #" r:id="rId3""#, with: "")
    #expect(plain.hasSuffix("</sheetData>\(with)</worksheet>"))
  }

  @Test func `alternatives before the rows are not where comments belong`() throws {
    let before = #"<AlternateContent><Choice Requires="x"/></AlternateContent>"#
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet(before: before)))
    try file.mark(Self.marks)
    let sheet = try #require(try file.parts()["xl/worksheets/sheet1.xml"]?.text)
    #expect(sheet.contains(before + "<cols>"))
    #expect(sheet.hasSuffix(#"</sheetData><legacyDrawing r:id="rId2"/></worksheet>"#))
  }

  @Test func `prefixes of the sheet hold for what is inserted too`() throws {
    let sheet =
      #"<x:worksheet xmlns:x="\#(ReturnedSample.main)"><x:sheetData><x:row r='1' spans='1:2'>"#
      + #"<x:c r='A1' t='str'><x:v>SUID</x:v></x:c><x:c r='B1' t='str'><x:v>School</x:v></x:c></x:row>"#
      + #"<x:row r='2' spans='1:2' hidden='1'><x:c r='B2' s='1'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"#
    let file = try ReturnedFile(ReturnedSample(sheet: sheet))
    try file.mark(
      [.error(2, 0, title: "SUID"), .error(2, 1, title: "School")], titles: ["SUID", "School"])
    let marked = try #require(try file.parts()["xl/worksheets/sheet1.xml"]?.text)
    #expect(
      marked.contains(
        #"<x:row r='2' spans='1:3' hidden='1'><x:c r="A2" s="3"/><x:c r='B2' s='4'><x:v>1</x:v></x:c><x:c r="C2""#
      ))
    #expect(marked.contains(#"<x:legacyDrawing xmlns:r="\#(ReturnedSample.office)" r:id="rId2"/>"#))
    #expect(try file.fill("A2") == "FFFFC9C7")
  }

  @Test func `a workbook without styles gets some`() throws {
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet(), styles: nil))
    try file.mark(Self.marks)
    #expect(try file.fill("B2") == "FFFFC9C7")
    let parts = try file.parts()
    #expect(parts["[Content_Types].xml"]?.text.contains("/xl/styles1.xml") == true)
    #expect(parts["docProps/note.txt"] != nil)
  }

  @Test func `the column stands beside everything`() throws {
    let rows =
      ReturnedSample.row(1, ["a", "b", "c", "d", "e", "f"])
      + ReturnedSample.row(2, ["SUID", "School", "Test Date"])
      + #"<row r="3" s="1" customFormat="1"><c r="A3"><v>1</v></c><c r="D3"><v>2</v></c><c r="E3" s="1"/></row>"#
      + #"<row r="4"/>"#
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet(rows: rows)))
    try file.mark([.error(3, 1), .error(4, 0)], titlesRow: 2)
    let read = try file.rows()
    #expect(read[1] == ["a", "b", "c", "d", "e", "f"])
    #expect(read[2]?[4] == FormatMatch.errorsTitle)
    #expect(read[3] == ["1", "", "", "2", "Test Date: is not right"])
    #expect(read[4] == ["", "", "", "", "Test Date: is not right"])
  }

  @Test func `a clean file gets no column`() throws {
    let sample = ReturnedSample(sheet: ReturnedSample.sheet())
    let file = try ReturnedFile(sample)
    try file.mark([.error(2, 1, severity: .notice)])
    for (name, part) in try file.parts() { #expect(part.text == sample[name]) }
  }

  private static func text(_ cell: String, _ format: Int, _ text: String) -> String {
    #"<c r="\#(cell)" s="\#(format)" t="inlineStr"><is><t xml:space="preserve">\#(text)</t></is></c>"#
  }
}
