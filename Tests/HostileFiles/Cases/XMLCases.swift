import CTEIntake

/// Workbooks with parts whose XML is made to hurt.
enum XMLCases {
  typealias Part = WorkbookBuilder.Part
  static let megabyte = 1 << 20

  static var all: [HostileFile] {
    Part.all.flatMap(everywhere) + depths + entities + lengths + brokenParts
  }

  /// What is tried in every part.
  private static func everywhere(_ part: String) -> [HostileFile] {
    [
      HostileFile(workbook: "xml: \(part) is deep", Part.outcome(of: part, .limit(.xmlDepth))) {
        $0.insert("<a>" * 100_000 + "</a>" * 100_000, into: part)
      },
      HostileFile(
        workbook: "xml: \(part) declares entities of entities",
        Part.outcome(of: part, .limit(.xmlEntities))
      ) {
        $0.precede(laughs, part: part)
        $0.insert("<a>&laugh9;</a>", into: part)
      },
      HostileFile(
        workbook: "xml: \(part) has a document type", Part.outcome(of: part, .limit(.xmlEntities))
      ) {
        $0.precede("<!DOCTYPE any>", part: part)
      },
      HostileFile(
        workbook: "xml: \(part) has a giant attribute", Part.outcome(of: part, .limit(.rowBytes))
      ) {
        $0.insert("<a b='" + "c" * (9 * megabyte) + "'/>", into: part)
      },
      HostileFile(workbook: "xml: \(part) isn't closed", Part.outcome(of: part, .code("malformed")))
      {
        $0[part] = Content($0[part]?.bytes.dropLast(30) ?? [])
      },
      HostileFile(workbook: "xml: \(part) has a zero", Part.outcome(of: part, .code("malformed"))) {
        $0.insert("\0", into: part)
      },
      HostileFile(workbook: "xml: \(part) is no XML", Part.outcome(of: part, .code("malformed"))) {
        $0[part] = "This is no XML at all."
      },
      HostileFile(workbook: "xml: \(part) is empty", Part.outcome(of: part, .code("malformed"))) {
        $0[part] = ""
      },
    ]
  }

  /// Ten entities, each ten times the one before.
  private static var laughs: Content {
    let entities = (1...9).map { place in
      let before = String(repeating: "&laugh\(place - 1);", count: 10)
      return #"<!ENTITY laugh\#(place) "\#(before)">"#
    }
    return Content("<!DOCTYPE any [<!ENTITY laugh0 \"ha\">" + entities.joined() + "]>")
  }

  private static var depths: [HostileFile] {
    [
      HostileFile(workbook: "xml: a sheet one deeper than is allowed", .limit(.xmlDepth)) {
        $0.insert("<a>" * 64 + "</a>" * 64, into: Part.sheet)
      },
      HostileFile(
        workbook: "xml: a sheet deeper than is allowed here", .limit(.xmlDepth),
        at: 3
      ) { _ in },
      HostileFile(workbook: "xml: a deep cell", .limit(.xmlDepth)) {
        $0.replace("<v>0</v>", String(repeating: "<r>", count: 900), in: Part.sheet)
      },
      HostileFile(workbook: "xml: a deep text", .limit(.xmlDepth)) {
        $0.insert("<si>" + "<r>" * 900_000, into: Part.strings)
      },
      HostileFile(workbook: "xml: a deep sheet without end", .limit(.xmlDepth)) {
        $0.insert("<x:a>" * 2_000_000, into: Part.sheet)
      },
    ]
  }

