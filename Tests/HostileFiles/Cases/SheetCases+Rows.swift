import CTEIntake

extension SheetCases {
  static var rows: [HostileFile] {
    let malformed: [(name: String, number: String)] = [
      ("row 0", "0"), ("row -1", "-1"), ("row \"first\"", "first"), ("row 2.5", "2.5"),
      ("row \"\"", ""), ("row 1e3", "1e3"),
    ]
    let great = ["5000001", "4294967298", "1000000000000000000", "99999999999999999999999999"]
    return malformed.map { numbered("rows: \($0.name)", .code("malformed"), $0.number) }
      + great.map { numbered("rows: row \($0)", .limit(.rows), $0) }
      + [
        numbered("rows: the last of all", .any, "1048576"),
        numbered("rows: the one behind the last", .limit(.rows), "1048577"),
        HostileFile(
          workbook: "rows: a number greater than is allowed here", .limit(.rows),
          at: 1000
        ) { $0[Part.sheet] = filled(#"<row r="1001"><c r="A1001"><v>1</v></c></row>"#) },
        HostileFile(workbook: "rows: out of order", .code("malformed")) {
          $0[Part.sheet] = filled(#"<row r="9"><c r="A9"><v>1</v></c></row>"# + blank(8))
        },
        HostileFile(workbook: "rows: one twice", .code("malformed")) {
          $0[Part.sheet] = filled(blank(8) + blank(8))
        },
        HostileFile(workbook: "rows: cells of another row", .code("malformed")) {
          $0[Part.sheet] = filled(#"<row r="9"><c r="A7"><v>1</v></c></row>"#)
        },
        HostileFile(workbook: "rows: one in another", .any) {
          $0[Part.sheet] = filled(#"<row r="9"><row r="10"/></row>"#)
        },
        HostileFile(workbook: "rows: without a number behind the last", .limit(.rows)) {
          $0[Part.sheet] = filled(#"<row r="1048576"/><row><c><v>1</v></c></row>"#)
        },
      ]
  }

  private static func numbered(
    _ name: String, _ outcome: HostileFile.Outcome, _ number: String
  ) -> HostileFile {
    HostileFile(workbook: name, outcome) {
      $0[Part.sheet] = filled(
        Content(#"<row r="\#(number)"><c r="A\#(number)"><v>1</v></c></row>"#))
    }
  }

  private static func blank(_ number: Int) -> Content { Content(#"<row r="\#(number)"/>"#) }

  /// A sheet with the sample and more rows below.
  static func filled(_ rows: Content) -> Content {
    WorkbookBuilder.sheet(WorkbookBuilder.sampleRows + rows)
  }

  static var endless: [HostileFile] {
    [
      HostileFile(
        workbook: "endless: many more blank rows than are allowed here", .limit(.rows), at: 200_000
      ) {
        $0[Part.sheet] = filled("<row/>" * 1_048_577)
      },
      endlessRows("blank rows", "<row/>"),
      endlessRows("blank rows with tags", "<row></row>"),
      endlessRows("rows of blank cells", "<row><c/><c/></row>"),
      endlessRows("rows of a cell", "<row><c><v>1</v></c></row>"),
      endlessRows("rows of styles", #"<row><c s="0"/></row>"#),
      HostileFile(workbook: "endless: cells", .limit(.columns)) {
        $0[Part.sheet] = filled("<row>" + "<c/>" * 16_385 + "</row>")
      },
      HostileFile(workbook: "endless: cells that hold something", .limit(.columns)) {
        $0[Part.sheet] = filled("<row>" + "<c><v>1</v></c>" * 20_000 + "</row>")
      },
      HostileFile(workbook: "endless: titles", .limit(.columns)) {
        $0[Part.sheet] = WorkbookBuilder.sheet("<row>" + "<c><v>1</v></c>" * 20_000 + "</row>")
      },
      HostileFile(
        workbook: "endless: columns that are allowed here", .limit(.columns), at: 4
      ) { _ in },
      HostileFile(workbook: "endless: blanks between rows", .any) {
        $0[Part.sheet] = filled(" " * (30 << 20))
      },
      HostileFile(workbook: "endless: elements that nobody knows", .any) {
        $0[Part.sheet] = filled("<a/>" * 200_000)
      },
      HostileFile(workbook: "endless: merged cells", .any) {
        $0.replace("</sheetData>", "</sheetData><mergeCells></mergeCells>", in: Part.sheet)
        $0[Part.sheet] = WorkbookBuilder.sheet(WorkbookBuilder.sampleRows)
        $0.insert(#"<mergeCell ref="A1:B2"/>"# * 50_000, into: Part.sheet)
      },
      HostileFile(workbook: "endless: a row of text in one cell", .limit(.cellCharacters)) {
        $0[Part.sheet] = filled("<row><c><v>" + "1" * (20 << 20))
      },
    ]
  }

  private static func endlessRows(_ name: String, _ row: Content) -> HostileFile {
    HostileFile(
      workbook: "endless: \(name)", .limit(.rows), at: 20_000
    ) { $0[Part.sheet] = filled(row * 20_000) }
  }
}
