import CTEIntake

extension XMLCases {
  static var brokenParts: [HostileFile] {
    [Part.sheet, Part.strings].flatMap { part in
      broken.map { broken in
        HostileFile(workbook: "xml: \(part) has \(broken.name)", .code("malformed")) {
          $0.insert(Content(broken.bytes), into: part)
        }
      } + encodings(part)
    } + [
      HostileFile(workbook: "xml: a sheet with two roots", .any) {
        $0[Part.sheet] = ($0[Part.sheet] ?? "") + "<worksheet/>"
      },
      HostileFile(workbook: "xml: a sheet with text behind its end", .any) {
        $0[Part.sheet] = ($0[Part.sheet] ?? "") + "and so on"
      },
      HostileFile(workbook: "xml: a sheet that is no sheet", .any) {
        $0[Part.sheet] = $0[Part.styles]
      },
      HostileFile(workbook: "xml: a workbook that is no workbook", .code("unknownKind")) {
        $0[Part.workbook] = $0[Part.styles]
      },
      HostileFile(workbook: "xml: a row that isn't closed", .code("malformed")) {
        $0.replace("</row></sheetData>", "</sheetData>", in: Part.sheet)
      },
      HostileFile(workbook: "xml: a sheet that breaks off in a row", .code("malformed")) {
        $0[Part.sheet] = Content($0[Part.sheet]?.bytes.dropLast(60) ?? [])
      },
      HostileFile(workbook: "xml: a sheet that breaks off in a tag", .code("malformed")) {
        $0[Part.sheet] = Content($0[Part.sheet]?.bytes.dropLast(44) ?? [])
      },
    ]
  }

  private static let broken: [(name: String, bytes: [UInt8])] = [
    ("tags that cross", Array("<a><b></a></b>".utf8)),
    ("an end without a beginning", Array("</a>".utf8)),
    ("a tag in a tag", Array("<a <b/>>".utf8)),
    ("a tag in an attribute", Array("<a b='<c>'/>".utf8)),
    ("an attribute without quotes", Array("<a b=c/>".utf8)),
    ("an attribute without a value", Array("<a b/>".utf8)),
    ("an attribute twice", Array("<a b='1' b='2'/>".utf8)),
    ("an attribute without a blank before it", Array("<a b='1'c='2'/>".utf8)),
    ("a name that begins with a digit", Array("<1a/>".utf8)),
    ("a lone ampersand", Array("<a>R & D</a>".utf8)),
    ("a character that isn't allowed", Array("<a>&#0;</a>".utf8)),
    ("a character behind the last", Array("<a>&#x110000;</a>".utf8)),
    ("a character of a great number", Array("<a>&#99999999999999999999;</a>".utf8)),
    ("half a character", Array("<a>&#xD800;</a>".utf8)),
    ("a control character", [60, 97, 62, 1, 60, 47, 97, 62]),
    ("bytes that are no UTF-8", Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8)),
    ("too long UTF-8", Array("<a>".utf8) + [0xC0, 0x80] + Array("</a>".utf8)),
    ("UTF-8 of half a character", Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8)),
    ("a remark without end", Array("<!-- and so on".utf8)),
    ("a remark with dashes", Array("<!-- a -- b -->".utf8)),
    ("raw text without end", Array("<a><![CDATA[ and so on".utf8)),
    ("the end of raw text alone", Array("<a>]]></a>".utf8)),
    ("an instruction named XML", Array("<?xml version='1.0'?>".utf8)),
  ]

  private static func encodings(_ part: String) -> [HostileFile] {
    let names = ["UTF-16", "UTF-32", "EBCDIC-CP-US", "UTF-7", "nonsense", "", "x" * 9_000]
    return names.map { name in
      let shown = name.count > 20 ? "of a long name" : name
      return HostileFile(
        workbook: "xml: \(part) says it is encoded as \(shown)", .code("malformed")
      ) {
        $0.replace(#"encoding="UTF-8""#, "encoding=\"\(name)\"", in: part)
      }
    } + [
      HostileFile(workbook: "xml: \(part) has an odd number of bytes of UTF-16", .code("malformed"))
      {
        $0[part] = Content([0xFF, 0xFE] + [60, 0, 97, 0, 47, 0, 62])
      }
    ]
  }
}

private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