  private static var entities: [HostileFile] {
    let declarations: [(name: String, text: String)] = [
      ("a file of this machine", #"<!ENTITY e SYSTEM "file:///etc/passwd">"#),
      ("a device of this machine", #"<!ENTITY e SYSTEM "file:///dev/zero">"#),
      ("an address elsewhere", #"<!ENTITY e SYSTEM "http://192.0.2.1/e">"#),
      ("a public name", #"<!ENTITY e PUBLIC "e" "http://192.0.2.1/e">"#),
      ("a parameter", #"<!ENTITY % p "<!ENTITY e 'f'>"> %p;"#),
      ("a parameter elsewhere", #"<!ENTITY % p SYSTEM "http://192.0.2.1/e"> %p;"#),
      ("itself", #"<!ENTITY e "&e;">"#),
      ("nothing", #"<!ENTITY e "">"#),
      ("what isn't parsed", #"<!NOTATION n SYSTEM "n"><!ENTITY e SYSTEM "e" NDATA n>"#),
    ]
    let parts = [Part.sheet, Part.strings]
    return parts.flatMap { part in
      declarations.map { declaration in
        HostileFile(
          workbook: "xml: \(part) has an entity for \(declaration.name)", .limit(.xmlEntities)
        ) {
          $0.precede(Content("<!DOCTYPE any [\(declaration.text)]>"), part: part)
          $0.insert("<a>&e;</a>", into: part)
        }
      } + [
        HostileFile(workbook: "xml: \(part) repeats a long entity", .limit(.xmlEntities)) {
          $0.precede(#"<!DOCTYPE any [<!ENTITY e ""# + "e" * 100_000 + #"">]>"#, part: part)
          $0.insert("<a>" + "&e;" * 100_000 + "</a>", into: part)
        },
        HostileFile(workbook: "xml: \(part) has a document type elsewhere", .limit(.xmlEntities)) {
          $0.precede(#"<!DOCTYPE any SYSTEM "http://192.0.2.1/any.dtd">"#, part: part)
        },
        HostileFile(workbook: "xml: \(part) has a giant document type", .limit(.xmlEntities)) {
          $0.precede("<!DOCTYPE any [" + "<!ELEMENT a ANY>" * 600_000 + "]>", part: part)
        },
        HostileFile(
          workbook: "xml: \(part) uses an entity that nobody declares", .code("malformed")
        ) {
          $0.insert("<a>&nbsp;</a>", into: part)
        },
      ]
    }
  }

  private static var lengths: [HostileFile] {
    [Part.sheet, Part.strings, Part.workbook].flatMap { part in
      [
        HostileFile(workbook: "xml: \(part) has a giant name", .limit(.rowBytes)) {
          $0.insert("<" + "a" * (9 * megabyte) + "/>", into: part)
        },
        HostileFile(workbook: "xml: \(part) has a million attributes", .limit(.rowBytes)) {
          $0.insert("<a" + " abcdef=''" * 1_000_000 + "/>", into: part)
        },
        HostileFile(
          workbook: "xml: \(part) has an attribute longer than is allowed here", .limit(.rowBytes),
          at: 10_000
        ) { $0.insert("<a b='" + "c" * 20_000 + "'/>", into: part) },
        HostileFile(workbook: "xml: \(part) has many other attributes", .code("malformed")) {
          let attributes = (0..<20_000).map { " a\($0)=''" }
          $0.insert(Content("<a" + attributes.joined() + "/>"), into: part)
        },
        HostileFile(workbook: "xml: \(part) has a tag without end", .limit(.rowBytes)) {
          $0.insert("<a " + " " * (9 * megabyte), into: part)
        },
        HostileFile(workbook: "xml: \(part) has a giant remark", .refused) {
          $0.insert("<!--" + "c" * (40 * megabyte) + "-->", into: part)
        },
        HostileFile(workbook: "xml: \(part) has a giant instruction", .refused) {
          $0.insert("<?c " + "c" * (40 * megabyte) + "?>", into: part)
        },
        HostileFile(workbook: "xml: \(part) has giant raw text", .any) {
          $0.insert("<a><![CDATA[" + "c" * (40 * megabyte) + "]]></a>", into: part)
        },
        HostileFile(workbook: "xml: \(part) has giant text", .any) {
          $0.insert("<a>" + "c" * (40 * megabyte) + "</a>", into: part)
        },
      ]
    }
  }
}
