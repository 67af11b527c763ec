import CTERulePack
import Testing

struct XLSValueTests {
  /// Reads one cell below a title.
  static func cell(
    _ book: XLSBook = XLSBook(), _ fill: (inout XLSSheet) -> Void
  ) throws -> (text: String, kind: CellKind) {
    var (book, sheet) = (book, XLSSheet())
    sheet.text(0, 0, "Title")
    fill(&sheet)
    book.sheets = [sheet]
    let rows = try XLSFixture(book.bytes).rows().rows
    let row = try #require(rows.first)
    return (row.cells[0], row.kinds[0])
  }

  static let numbers: [(Double, String, CellKind)] = [
    (5.0, "5", CellKind.text), (0, "0", .text), (-17.25, "-17.25", .text),
    (0.1 + 0.2, "0.3", .text),
    (0.55000000000000004, "0.55", .text), (1234567.9999999999, "1234568", .text),
    (1e-7, "0.0000001", .text), (1.0 / 3, "0.333333333333333", .text),
    (-1e-3, "-0.001", .text), (999_999_999_999_999, "999999999999999", .text),
    (1e15, "1000000000000000", .imprecise),
    (12_345_678_901_234_567_890, "12345678901234600000", .imprecise),
    (-1e300, "-1" + String(repeating: "0", count: 300), .imprecise),
    (.nan, "#NUM!", .error), (.infinity, "#NUM!", .error),
  ]

  @Test(arguments: numbers)
  func `a number says what a spreadsheet program shows`(
    number: Double, text: String, kind: CellKind
  ) throws {
    let cell = try Self.cell { $0.number(1, 0, number) }
    #expect(cell == (text, kind))
  }

  static let shortNumbers: [(Int32, String)] = [
    (Int32(45_000) << 2 | 2, "45000"), (-7 << 2 | 2, "-7"), (1234 << 2 | 3, "12.34"),
    (Int32(truncatingIfNeeded: (2.5.bitPattern >> 32) & 0xFFFF_FFFC), "2.5"),
  ]

  @Test(arguments: shortNumbers)
  func `a short number is one of four kinds`(bits: Int32, text: String) throws {
    let alone = try Self.cell { $0.add(0x027E, 1, 0, bits.littleEndian) }
    #expect(alone == (text, .text))
    // Several beside each other: a style and a number each, and the last column.
    let several = try Self.cell { sheet in
      sheet.add(0x00BD, 1, 0, bits.littleEndian + [0, 0] + bits.littleEndian + [1, 0])
    }
    #expect(several == (text, .text))
  }

  static let formats: [(Int, String, Double, String, CellKind)] = [
    (14, "", 45_000.0, "03/15/2023", CellKind.day),
    (22, "", 45_000.5, "03/15/2023 12:00:00", .text),
    (22, "", 45_000, "03/15/2023", .day), (14, "", 45_000.75, "03/15/2023", .day),
    (14, "", 1, "01/01/1900", .day), (14, "", 59, "02/28/1900", .day),
    (14, "", 60, "60", .text), (14, "", 61, "03/01/1900", .day),
    (14, "", 2_958_465, "12/31/9999", .day), (14, "", 2_958_466, "2958466", .text),
    (14, "", 0, "0", .text), (14, "", -1, "-1", .text),
    (14, "", 1e300, "1" + String(repeating: "0", count: 300), .imprecise),
    (22, "", 44_999.999_999_9, "03/15/2023", .day),
    (20, "", 0.25, "06:00:00", .text), (46, "", 1.5, "36:00:00", .text),
    (164, "yyyy\\-mm\\-dd;@", 45_000, "03/15/2023", .day),
    (164, "[$-409]mmm\\-yy", 45_000, "03/15/2023", .day),
    (164, "mmmm", 45_000, "03/15/2023", .day), (164, "h:mm AM/PM", 0.5, "12:00:00", .text),
    (164, "[h]:mm:ss", 2, "48:00:00", .text), (164, "mm:ss.0", 0.5, "12:00:00", .text),
    (164, "[Red]0.00\" m\";[Magenta]-0", 1234.5, "1234.5", .text),
    (164, "\"day \"0", 9, "9", .text),
    (164, "00000000", 12_345, "00012345", .text),
    (164, "00000000", 123_456_789, "123456789", .text),
    (164, "0000", -12, "-0012", .text), (164, "000", 1.5, "1.5", .text),
    (164, "#,##0", 1234, "1234", .text),
    (1, "", 7, "7", .text), (164, "General", 7, "7", .text),
  ]

  @Test(arguments: formats)
  func `the format of a number says whether it is a day`(
    format: Int, code: String, number: Double, text: String, kind: CellKind
  ) throws {
    for version in [0x0600, 0x0500] {
      var book = XLSBook(version: version, styles: [0, format])
      if !code.isEmpty { book.formats = [(164, code)] }
      let cell = try Self.cell(book) { sheet in
        if version == 0x0500 {
          sheet.records = []
          sheet.add(0x0204, 0, 0, [5, 0] + Array("Title".utf8))
        }
        sheet.number(1, 0, number, style: 1)
      }
      #expect(cell == (text, kind), "\(code) \(number)")
    }
  }

  static let serials: [(Double, String, CellKind)] = [
    (0.0, "01/01/1904", CellKind.day), (1, "01/02/1904", .day), (43_538, "03/15/2023", .day),
    (2_957_003, "12/31/9999", .day), (2_957_004, "2957004", .text), (-1, "-1", .text),
  ]

  @Test(arguments: serials)
  func `days are counted from 1904 where the workbook says so`(
    number: Double, text: String, kind: CellKind
  ) throws {
    let book = XLSBook(countsFrom1904: true, styles: [0, 14])
    let cell = try Self.cell(book) { $0.number(1, 0, number, style: 1) }
    #expect(cell == (text, kind))
  }

  @Test func `a style that the workbook doesn't have shows a number as it is`() throws {
    let cell = try Self.cell { $0.number(1, 0, 45_000, style: 77) }
    #expect(cell == ("45000", .text))
  }

  @Test(
    arguments: [
      (0x00, "#NULL!"), (0x07, "#DIV/0!"), (0x0F, "#VALUE!"), (0x17, "#REF!"), (0x1D, "#NAME?"),
      (0x24, "#NUM!"), (0x2A, "#N/A"),
    ] as [(UInt8, String)])
  func `an error is told from a text of the same letters`(code: UInt8, text: String) throws {
    #expect(try Self.cell { $0.error(1, 0, code) } == (text, .error))
    #expect(try Self.cell { $0.formula(1, 0, tokens: [0x1C, code]) } == (text, .error))
    #expect(try Self.cell { $0.text(1, 0, text) } == (text, .text))
  }

  @Test(arguments: [(true, "TRUE"), (false, "FALSE")])
  func `a truth value is read, as LibreOffice writes it too`(value: Bool, text: String) throws {
    #expect(try Self.cell { $0.truth(1, 0, value) } == (text, .text))
    #expect(try Self.cell { $0.formula(1, 0, tokens: [0x1D, value ? 1 : 0]) } == (text, .text))
  }

  @Test(arguments: ["plain", "0012", "résumé", "Zoë 学生 😀", " with blanks ", "two\nlines"])
  func `a text is read as it is, shared or not`(text: String) throws {
    #expect(try Self.cell { $0.text(1, 0, text) } == (text, .text))
    let shared = XLSBook(texts: ["other", text])
    #expect(try Self.cell(shared) { $0.shared(1, 0, 1) } == (text, .text))
  }
}
