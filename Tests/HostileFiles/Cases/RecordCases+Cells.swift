import CTEIntake

extension RecordCases {
  /// An old workbook with one more record in its sheet.
  private static func cell(
    _ name: String, _ record: OldRecord, _ outcome: HostileFile.Outcome = .any,
    rows: Range<Int> = 0..<6, columns: Range<Int> = 0..<6
  ) -> HostileFile {
    HostileFile(oldWorkbook: name, outcome) {
      $0.sheets[0].records = OldWorkbookBuilder.sheet(
        OldWorkbookBuilder.sampleCells + [record], rows: rows, columns: columns)
    }
  }

  static var cells: [HostileFile] {
    [
      cell("a shared text that isn't there", .shared(4, 0, text: 99), .code("malformed")),
      cell(
        "a shared text of the greatest number", .shared(4, 0, text: 0xFFFF_FFFF), .code("malformed")
      ),
      cell("a cell below the sheet", .shared(900, 0, text: 1)),
      cell("a cell beside the sheet", .shared(4, 200, text: 1)),
      cell("a cell in the last row and column", .shared(65_535, 255, text: 1), .read),
      cell("a cell in a column that isn't there", .shared(4, 0xFFFF, text: 1), .code("malformed")),
      cell("a cell of a style that isn't there", .shared(4, 0, text: 1, style: 0xFFFF)),
      cell("a number of a style that isn't there", .number(4, 0, 1, style: 0xFFFF)),
      cell("numbers that end before they begin", OldRecord(0xBD, numbers: [4, 5, 0, 0, 0, 0])),
      cell(
        "numbers in more columns than there are", OldRecord(0xBD, numbers: [4, 0, 0, 0, 0, 0xFFFF])),
      cell("numbers of nothing", OldRecord(0xBD), .code("malformed")),
      cell("blanks in more columns than there are", OldRecord(0xBE, numbers: [4, 0, 0, 0xFFFF])),
      cell("blanks of nothing", OldRecord(0xBE)),
      cell("a number of two bytes", OldRecord(0x203, numbers: [4, 0, 0, 1]), .code("malformed")),
      cell("a shared text of two bytes", OldRecord(0xFD, numbers: [4]), .code("malformed")),
      cell("an empty cell of no bytes", OldRecord(0x201)),
      cell("a truth that is neither", .truth(4, 0, 77)),
      cell("an error that isn't there", .truth(4, 0, 99, isError: true)),
      cell("a formula of two bytes", OldRecord(0x06, numbers: [4]), .code("malformed")),
      cell(
        "a formula longer than its record",
        OldRecord(0x06, numbers: [4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFFFF])),
      cell("a text of a formula without one", OldRecord(0x207, [0xFF, 0xFF, 0, 65])),
      cell(
        "a label longer than its record", .label(4, 0, [0xFF, 0xFF, 0, 65, 66]),
        .limit(.cellCharacters)),
      cell("a label of odd bytes", .label(4, 0, [3, 0, 1, 65, 0, 66]), .code("malformed")),
      cell("a number that is none", .number(4, 0, .nan)),
      cell("a number without end", .number(4, 0, .infinity)),
      cell("a cell twice", .shared(0, 0, text: 1), .code("malformed")),
    ] + dates
  }

  private static var dates: [HostileFile] {
    let values = [-1, 0, 60, 2_958_466, 1e15, 1e300, -1e300, .nan, .infinity, 0.999_999_999_99]
    return values.map { value in
      HostileFile(oldWorkbook: "a day \(value)", .any) { workbook in
        workbook.formats = ["yyyy\\-mm\\-dd"]
        workbook.formatNumbers = [0, 164, 14, 22]
        let cells = (1...3).map { OldRecord.number(4, $0, value, style: $0) }
        workbook.sheets[0].records = OldWorkbookBuilder.sheet(
          OldWorkbookBuilder.sampleCells + cells, rows: 0..<5)
      }
    }
  }

  private static func dimensions(
    _ name: String, _ outcome: HostileFile.Outcome, at bound: Int? = nil, rows: Range<Int>,
    columns: Range<Int>
  ) -> HostileFile {
    HostileFile(oldWorkbook: name, outcome, at: bound) {
      $0.sheets[0].records = OldWorkbookBuilder.sheet(
        OldWorkbookBuilder.sampleCells, rows: rows, columns: columns)
    }
  }

  static var bounds: [HostileFile] {
    [
      dimensions(
        "a sheet of all rows and columns", .read, rows: 0..<65_536, columns: 0..<256),
      dimensions(
        "a sheet of more cells than are allowed here", .limit(.cells), at: 16_000_000,
        rows: 0..<65_536, columns: 0..<256),
      dimensions(
        "a sheet of four billion rows", .limit(.rows), rows: 0..<0xFFFF_FFFF, columns: 0..<5),
      dimensions(
        "a sheet of all columns that can be told", .limit(.columns), rows: 0..<4,
        columns: 0..<0xFFFF),
      dimensions(
        "a sheet of everything that can be told", .limit(.rows), rows: 0..<0xFFFF_FFFF,
        columns: 0..<0xFFFF),
      dimensions("a sheet of nothing", .any, rows: 0..<0, columns: 0..<0),
      dimensions(
        "a sheet that is said to begin below", .any, rows: 60_000..<60_004, columns: 0..<5),
      HostileFile(oldWorkbook: "a sheet that ends before it begins", .any) { workbook in
        var dimensions = OldRecord(0x200)
        for number in [9, 2] { dimensions.data.append(number, bytes: 4) }
        for number in [9, 2, 0] { dimensions.data.append(number, bytes: 2) }
        workbook.sheets[0].records[1] = dimensions
      },
      HostileFile(oldWorkbook: "no dimensions of a sheet", .any) {
        $0.sheets[0].records.remove(at: 1)
      },
      HostileFile(oldWorkbook: "dimensions of two bytes", .code("malformed")) {
        $0.sheets[0].records[1] = OldRecord(0x200, [1, 0])
      },
      HostileFile(oldWorkbook: "dimensions again and again", .any) { workbook in
        let record = workbook.sheets[0].records[1]
        workbook.sheets[0].records.insert(contentsOf: Array(repeating: record, count: 50), at: 1)
      },
      HostileFile(oldWorkbook: "the greatest dimensions at last", .read) { workbook in
        workbook.sheets[0].records.insert(
          .dimensions(rows: 0..<65_536, columns: 0..<256), at: workbook.sheets[0].records.count - 1)
      },
      HostileFile(oldWorkbook: "more rows than are allowed here", .limit(.rows), at: 3) { _ in },
      HostileFile(oldWorkbook: "more columns than are allowed here", .limit(.columns), at: 4) { _ in
      },
      HostileFile(oldWorkbook: "more cells than are allowed here", .limit(.cells), at: 19) { _ in },
      HostileFile(
        oldWorkbook: "a text longer than is allowed here", .limit(.cellCharacters), at: 12
      ) { _ in },
      HostileFile(oldWorkbook: "many sheets that are great together", .any) { workbook in
        let sheet = OldWorkbookBuilder.sheet(
          OldWorkbookBuilder.sampleCells, rows: 0..<65_536, columns: 0..<30)
        workbook.sheets = (0..<40).map { .init(name: "Upload \($0)", records: sheet) }
      },
    ]
  }
}
