import CTEIntake

extension SheetCases {
  /// A workbook with one more row, the fifth.
  private static func fifth(
    _ name: String, _ outcome: HostileFile.Outcome, _ cells: Content
  ) -> HostileFile {
    HostileFile(workbook: name, outcome) {
      $0[Part.sheet] = filled(#"<row r="5">"# + cells + "</row>")
    }
  }

  static var cells: [HostileFile] {
    [
      fifth("cells: behind the last column", .limit(.columns), #"<c r="XFE5"><v>1</v></c>"#),
      fifth("cells: far behind the last column", .limit(.columns), #"<c r="ZZZZZZ5"><v>1</v></c>"#),
      fifth(
        "cells: in a column of a thousand letters", .limit(.columns),
        "<c r='" + "Z" * 1000 + "5'><v>1</v></c>"),
      fifth("cells: behind the last column, and blank", .limit(.columns), #"<c r="XFE5"/>"#),
      fifth("cells: a column without a row", .code("malformed"), #"<c r="A"><v>1</v></c>"#),
      fifth("cells: a row without a column", .code("malformed"), #"<c r="5"><v>1</v></c>"#),
      fifth("cells: a name of signs", .code("malformed"), #"<c r="$A$5"><v>1</v></c>"#),
      fifth("cells: no name", .code("malformed"), #"<c r=""><v>1</v></c>"#),
      fifth("cells: row 0", .code("malformed"), #"<c r="A0"><v>1</v></c>"#),
      fifth(
        "cells: a great row", .limit(.rows), #"<c r="A99999999999999999999"><v>1</v></c>"#),
      fifth(
        "cells: one twice", .code("malformed"), #"<c r="A5"><v>1</v></c><c r="A5"><v>2</v></c>"#),
      fifth(
        "cells: out of order", .code("malformed"), #"<c r="C5"><v>1</v></c><c r="A5"><v>2</v></c>"#),
      fifth("cells: one in another", .any, #"<c r="A5"><c r="B5"/></c>"#),
      fifth("cells: two values", .any, #"<c r="A5"><v>1</v><v>2</v></c>"#),
      fifth(
        "cells: of a type that nobody knows", .code("malformed"), #"<c r="A5" t="zzz"><v>1</v></c>"#
      ),
      fifth("cells: of a style that isn't there", .any, #"<c r="A5" s="4000000000"><v>1</v></c>"#),
      fifth("cells: of style -1", .any, #"<c r="A5" s="-1"><v>1</v></c>"#),
    ]
  }

  static var texts: [HostileFile] {
    let indices = [
      "99", "-1", "20", "4294967296", "18446744073709551616", "1e2", "abc", " ", "0.5",
      "99999999999999999999999999999999",
    ]
    return indices.map {
      fifth(
        "texts: shared text \"\($0)\"", .code("malformed"),
        Content(#"<c r="A5" t="s"><v>\#($0)</v></c>"#))
    } + [
      fifth(
        "texts: a text too long", .limit(.cellCharacters),
        #"<c r="A5" t="inlineStr"><is><t>"# + "e" * 32_768 + "</t></is></c>"),
      fifth(
        "texts: a value too long", .limit(.cellCharacters),
        #"<c r="A5" t="str"><v>"# + "e" * 32_768 + "</v></c>"),
      fifth(
        "texts: a number too long", .limit(.cellCharacters),
        #"<c r="A5"><v>"# + "9" * 32_768 + "</v></c>"),
      fifth(
        "texts: a text too long in many runs", .limit(.cellCharacters),
        #"<c r="A5" t="inlineStr"><is>"# + "<r><t>ee</t></r>" * 20_000 + "</is></c>"),
      fifth(
        "texts: a text far too long in raw pieces", .limit(.cellCharacters),
        #"<c r="A5" t="str"><v>"# + "<![CDATA[eeee]]>" * 2_000_000 + "</v></c>"),
      fifth(
        "texts: a text far too long in characters by number", .limit(.cellCharacters),
        #"<c r="A5" t="str"><v>"# + "&#101;" * 2_000_000 + "</v></c>"),
      HostileFile(
        workbook: "texts: a text longer than is allowed here", .limit(.cellCharacters),
        at: 12
      ) { _ in },
      shared("too long", .limit(.cellCharacters), "<si><t>" + "e" * 32_768 + "</t></si>"),
      shared("far too long", .limit(.cellCharacters), "<si><t>" + "e" * (30 << 20) + "</t></si>"),
      shared(
        "too long in many runs", .limit(.cellCharacters),
        "<si>" + "<r><t>ee</t></r>" * 20_000 + "</si>"),
      shared("with many runs of nothing", .any, "<si>" + "<r><t/></r>" * 100_000 + "</si>"),
      shared("many times, and tiny", .any, "<si><t>e</t></si>" * 150_000),
      shared("many times, and empty", .any, "<si/>" * 300_000),
      HostileFile(
        workbook: "texts: more shared texts than are allowed here", .limit(.sharedTextBytes),
        at: 100_000
      ) {
        $0.insert("<si/>" * 30_000, into: Part.strings)
      },
      shared("with endless phonetic signs", .any, "<si><rPh>" + "e" * (10 << 20) + "</rPh></si>"),
      HostileFile(workbook: "texts: shared texts that say they are billions", .any) {
        $0.replace("uniqueCount=\"20\"", "uniqueCount=\"4000000000\"", in: Part.strings)
        $0.replace(" count=\"20\"", " count=\"99999999999999999999\"", in: Part.strings)
      },
    ]
  }

  /// A workbook with one more shared text, which the sheet uses.
  private static func shared(
    _ name: String, _ outcome: HostileFile.Outcome, _ item: Content
  ) -> HostileFile {
    HostileFile(workbook: "texts: a shared text \(name)", outcome) {
      $0.insert(item, into: Part.strings)
    }
  }

  static var numbers: [HostileFile] {
    let values = [
      "1e308", "1e309", "-1e308", "NaN", "Infinity", "-1", "1e999999999", "2958466", "0x10", "1,5",
      "--1", "1e", "9223372036854775808", "2147483648.5", "0.00000000000000000000000000001",
    ]
    return values.map { value in
      HostileFile(workbook: "numbers: a day \(value)", .any) {
        $0[Part.styles] = WorkbookBuilder.styles(["yyyy\\-mm\\-dd", "00000000", "0.00E+00"])
        let cells = (0..<4).map {
          #"<c r="\#(WorkbookBuilder.columnName($0))5" s="\#($0)"><v>\#(value)</v></c>"#
        }
        $0[Part.sheet] = filled(Content(#"<row r="5">"# + cells.joined() + "</row>"))
      }
    } + [
      HostileFile(workbook: "numbers: a format of a megabyte", .limit(.rowBytes)) {
        $0[Part.styles] = WorkbookBuilder.styles([String(repeating: "y", count: 1 << 20)])
      },
      HostileFile(workbook: "numbers: a format of ten thousand zeros", .any) {
        $0[Part.styles] = WorkbookBuilder.styles([String(repeating: "0", count: 10_000)])
        $0[Part.sheet] = filled(#"<row r="5"><c r="A5" s="1"><v>7</v></c></row>"#)
      },
      HostileFile(workbook: "numbers: many styles", .any) {
        let xf = #"<xf numFmtId="0"/>"#
        $0[Part.styles] =
          Content(WorkbookBuilder.declaration)
          + Content(#"<styleSheet xmlns="\#(WorkbookBuilder.spreadsheet)"><cellXfs>"#)
          + Content(xf) * 200_000 + "</cellXfs></styleSheet>"
      },
    ]
  }
}
