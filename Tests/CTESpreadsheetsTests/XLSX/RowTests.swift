import CTEIntake
import Testing

@testable import CTESpreadsheets

struct RowTests {
  static let titles =
    #"<row r="1"><c r="A1" t="str"><v>A</v></c><c r="B1" t="str"><v>B</v></c></row>"#

  static func cell(_ place: String, _ value: String = "1") -> String {
    #"<c r="\#(place)"><v>\#(value)</v></c>"#
  }

  @Test func `rows are numbered as a spreadsheet program shows them`() throws {
    let rows =
      #"<row r="3"><c r="A3" t="str"><v>A</v></c><c r="B3" t="str"><v>B</v></c></row>"#
      + #"<row r="4" spans="1:2" ht="15" customHeight="1" x14ac:dyDescent="0.25"/><row r="6">"#
      + Self.cell("B6") + "</row>\n  <row>" + "<c><v>2</v></c><c><v>3</v></c></row>"
      + #"<row r="1048576">"# + Self.cell("A1048576", "9") + "</row>"
    let read = try ReadWorkbook(TestWorkbook(rows: rows))
    #expect(read.error == nil)
    #expect(read.heads.map(\.number) == [3])
    #expect(
      read.rows == [
        .init(number: 6, cells: ["", "1"]), .init(number: 7, cells: ["2", "3"]),
        .init(number: 1_048_576, cells: ["9", ""]),
      ])
  }

  @Test(arguments: [
    (#"<row r="5"/><row r="5"/>"#, "has row 5 twice"),
    (#"<row r="5"/><row r="3"/>"#, "has row 3 below row 5"),
    (#"<row r="5"/><row r="x"/>"#, "has a row without a proper number below row 5"),
    (#"<row r="0"/>"#, "has a row without a proper number below row 1"),
    (#"<row r="-3"/>"#, "has a row without a proper number below row 1"),
    (#"<row r=""/>"#, "has a row without a proper number below row 1"),
  ])
  func `rows that aren't in order refuse the file`(xml: String, words: String) throws {
    let read = try ReadWorkbook(TestWorkbook(rows: Self.titles + xml))
    #expect(read.error?.code == .malformed)
    #expect(read.words == "\(words); open it in a spreadsheet program and save it again")
  }

  @Test(arguments: [
    (#"<row r="1048577"/>"#, Limit.rows), (#"<row r="99999999999999999999999"/>"#, .rows),
    (#"<row r="2"><c r="A99999999999999999999"/></row>"#, .rows),
    (#"<row r="2"><c r="XFE2"/></row>"#, .columns),
    (#"<row r="2"><c r="AAAAAAAAAAAAA2"/></row>"#, .columns),
    (#"<row r="2"><c r="XFD2"/><c/></row>"#, .columns),
  ])
  func `a place that no sheet has passes a limit`(xml: String, limit: Limit) throws {
    let read = try ReadWorkbook(TestWorkbook(rows: Self.titles + xml))
    #expect(read.error?.limit == limit)
  }

  @Test func `limits that were set hold`() throws {
    var limits = ReadingLimits()
    limits[.rows] = 3
    limits[.columns] = 2
    limits[.cellCharacters] = 4
    func error(_ rows: String) throws -> Limit? {
      try ReadWorkbook(TestWorkbook(rows: Self.titles + rows), limits: limits).error?.limit
    }
    #expect(try error(#"<row r="3">"# + Self.cell("B3", "12345") + "</row>") == nil)
    #expect(try error(#"<row r="4"/>"#) == .rows)
    #expect(try error(#"<row r="3">"# + Self.cell("C3") + "</row>") == .columns)
    #expect(try error(#"<row r="3"><c t="str"><v>éééé</v></c></row>"#) == nil)
    #expect(try error(#"<row r="3"><c t="str"><v>ééééé</v></c></row>"#) == .cellCharacters)
    #expect(try error(#"<row r="3"><c t="str"><v>abc_x000A_</v></c></row>"#) == nil)
    #expect(try error(#"<row r="3"><c><f>A+B+C</f></c></row>"#) == .cellCharacters)
    #expect(
      try error(#"<row r="3"><c t="inlineStr"><is><t>12</t><r><t>345</t></r></is></c></row>"#)
        == .cellCharacters)
  }

  @Test func `hidden rows are read and told of`() throws {
    let rows =
      Self.titles + #"<row r="2" hidden="1">"# + Self.cell("A2") + #"</row><row r="3" hidden="1"/>"#
      + #"<row r="4" hidden="true">"# + Self.cell("A4", "2") + #"</row><row r="5" hidden="0">"#
      + Self.cell("B5") + "</row>"
    let read = try ReadWorkbook(TestWorkbook(rows: rows))
    #expect(read.rows.map(\.number) == [2, 4, 5])
    #expect(read.notices == ["file/hidden-rows: 2 hidden rows were read too"])
  }

  @Test func `cells beside the titles are told of once, and blank ones never`() throws {
    let rows =
      Self.titles + #"<row r="2">"# + Self.cell("A2") + #"<c r="AB2" s="3"/></row>"#
      + #"<row r="3"><c r="D3"><v>5</v></c><c r="E3"><v>5</v></c></row>"#
      + #"<row r="4">"# + Self.cell("A4") + #"<c r="C4"><v>5</v></c></row>"#
    let read = try ReadWorkbook(TestWorkbook(rows: rows))
    #expect(read.rows.map(\.number) == [2, 4])
    #expect(
      read.notices == [
        "file/cells-beside: cells beside the titled columns aren't read; the first is D3"
      ])
  }

  @Test func `many rows come in several tables`() throws {
    let rows = (2...40_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }
    let read = try ReadWorkbook(TestWorkbook(rows: Self.titles + rows.joined()))
    #expect(read.rows.count == 39_999)
    #expect(read.rows.allSatisfy { $0.cells == ["\($0.number)", ""] })
  }

  static let odd: [String] = [
    "<!-- remark --><row r=\"3\"/>", "<?app hint?>", "<row r='3'><c r='A3'><v>1</v></c></row>",
    #"<row r="3" odd="1"/>"#, #"<row  r = "3" ></row >"#, #"<row r="3" spans="1:&#49;"/>"#,
    #"<row r="3"><c r="A3" odd="x"><v>1</v></c></row>"#, #"<x:row xmlns:x="x" r="3"/>"#,
    #"<row r="3"><c r="A3"><v xml:space="preserve">1</v></c></row>"#,
    #"<row r="3"><c r="A3"><v>1</v><extLst><ext><v>5</v></ext></extLst></c></row>"#,
    #"<row r="3"><extLst/><c r="A3"><v>1</v></c></row>"#,
    #"<row r="3"><c r="A3" t="inlineStr"><is><t>1</t><phoneticPr fontId="1"/></is></c></row>"#,
  ]

  @Test(arguments: odd)
  func `parsing goes on where scanning meets something unusual`(xml: String) throws {
    let rows =
      Self.titles + #"<row r="2">"# + Self.cell("A2", "2") + "</row>" + xml + #"<row r="4">"#
      + Self.cell("A4", "4") + "</row>"
    let read = try ReadWorkbook(TestWorkbook(rows: rows))
    #expect(read.error == nil)
    #expect(read.rows.first == .init(number: 2, cells: ["2", ""]))
    #expect(read.rows.last == .init(number: 4, cells: ["4", ""]))
  }

  @Test(arguments: [
    #"<row r="3"><c r="A3"><v>1</c></row>"#, #"<row r="3"><c r="A3"><v>1</v></c>"#, "<row", "</c>",
    #"<row r="3" r="3"/>"#, #"<row r="3"ht="1"/>"#, #"<row r="3" ht="<"/>"#, "<row>&nbsp;</row>",
    #"<row><c t="str"><v>]]></v></c></row>"#, #"<row><c t="str"><v>&#1;</v></c></row>"#,
    #"<row><c t="str"><v>&amp</v></c></row>"#, "<row><c t=\"str\"><v>\u{1}</v></c></row>",
    "<row><c t=\"str\"><v>\u{FFFE}</v></c></row>", #"<row><c t="str"><v>&#xFFFF;</v></c></row>"#,
    #"<row><c t="str"><v>&#xD800;</v></c></row>"#, #"<row><c t="str"><v>&#;</v></c></row>"#,
  ])
  func `a broken sheet refuses the file by the name of its part`(xml: String) throws {
    let read = try ReadWorkbook(TestWorkbook(rows: Self.titles + xml))
    #expect(
      read.words
        == "has a damaged part (xl/worksheets/sheet1.xml); open it in a spreadsheet program and save it again"
    )
  }

  @Test func `bytes that are no text refuse the file`() throws {
    var zip = TestWorkbook(rows: Self.titles + #"<row><c t="str"><v>"# + "é</v></c></row>").zip
    zip.parts[3].bytes = zip.parts[3].bytes.map { $0 == 0xA9 ? 0x41 : $0 }
    #expect(try ReadWorkbook(zip.bytes).error?.code == .malformed)
  }

  @Test func `a long row is read, and one without end passes a limit`() throws {
    let cells = String(repeating: #"<c t="str"><v>0123456789</v></c>"#, count: 12_000)
    let read = try ReadWorkbook(TestWorkbook(rows: Self.titles + "<row>\(cells)\(cells)</row>"))
    #expect(read.error?.limit == .columns)
    let long = String(repeating: "x", count: 32_000)
    let wide = (0..<60).map { _ in "<c t=\"str\"><v>\(long)</v></c>" }.joined()
    let whole = try ReadWorkbook(TestWorkbook(rows: "<row>\(wide)</row><row>\(wide)</row>"))
    #expect(whole.rows.first?.cells.last == long)
    var limits = ReadingLimits()
    limits[.rowBytes] = 1_000_000
    let refused = try ReadWorkbook(TestWorkbook(rows: "<row>\(wide)</row>"), limits: limits)
    #expect(refused.error?.limit == .rowBytes)
  }
}
