import CTEIntake

/// Small workbooks of which much would be made.
enum GrowingCases {
  private typealias Part = WorkbookBuilder.Part

  static var all: [HostileFile] { sharedTexts + rows + zeros + words }

  /// The longest text that a cell may have, shared by cells without names.
  private static let longest: Content = "<si><t>" + "e" * 32_767 + "</t></si>"
  private static let shared: Content = "<c t=\"s\"><v>0</v></c>"

  private static func sharing(
    _ name: String, _ outcome: HostileFile.Outcome, _ rows: @escaping () -> Content
  ) -> HostileFile {
    HostileFile(workbook: "growing: \(name)", outcome) {
      $0.insert(longest, into: Part.strings)
      $0[Part.sheet] = WorkbookBuilder.sheet(rows())
    }
  }

  private static var sharedTexts: [HostileFile] {
    [
      sharing("a long text in every title", .limit(.rowBytes)) {
        "<row>" + shared * 16_000 + "</row>"
      },
      sharing("a long text in many rows of titles", .limit(.rowBytes)) {
        ("<row>" + shared * 200 + "</row>") * 99
      },
      sharing("a long text in every cell of a row", .limit(.rowBytes)) {
        "<row>" + "<c><v>1</v></c>" * 16_000 + "</row><row>" + shared * 16_000 + "</row>"
      },
      sharing("a long text in many rows", .any) {
        "<row><c><v>1</v></c></row>" * 100 + ("<row>" + shared + "</row>") * 10_000
      },
      sharing("a long text behind the titles", .limit(.rowBytes)) {
        "<row><c><v>1</v></c></row><row>" + shared * 16_000 + "</row>"
      },
    ]
  }

  private static var rows: [HostileFile] {
    [
      HostileFile(workbook: "growing: many rows of many titles", .any) {
        $0[Part.sheet] = WorkbookBuilder.sheet(
          ("<row>" + "<c><v>1</v></c>" * 16_000 + "</row>") * 6)
      },
      HostileFile(workbook: "growing: titles in every column above rows of one cell", .any) {
        $0[Part.sheet] = WorkbookBuilder.sheet(
          "<row>" + "<c><v>1</v></c>" * 16_000 + "</row>" + "<row><c><v>1</v></c></row>" * 80)
      },
      HostileFile(workbook: "growing: a cell in the last column of many rows", .limit(.rowBytes)) {
        let last = WorkbookBuilder.columnName(16_383)
        let titles = Content(WorkbookBuilder.row(1, WorkbookBuilder.inline(last + "1", "e")))
        let rows = (2...100).map {
          WorkbookBuilder.row($0, WorkbookBuilder.inline(last + "\($0)", "e"))
        }
        $0[Part.sheet] = WorkbookBuilder.sheet(titles + Content(rows.joined()))
      },
      HostileFile(workbook: "growing: many sheets of many titles", .any) { workbook in
        workbook[Part.workbook] = WorkbookBuilder.workbook((0..<50).map { ("Upload \($0)", "") })
        workbook[Part.workbookLinks] = WorkbookBuilder.links(
          (0..<50).map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet1.xml") })
        workbook[Part.sheet] = WorkbookBuilder.sheet("<row>" + "<c><v>1</v></c>" * 500 + "</row>")
      },
    ]
  }

  private static var zeros: [HostileFile] {
    [100, 255, 256, 40_000].map { count in
      HostileFile(workbook: "growing: numbers that show \(count) zeros", .any) {
        $0[Part.styles] = WorkbookBuilder.styles([String(repeating: "0", count: count)])
        $0[Part.sheet] = WorkbookBuilder.sheet(
          "<row>" + "<c><v>1</v></c>" * 400 + "</row><row>" + "<c s=\"1\"><v>7</v></c>" * 400
            + "</row>")
      }
    }
  }

  /// What would make the words of an error long.
  private static var words: [HostileFile] {
    let name = String(repeating: "n", count: 1 << 20)
    return [
      HostileFile(workbook: "growing: the name of a sheet that isn't there", .limit(.rowBytes)) {
        $0[Part.workbook] = WorkbookBuilder.workbook([(name, "")])
        $0[Part.sheet] = nil
      },
      HostileFile(workbook: "growing: the name of a broken sheet", .limit(.rowBytes)) {
        $0[Part.workbook] = WorkbookBuilder.workbook([(name, "")])
        $0[Part.sheet] = WorkbookBuilder.sheet("<row></rwo>")
      },
      HostileFile(workbook: "growing: a formula that nobody calculated", .limit(.cellCharacters)) {
        $0[Part.sheet] = WorkbookBuilder.sheet(
          "<row><c><v>1</v></c></row><row><c><f>" + "A1+" * 100_000 + "A1</f></c></row>")
      },
      HostileFile(workbook: "growing: the name of an error", .limit(.cellCharacters)) {
        $0[Part.sheet] = WorkbookBuilder.sheet(
          "<row><c t='e'><v>" + "N" * 40_000 + "</v></c></row>")
      },
      HostileFile(workbook: "growing: the type of a cell", .code("malformed")) {
        $0[Part.sheet] = WorkbookBuilder.sheet(
          "<row><c t='" + "N" * 400_000 + "'><v>1</v></c></row>")
      },
      HostileFile(workbook: "growing: a day by its name", .any) {
        $0[Part.sheet] = WorkbookBuilder.sheet(
          "<row><c t='d'><v>" + "1" * 30_000 + "</v></c></row>")
      },
      HostileFile(oldWorkbook: "the longest text in many rows of titles", .limit(.rowBytes)) {
        workbook in
        // In pieces, because a record has no more than 8,224 bytes.
        workbook.strings = [OldWorkbookBuilder.text(String(repeating: "e", count: 8000))]
        let cells = (0..<99).flatMap { row in
          (0..<16).map { OldRecord.shared(row, $0, text: 0) }
        }
        workbook.sheets[0].records = OldWorkbookBuilder.sheet(cells, rows: 0..<99, columns: 0..<16)
      },
      HostileFile(oldWorkbook: "the longest text in many rows", .any) { workbook in
        workbook.strings.append(OldWorkbookBuilder.text(String(repeating: "e", count: 8000)))
        let titles = (0..<40).map { OldRecord.shared(0, $0, text: 1) }
        let cells = (100..<115).flatMap { row in
          (0..<40).map { OldRecord.shared(row, $0, text: 20) }
        }
        workbook.sheets[0].records = OldWorkbookBuilder.sheet(
          titles + cells, rows: 0..<115, columns: 0..<40)
      },
    ]
  }
}
