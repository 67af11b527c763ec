@testable import HostileFiles

/// Workbooks whose texts and XML are written in odd ways.
extension OddFile {
  typealias Part = WorkbookBuilder.Part

  /// A workbook with cells that are made from their name, text and column.
  private static func cells(
    _ name: String, _ cell: @escaping (_ name: String, _ text: String, _ column: Int) -> String
  ) -> OddFile {
    OddFile(name, workbook: { $0[Part.sheet] = WorkbookBuilder.sheet(WorkbookBuilder.rows(cell)) })
  }

  /// A workbook of which a text among the shared ones is written in another way.
  private static func shared(_ name: String, _ item: String, _ text: String = "Ada Example")
    -> OddFile
  {
    OddFile(name, workbook: { $0.replace("<si><t>Ada Example</t></si>", item, in: Part.strings) })
      .expecting { $0.rows = named(text) }
  }

  /// The sample's rows with another name in the first.
  static func named(_ name: String) -> [Row] {
    rows(from: 2, Sample.rows.map { $0.map { $0 == "Ada Example" ? name : $0 } })
  }

  static var texts: [OddFile] {
    [
      OddFile("as programs write it", workbook: { _ in }),
      cells("texts in the cells") { name, text, _ in WorkbookBuilder.inline(name, text) },
      cells("texts in runs in the cells") { name, text, _ in
        #"<c r="\#(name)" t="inlineStr"><is><r><t>\#(text.prefix(2))</t></r><r><rPr><b/></rPr><t xml:space="preserve">\#(text.dropFirst(2))</t></r></is></c>"#
      },
      cells("texts as values of formulas") { name, text, _ in
        #"<c r="\#(name)" t="str"><f>T("x")</f><v>\#(text)</v></c>"#
      },
      shared(
        "a text in runs",
        "<si><r><t>Ada</t></r><r><rPr><b/><sz val=\"9\"/></rPr><t xml:space=\"preserve\"> Example</t></r></si>"
      ),
      shared(
        "a text with how it is spoken",
        "<si><t>Ada Example</t><rPh sb=\"0\" eb=\"3\"><t>spoken</t></rPh><phoneticPr fontId=\"1\"/></si>"
      ),
      shared(
        "a text with blanks", "<si><t xml:space=\"preserve\"> Ada  Example </t></si>",
        " Ada  Example "),
      shared("an empty text", "<si><t/></si>", ""),
      shared("a text of nothing", "<si/>", ""),
      shared(
        "a text of entities", "<si><t>&lt;A&amp;B&gt; &quot;&apos;&#65;&#x42;</t></si>",
        "<A&B> \"'AB"),
      shared("a text of raw characters", "<si><t><![CDATA[<A&B>]]> C</t></si>", "<A&B> C"),
      shared("a text of two lines", "<si><t>Ada\nExample</t></si>", "Ada\nExample"),
      shared(
        "a text with escaped characters", "<si><t>Ada_x000D_\n_x0042_en</t></si>", "Ada\r\nBen"),
      shared("a text that looks escaped", "<si><t>Ada_x005F_x000D_</t></si>", "Ada_x000D_"),
      shared("a text beyond the first plane", "<si><t>Ada 😀 Zoë</t></si>", "Ada 😀 Zoë"),
      shared("a text with a remark in it", "<si><t>Ada<!-- not shown --> Example</t></si>"),
    ]
  }

  /// A workbook of which some parts are written in another way.
  private static func written(
    _ name: String, parts: [String] = Part.all, _ change: @escaping (String) -> String
  ) -> OddFile {
    encoded(name, parts: parts) { Array(change($0).utf8) }
  }

  private static func encoded(
    _ name: String, parts: [String] = Part.all, _ change: @escaping (String) -> [UInt8]
  ) -> OddFile {
    OddFile(
      name,
      workbook: { workbook in
        for part in parts {
          let text = String(decoding: workbook[part]?.bytes ?? [], as: UTF8.self)
          workbook[part] = Content(change(text))
        }
      })
  }

  static var elements: [OddFile] {
    [
      written("single quotation marks") { $0.replacing("\"", with: "'") },
      written("a line break before every tag") { $0.replacing("><", with: ">\r\n  <") },
      written("blanks within tags") {
        $0.replacing("/>", with: " />").replacing(#" r="A"#, with: "\n\t r = \"A")
      },
      written("no declaration") { $0.replacing(WorkbookBuilder.declaration, with: "") },
      written("a mark of UTF-8") { "\u{FEFF}" + $0 },
      written("remarks between tags", parts: [Part.sheet, Part.strings, Part.workbook]) {
        $0.replacing("<row", with: "<!-- <row> --><row").replacing("<si>", with: "<!--<si>--><si>")
          .replacing("<sheet ", with: "<!-- <sheet/> --><sheet ")
          .replacing("<v>", with: "<!-- a > b --><v>")
      },
      written("instructions between tags", parts: [Part.sheet, Part.strings]) {
        $0.replacing("<row", with: "<?some row?><row").replacing("<si>", with: "<?some <si>?><si>")
      },
      written(
        "prefixed names", parts: [Part.sheet, Part.strings, Part.workbook, Part.styles], prefixed),
      written("the namespaces of the strict form") {
        $0.replacing(
          WorkbookBuilder.spreadsheet, with: "http://purl.oclc.org/ooxml/spreadsheetml/main"
        )
        .replacing(
          WorkbookBuilder.relationships,
          with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
      },
      encoded("UTF-16") { text in
        ("\u{FEFF}" + text.replacing("UTF-8", with: "UTF-16")).utf16.flatMap {
          [UInt8($0 & 255), UInt8($0 >> 8)]
        }
      },
      encoded("UTF-16, the greater byte first") { text in
        ("\u{FEFF}" + text.replacing("UTF-8", with: "UTF-16")).utf16.flatMap {
          [UInt8($0 >> 8), UInt8($0 & 255)]
        }
      },
      encoded("Latin letters of a byte", parts: [Part.strings]) { text in
        text.replacing("UTF-8", with: "ISO-8859-1").replacing("Ada", with: "Zoë").unicodeScalars
          .map { UInt8($0.value) }
      }.expecting { $0.rows = named("Zoë Example") },
      written("attributes in another order", parts: [Part.sheet]) {
        $0.replacing(#/r="([A-Z]+\d+)" t="s"/#) { #"t="s" s="0" r="\#($0.1)""# }
      },
      written("attributes that other programs add", parts: [Part.sheet]) {
        $0.replacing(
          "xmlns:r=",
          with:
            #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:r="#
        ).replacing(
          "<row ", with: #"<row spans="1:5" x14ac:dyDescent="0.25" ht="15.75" customHeight="1" "#)
      },
      written("raw characters in values", parts: [Part.sheet]) {
        $0.replacing(#/<v>(\d+)</v>/#) { "<v><![CDATA[\($0.1)]]></v>" }
      },
      written("numbers by character in values", parts: [Part.sheet]) {
        $0.replacing("<v>1</v>", with: "<v>&#49;</v>")
      },
      written("elements that are closed by a tag", parts: Part.all) {
        $0.replacing(#/<(xf|sheet|Relationship|Override|Default)( [^>]*)/>/#) {
          "<\($0.1)\($0.2)></\($0.1)>"
        }
      },
    ]
  }

  /// Every element of the spreadsheet's namespace with a prefix.
  private static func prefixed(_ text: String) -> String {
    text.replacing("xmlns=", with: "xmlns:x=").replacing(#/<(\/?)([A-Za-z])/#) {
      "<\($0.1)x:\($0.2)"
    }
  }
}
