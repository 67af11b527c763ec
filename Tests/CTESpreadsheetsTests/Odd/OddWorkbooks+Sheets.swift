@testable import HostileFiles

/// Workbooks of several sheets, and sheets whose table stands somewhere else.
extension OddFile {
  /// A workbook with a second sheet before or behind the table, which stands in `sheet1.xml` as ever.
  private static func two(
    _ name: String, first: String = "", second: String = "", tableIsSecond: Bool = true,
    other: Content
  ) -> OddFile {
    OddFile(
      name,
      workbook: { workbook in
        workbook[Part.workbook] = WorkbookBuilder.workbook([
          ("Instructions &amp; help", first), ("Upload", second),
        ])
        workbook[Part.workbookLinks] = WorkbookBuilder.workbookLinks(sheets: 2)
        workbook[Part.contentTypes] = WorkbookBuilder.contentTypes(sheets: 2)
        let table = workbook[Part.sheet]
        workbook[tableIsSecond ? Part.sheet : "xl/worksheets/sheet2.xml"] = other
        workbook[tableIsSecond ? "xl/worksheets/sheet2.xml" : Part.sheet] = table
      }
    ).expecting {
      $0.sheet = tableIsSecond ? 1 : 0
      $0.hidden = [first.contains("idden"), second.contains("idden")]
    }
  }

  private static let instructions = WorkbookBuilder.sheet(
    Content(
      WorkbookBuilder.row(1, WorkbookBuilder.inline("A1", "How to fill in this workbook"))
        + WorkbookBuilder.row(3, WorkbookBuilder.inline("B3", "School: the number of your school")))
  )

  static var sheets: [OddFile] {
    [
      two("instructions before the table", other: instructions),
      two("notes behind the table", tableIsSecond: false, other: instructions),
      two("a hidden sheet before the table", first: #"state="hidden""#, other: instructions),
      two(
        "a sheet hidden for good before the table", first: #"state="veryHidden""#,
        other: instructions),
      two("a sheet that says it is visible", second: #"state="visible""#, other: instructions),
      two("an empty sheet before the table", other: WorkbookBuilder.sheet("")),
      OddFile(
        "sheets linked in another order",
        workbook: { workbook in
          workbook[Part.workbook] = WorkbookBuilder.workbook([("Notes", ""), ("Upload", "")])
            .replacing("rId2", "table").replacing("rId1", "notes")
          workbook[Part.workbookLinks] = WorkbookBuilder.links([
            ("x", "sharedStrings", "sharedStrings.xml"),
            ("table", "worksheet", "worksheets/sheet1.xml"),
            ("y", "styles", "styles.xml"), ("notes", "worksheet", "worksheets/sheet2.xml"),
          ])
          workbook["xl/worksheets/sheet2.xml"] = instructions
        }
      ).expecting {
        $0.sheet = 1
        $0.hidden = [false, false]
      },
    ]
  }

  /// A workbook of which the rows are written in another way.
  static func rows(_ name: String, _ rows: @escaping () -> Content) -> OddFile {
    OddFile(name, workbook: { $0[Part.sheet] = WorkbookBuilder.sheet(rows()) })
  }

  /// A workbook of which a text in the sheet is replaced.
  private static func replaced(_ name: String, _ text: String, _ replacement: String) -> OddFile {
    OddFile(name, workbook: { $0.replace(text, replacement, in: Part.sheet) })
  }

  private static let merged =
    #"</sheetData><mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>"#

  static var places: [OddFile] {
    [
      rows("a table below blank rows") { WorkbookBuilder.rows(from: 7) }.expecting {
        $0.titlesRow = 7
        $0.rows = rows(from: 8)
      },
      rows("a table in column C") { WorkbookBuilder.rows(from: 1, column: 2) }.expecting {
        $0.titles = ["", ""] + Sample.titles
        $0.rows = rows(from: 2, Sample.rows.map { ["", ""] + $0 })
      },
      rows("blank rows between rows") {
        WorkbookBuilder.rows(from: 1).replacing("<row r=\"4\">", "<row r=\"40\">").replacing(
          "4\" t", "40\" t")
      }.expecting { $0.rows = rows(2, 3, 40) },
      rows("blank rows that are there") {
        Content(
          #"<row r="1"/><row r="2" ht="30" customHeight="1"><c r="A2"/><c r="B2" s="0"></c></row>"#)
          + WorkbookBuilder.rows(from: 3)
      }.expecting {
        $0.titlesRow = 3
        $0.rows = rows(from: 4)
      },
      rows("rows of blanks") {
        WorkbookBuilder.rows(from: 1)
          + Content(WorkbookBuilder.row(5, WorkbookBuilder.inline("A5", "   ")))
      },
      rows("a merged banner above the titles") {
        Content(
          WorkbookBuilder.row(
            1, WorkbookBuilder.inline("A1", "Upload of 2022") + #"<c r="B1"/><c r="C1"/>"#))
          + WorkbookBuilder.rows(from: 2)
      }.expecting {
        $0.titlesRow = 2
        $0.rows = rows(from: 3)
      },
      replaced("merged titles", "</sheetData>", merged),
      without("no names of cells", #/ r="[A-Z]+\d+"/#),
      without("no numbers of rows", #/ r="\d+"/#),
      without("no names at all", #/ r="[A-Z]*\d+"/#),
      without("names of the first cells alone", #/ r="[B-E]\d+"/#),
      replaced(
        "a dimension that is too small", "<sheetData>", #"<dimension ref="A1"/><sheetData>"#),
      replaced(
        "a dimension of everything", "<sheetData>", #"<dimension ref="A1:XFD1048576"/><sheetData>"#),
      replaced("a dimension that is none", "<sheetData>", #"<dimension ref=""/><sheetData>"#),
      replaced("hidden rows", "<row ", #"<row hidden="1" "#),
      replaced(
        "hidden columns", "<sheetData>",
        #"<cols><col min="2" max="4" width="0" hidden="1"/></cols><sheetData>"#),
      replaced(
        "styles far away", "</sheetData>",
        #"<row r="1048576" s="0" customFormat="1"><c r="XFD1048576" s="0"/></row></sheetData>"#),
      replaced(
        "styles in every column of a row", "</row></sheetData>",
        (5..<2000).map { #"<c r="\#(WorkbookBuilder.columnName($0))4" s="0"/>"# }.joined()
          + "</row></sheetData>"),
      replaced(
        "many blank rows at the end", "</sheetData>",
        (5..<3000).map { #"<row r="\#($0)"><c r="A\#($0)" s="0"/></row>"# }.joined()
          + "</sheetData>"),
      replaced(
        "texts in a column behind the titles", "</row></sheetData>",
        WorkbookBuilder.inline("H4", "a note") + "</row></sheetData>"),
    ]
  }

  /// A workbook without what matches in its sheet.
  private static func without(_ name: String, _ pattern: Regex<Substring>) -> OddFile {
    OddFile(
      name,
      workbook: { workbook in
        let text = String(decoding: workbook[Part.sheet]?.bytes ?? [], as: UTF8.self)
        workbook[Part.sheet] = Content(text.replacing(pattern, with: ""))
      })
  }
}
