import CTEIntake

/// Workbooks whose sheets, rows and cells are not as a workbook may have them.
enum SheetCases {
  typealias Part = WorkbookBuilder.Part

  static var all: [HostileFile] { sheets + links + rows + endless + cells + texts + numbers }

  private static var sheets: [HostileFile] {
    [
      HostileFile(workbook: "sheets: three hundred", .limit(.sheets)) { many(300, in: &$0) },
      HostileFile(
        workbook: "sheets: more than are allowed here", .limit(.sheets), at: 2
      ) { many(3, in: &$0) },
      HostileFile(workbook: "sheets: a hundred thousand in name alone", .limit(.sheets)) {
        $0[Part.workbook] = named(100_000)
      },
      HostileFile(workbook: "sheets: none", .any) {
        $0[Part.workbook] = WorkbookBuilder.workbook([])
      },
      HostileFile(workbook: "sheets: all hidden", .any) {
        $0[Part.workbook] = WorkbookBuilder.workbook([("Upload", #"state="hidden""#)])
      },
      HostileFile(workbook: "sheets: a name of a megabyte", .limit(.rowBytes)) {
        let name = String(repeating: "n", count: 1 << 20)
        $0[Part.workbook] = WorkbookBuilder.workbook([(name, "")])
      },
    ]
  }

  private static func many(_ count: Int, in workbook: inout WorkbookBuilder) {
    workbook[Part.workbook] = WorkbookBuilder.workbook(
      (0..<count).map { ("Upload \($0)", "") })
    workbook[Part.workbookLinks] = WorkbookBuilder.workbookLinks(sheets: count)
    for place in 1..<count {
      workbook["xl/worksheets/sheet\(place + 1).xml"] = workbook[Part.sheet]
    }
  }

  private static func named(_ count: Int) -> Content {
    let text = WorkbookBuilder.workbook()
    let parts = String(decoding: text.bytes, as: UTF8.self).components(around: "<sheets>")
    return Content(parts.0) + #"<sheet name="n" sheetId="9" r:id="rId1"/>"# * count
      + Content(parts.1)
  }

  private static var links: [HostileFile] {
    [
      linked("to nothing", "worksheets/sheet9.xml"),
      linked("out of the file", "../../../../../../etc/passwd"),
      linked("to an address", "http://192.0.2.1/sheet1.xml"),
      linked("to the workbook", "workbook.xml", .any),
      linked("to the links", "_rels/workbook.xml.rels", .any),
      linked("to a folder", "worksheets/"),
      linked("to no target", ""),
      linked("to a target of a megabyte", String(repeating: "../", count: 300_000) + "sheet1.xml"),
      HostileFile(workbook: "links: a sheet outside of the file", .code("malformed")) {
        $0.replace(
          #"Target="worksheets/sheet1.xml""#,
          #"Target="file:///etc/passwd" TargetMode="External""#, in: Part.workbookLinks)
      },
      HostileFile(workbook: "links: a sheet without a link", .code("malformed")) {
        $0.replace("r:id=\"rId1\"", "r:id=\"rId77\"", in: Part.workbook)
      },
      HostileFile(workbook: "links: a sheet that asks for no link", .code("malformed")) {
        $0.replace("r:id=\"rId1\"", "", in: Part.workbook)
      },
      HostileFile(workbook: "links: a sheet by the link of the styles", .any) {
        $0.replace("r:id=\"rId1\"", "r:id=\"rId2\"", in: Part.workbook)
      },
      HostileFile(workbook: "links: the workbook links to itself", .any) {
        $0[Part.workbookLinks] = WorkbookBuilder.links([("rId1", "officeDocument", "workbook.xml")])
      },
      HostileFile(workbook: "links: the file's workbook lies outside of it", .code("unknownKind")) {
        $0.replace("xl/workbook.xml", "../../../etc/passwd", in: Part.links)
      },
      HostileFile(workbook: "links: the file's workbook is its links", .code("unknownKind")) {
        $0.replace("xl/workbook.xml", "_rels/.rels", in: Part.links)
      },
      HostileFile(workbook: "links: many", .any) {
        $0.insert(
          #"<Relationship Id="a" Type="b" Target="c"/>"# * 40_000, into: Part.workbookLinks)
      },
      HostileFile(workbook: "links: two of one name", .any) {
        $0.insert(
          Content(#"<Relationship Id="rId1" Type="b" Target="styles.xml"/>"#),
          into: Part.workbookLinks)
      },
    ]
  }

  private static func linked(
    _ name: String, _ target: String, _ outcome: HostileFile.Outcome = .code("malformed")
  ) -> HostileFile {
    HostileFile(workbook: "links: a sheet \(name)", outcome) {
      $0.replace("worksheets/sheet1.xml", target, in: Part.workbookLinks)
    }
  }
}

extension String {
  /// What stands before the end of a text, and what follows.
  fileprivate func components(around text: String) -> (String, String) {
    guard let range = firstRange(of: text) else { return (self, "") }
    return (String(self[..<range.upperBound]), String(self[range.upperBound...]))
  }
}
