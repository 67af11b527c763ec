import CTEIntake
import Testing

struct CSVReaderTests {
  typealias Row = TextFile.Row

  @Test(arguments: [
    (
      "a,b\r\n1,2\r\n3,4\r\n",
      [Row(number: 2, cells: ["1", "2"]), Row(number: 3, cells: ["3", "4"])]
    ),
    ("a,b\n1,2\n3,4", [Row(number: 2, cells: ["1", "2"]), Row(number: 3, cells: ["3", "4"])]),
    ("a,b\r1,2\r3,4\r", [Row(number: 2, cells: ["1", "2"]), Row(number: 3, cells: ["3", "4"])]),
    ("a,b\n\n,\n1,2\n", [Row(number: 4, cells: ["1", "2"])]),
    ("\u{FEFF}a,b\n1,2\n", [Row(number: 2, cells: ["1", "2"])]),
    ("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", [Row(number: 2, cells: ["x, y", "say \"hi\""])]),
    (
      "a,b\n\"two\r\nlines\",2\n3,4\n",
      [Row(number: 2, cells: ["two\r\nlines", "2"]), Row(number: 3, cells: ["3", "4"])]
    ),
    ("a,b\n1\n,2\n", [Row(number: 2, cells: ["1", ""]), Row(number: 3, cells: ["", "2"])]),
    ("a,b\n1,2,,\n", [Row(number: 2, cells: ["1", "2"])]),
    ("a,b,\n\"\",\"x\"y\n", [Row(number: 2, cells: ["", "xy"])]),
    ("a,b\nO\"Neil,5\" pipe\n", [Row(number: 2, cells: ["O\"Neil", "5\" pipe"])]),
    ("a,b\n", []),
  ])
  func `cells and rows are those that a spreadsheet program shows`(
    text: String, expected: [Row]
  ) throws {
    let file = try TextFile(text)
    let (titles, rows, long) = try file.rows()
    #expect(titles == ["a", "b"])
    #expect(rows == expected)
    #expect(long.isEmpty)
  }

  @Test func `where blocks end doesn't matter`() throws {
    let text =
      "a,b\r\n\"x \"\"1\"\", y\",2\r\n\r\n\"two\r\nlines \"\"\"\"\",4\r\nplain,\"\"\"\"\r\n5,6\r7,\"8\"\r\n"
    let file = try TextFile(text)
    let whole = try file.rows()
    #expect(whole.rows.map(\.number) == [2, 4, 5, 6, 7])
    #expect(whole.rows[1].cells == ["two\r\nlines \"\"", "4"])
    for blockSize in 1...text.utf8.count {
      let parts = try file.rows(blockSize: blockSize)
      #expect(parts.rows == whole.rows, "blocks of \(blockSize) bytes")
    }
  }

  @Test func `a row with more cells than titles is known, and its number told`() throws {
    let file = try TextFile("a,b\n1,2\n1,2,3\n")
    #expect(try file.rows().long == [3])
  }

  @Test(arguments: [
    ("", IntakeError.Code.empty), ("\n1,2\n", .empty), ("PK\u{3}\u{4}…", .unknownKind),
    ("a,b\n1,\"never closed\n2,3\n", .malformed), ("a\u{0},b\n", .unknownKind),
  ])
  func `a file that can't be read as CSV is refused in one sentence`(
    text: String, code: IntakeError.Code
  ) throws {
    let file = try TextFile(text)
    let error = #expect(throws: IntakeError.self) { try file.rows() }
    #expect(error?.code == code)
  }

  @Test func `an open quotation mark is told by the row in which it stands`() throws {
    let file = try TextFile("a,b\n1,2\n3,\"4\n5,6\n")
    let error = #expect(throws: IntakeError.self) { try file.rows() }
    #expect(error?.message.hasPrefix("row 3 of ") == true)
  }

  @Test func `a file that isn't there is told by its path`() {
    let error = #expect(throws: IntakeError.self) { try SourceFile(path: "/nowhere/file.csv") }
    #expect(error?.message == "/nowhere/file.csv can't be opened: No such file or directory")
  }
}
