import CTEIntake
import Testing

@testable import CTESpreadsheets

struct CellTests {
  static let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>\
    <numFmt numFmtId="166" formatCode="[$-409]m/d/yy\\ h:mm\\ AM/PM;@"/></numFmts>\
    <cellStyleXfs><xf numFmtId="22"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>\
    <xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="2"/></cellXfs>\
    <dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>
    """
  static let shared = """
    <si><t>plain</t></si><si><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space="preserve">ch </t></r></si>\
    <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>\
    <si><t>a_x000D_b_x005F_x0041_</t></si><si/><si><t>R&amp;D &#233;</t></si><si><t>_xD83D__xDE00_</t></si>
    """

  static let cells: [(xml: String, shown: String)] = [
    // Shared, inline and rich texts.
    (#"<c r="A2" t="s"><v>0</v></c>"#, "plain"),
    (#"<c r="A2" t="s"><v>1</v></c>"#, "rich "),
    (#"<c r="A2" t="s"><v>2</v></c>"#, "東京"),
    (#"<c r="A2" t="s"><v>3</v></c>"#, "a\rb_x0041_"),
    (#"<c r="A2" t="s"><v>5</v></c>"#, "R&D é"),
    (#"<c r="A2" t="s"><v>6</v></c>"#, "😀"),
    (#"<c r="A2" t="inlineStr"><is><t>Jo &lt;Ann&gt; &#x4E2D;</t></is></c>"#, "Jo <Ann> 中"),
    (#"<c r="A2" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>"#, " x "),
    (
      #"<c r="A2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>"#,
      "ab"
    ),
    (#"<c r="A2"><is><t>untold</t></is></c>"#, "untold"),
    (#"<c r="A2" t="str"><v>of a formula_x000A_</v></c>"#, "of a formula\n"),
    (#"<c r="A2" t="str"><v>Zoë &amp; Åsa</v></c>"#, "Zoë & Åsa"),
    ("<c r=\"A2\" t=\"str\"><v>two\nlines</v></c>", "two\nlines"),
    ("<c r=\"A2\" t=\"str\"><v>two\r\nlines</v></c>", "two\nlines"),
    (#"<c r="A2" t="str"><v><![CDATA[1 < 2]]></v></c>"#, "1 < 2"),
    (#"<c r="A2" t="str"><v>a > b</v></c>"#, "a > b"),
    // Numbers.
    (#"<c r="A2"><v>12345678</v></c>"#, "12345678"),
    (#"<c r="A2" t="n"><v>-7</v></c>"#, "-7"),
    (#"<c r="A2"><v>0.55000000000000004</v></c>"#, "0.55"),
    (#"<c r="A2"><v>1.0</v></c>"#, "1"),
    (#"<c r="A2"><v>1E+5</v></c>"#, "100000"),
    (#"<c r="A2"><v>1.5E-7</v></c>"#, "0.00000015"),
    (#"<c r="A2"><v>007</v></c>"#, "7"),
    (#"<c r="A2"><v> 42 </v></c>"#, "42"),
    (#"<c r="A2"><v>-0</v></c>"#, "0"),
    (#"<c r="A2"><v>123456789012345</v></c>"#, "123456789012345"),
    (#"<c r="A2"><v>1234567890123456</v></c>"#, "1234567890123460|imprecise"),
    (#"<c r="A2"><v>1E+15</v></c>"#, "1000000000000000|imprecise"),
    (#"<c r="A2"><v>999999999999999.9</v></c>"#, "1000000000000000|imprecise"),
    (#"<c r="A2"><v>0.1234567890123456</v></c>"#, "0.123456789012346"),
    (#"<c r="A2"><v>nan</v></c>"#, "nan"),
    (#"<c r="A2"><v>1e999</v></c>"#, "1e999"),
    (#"<c r="A2" s="2"><v>12345</v></c>"#, "00012345"),
    (#"<c r="A2" s="2"><v>123456789</v></c>"#, "123456789"),
    (#"<c r="A2" s="2"><v>0</v></c>"#, "00000000"),
    (#"<c r="A2" s="2"><v>1.5</v></c>"#, "1.5"),
    (#"<c r="A2" s="7"><v>1.5</v></c>"#, "1.5"),
    (#"<c r="A2" s="99"><v>44197</v></c>"#, "44197"),
    // Days and times.
    (#"<c r="A2" s="1"><v>44197</v></c>"#, "01/01/2021|day"),
    (#"<c r="A2" s="3"><v>44197</v></c>"#, "01/01/2021|day"),
    (#"<c r="A2" s="1"><v>44197.75</v></c>"#, "01/01/2021|day"),
    (#"<c r="A2" s="4"><v>44197</v></c>"#, "01/01/2021|day"),
    (#"<c r="A2" s="4"><v>44197.75</v></c>"#, "01/01/2021 18:00:00"),
    (#"<c r="A2" s="4"><v>44197.999999999</v></c>"#, "01/02/2021|day"),
    (#"<c r="A2" s="5"><v>0.4375</v></c>"#, "10:30:00"),
    (#"<c r="A2" s="6"><v>1.5</v></c>"#, "36:00:00"),
    (#"<c r="A2" s="1"><v>1</v></c>"#, "01/01/1900|day"),
    (#"<c r="A2" s="1"><v>59</v></c>"#, "02/28/1900|day"),
    (#"<c r="A2" s="1"><v>60</v></c>"#, "60"),
    (#"<c r="A2" s="1"><v>61</v></c>"#, "03/01/1900|day"),
    (#"<c r="A2" s="1"><v>0</v></c>"#, "0"),
    (#"<c r="A2" s="1"><v>-1</v></c>"#, "-1"),
    (#"<c r="A2" s="1"><v>2958465</v></c>"#, "12/31/9999|day"),
    (#"<c r="A2" s="1"><v>2958466</v></c>"#, "2958466"),
    (#"<c r="A2" s="1"><v>1e300</v></c>"#, "1" + String(repeating: "0", count: 300) + "|imprecise"),
    (#"<c r="A2" t="d"><v>2021-05-31</v></c>"#, "05/31/2021|day"),
    (#"<c r="A2" t="d"><v>2021-05-31T00:00:00.000Z</v></c>"#, "05/31/2021|day"),
    (#"<c r="A2" t="d"><v>2021-05-31T08:05:09</v></c>"#, "05/31/2021 08:05:09"),
    (#"<c r="A2" t="d"><v>T08:05</v></c>"#, "08:05:00"),
    (#"<c r="A2" t="d"><v>2021-02-30</v></c>"#, "2021-02-30"),
    // What is no text and no number.
    (#"<c r="A2" t="b"><v>1</v></c>"#, "TRUE"),
    (#"<c r="A2" t="b"><v>0</v></c>"#, "FALSE"),
    (#"<c r="A2" t="e"><v>#N/A</v></c>"#, "#N/A|error"),
    (#"<c r="A2"><f>B2*2</f><v>14</v></c>"#, "14"),
    (#"<c r="A2" s="1"><f>TODAY()</f><v>44197</v></c>"#, "01/01/2021|day"),
    (#"<c r="A2" t="str"><f ca="1">A1&amp;"x"</f><v>ax</v></c>"#, "ax"),
    (#"<c r="A2"><f>SUM(B2:B9)&amp;""</f></c>"#, #"=SUM(B2:B9)&""|uncalculated"#),
    (#"<c r="A2"><f t="shared" si="0"/></c>"#, "=|uncalculated"),
    (#"<c r="A2"><f>1+1</f><v /></c>"#, "=1+1|uncalculated"),
    (#"<c r="A2"><f>1+1</f><v></v></c>"#, "=1+1|uncalculated"),
    (#"<c r="A2" t="inlineStr"><is ><t >x</t></is></c>"#, "x"),
    (#"<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>"#, "#DIV/0!|error"),
  ]

  @Test(arguments: cells)
  func `a cell is what a spreadsheet program shows`(xml: String, shown: String) throws {
    let read = try ReadWorkbook(
      TestWorkbook(
        rows: #"<row r="1"><c t="str"><v>Title</v></c></row><row r="2">\#(xml)</row>"#,
        shared: Self.shared, styles: Self.styles))
    #expect(read.error == nil)
    #expect(read.rows.map(\.cells) == [[shown]])
  }

  @Test(arguments: [
    #"<c r="A2"/>"#, #"<c r="A2" s="1"/>"#, #"<c r="A2"></c>"#, #"<c r="A2"><v></v></c>"#,
    #"<c r="A2" t="s"><v/></c>"#, #"<c r="A2" t="s"><v>4</v></c>"#,
    #"<c r="A2" t="str"><f>B2</f><v></v></c>"#,
    #"<c r="A2" t="str"><v> </v></c>"#,
    "<c r=\"A2\" t=\"inlineStr\"><is><t>\u{A0}\t\u{3000}</t></is></c>",
    #"<c r="A2" t="inlineStr"><is/></c>"#, #"<c r="A2" t="inlineStr" />"#,
    #"<c r="A2" t="inlineStr"><is><t/></is></c>"#,
  ])
  func `a cell with nothing but blanks makes no row`(xml: String) throws {
    let read = try ReadWorkbook(
      TestWorkbook(
        rows: #"<row r="1"><c t="str"><v>Title</v></c></row><row r="2">\#(xml)</row>"#
          + #"<row r="3"><c r="A3"><v>1</v></c></row>"#,
        shared: Self.shared, styles: Self.styles))
    #expect(read.error == nil)
    #expect(read.rows == [.init(number: 3, cells: ["1"])])
  }

  @Test(arguments: [
    (0, "01/01/1904|day"), (60, "03/01/1904|day"), (42735, "01/01/2021|day"),
    (2_957_003, "12/31/9999|day"), (2_957_004, "2957004"),
  ])
  func `days may be counted from 1904`(serial: Int, shown: String) throws {
    let read = try ReadWorkbook(
      TestWorkbook(
        rows: #"<row><c t="str"><v>Day</v></c></row><row><c s="1"><v>\#(serial)</v></c></row>"#,
        styles: Self.styles, properties: #"<workbookPr date1904="1"/>"#))
    #expect(read.rows.map(\.cells) == [[shown]])
  }

  @Test(arguments: [
    (#"<c r="A2" t="s"><v>7</v></c>"#, "has a cell whose text isn't there, A2"),
    (#"<c r="A2" t="s"><v>-1</v></c>"#, "has a cell whose text isn't there, A2"),
    (#"<c r="A2" t="s"><v>99999999999999999999</v></c>"#, "has a cell whose text isn't there, A2"),
    (#"<c r="A2" t="odd"><v>7</v></c>"#, "has a cell of an unknown type, A2"),
    (#"<c r="a2"><v>7</v></c>"#, "has a cell without a proper place in row 2"),
    (#"<c r="A"><v>7</v></c>"#, "has a cell without a proper place in row 2"),
    (#"<c r="A0"><v>7</v></c>"#, "has a cell without a proper place in row 2"),
    (#"<c r=""><v>7</v></c>"#, "has a cell without a proper place in row 2"),
    (#"<c r="A3"><v>7</v></c>"#, "has a cell in row 2 that says it is A3"),
    (#"<c r="B2"><v>7</v></c><c r="B2"><v>7</v></c>"#, "has the cell B2 twice"),
    (
      #"<c r="B2"><v>7</v></c><c r="A2"><v>7</v></c>"#,
      "has the cells of row 2 out of their order, at A2"
    ),
  ])
  func `a cell that can't be understood refuses the file`(xml: String, words: String) throws {
    let read = try ReadWorkbook(
      TestWorkbook(
        rows: #"<row r="1"><c t="str"><v>Title</v></c></row><row r="2">\#(xml)</row>"#,
        shared: Self.shared))
    #expect(read.error?.code == .malformed)
    #expect(read.words == "\(words); open it in a spreadsheet program and save it again")
  }
}
