import Testing

@testable import CTEIntake

struct DelimitedReaderTests {
  typealias Row = TextFile.Row

  @Test(arguments: [
    ("a,b\r\n1,2\r\n3,4\r\n", [Row(2, ["1", "2"]), Row(3, ["3", "4"])]),
    ("a,b\n1,2\n3,4", [Row(2, ["1", "2"]), Row(3, ["3", "4"])]),
    ("a,b\r1,2\r3,4\r", [Row(2, ["1", "2"]), Row(3, ["3", "4"])]),
    (
      "a,b\r\n1,2\r3,4\n5,6\n\r7,8",
      [
        Row(2, ["1", "2"]), Row(3, ["3", "4"]), Row(4, ["5", "6"]), Row(6, ["7", "8"]),
      ]
    ),
    ("a,b\n\n,\n1,2\n", [Row(4, ["1", "2"])]),
    ("a,b\n1,2\n\n\n", [Row(2, ["1", "2"])]),
    ("\u{FEFF}a,b\n1,2\n", [Row(2, ["1", "2"])]),
    ("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", [Row(2, ["x, y", "say \"hi\""])]),
    ("a,b\n\"two\r\nlines\",2\n3,4\n", [Row(2, ["two\r\nlines", "2"]), Row(3, ["3", "4"])]),
    ("a,b\n\"two\rlines\",2\n3,4\n", [Row(2, ["two\rlines", "2"]), Row(3, ["3", "4"])]),
    ("a,b\n1\n,2\n", [Row(2, ["1", ""]), Row(3, ["", "2"])]),
    ("a,b\n1,2,,\n", [Row(2, ["1", "2"])]),
    ("a,b\n1,2, ,\t,\"  \"\n", [Row(2, ["1", "2"])]),
    ("a,b,\n\"\",\"x\"y\n", [Row(2, ["", "xy"])]),
    ("a,b\n\"x\" \"y\",\"x\"\"\"y\"\n", [Row(2, ["x \"y\"", "x\"y\""])]),
    ("a,b\nO\"Neil,5\" pipe\n", [Row(2, ["O\"Neil", "5\" pipe"])]),
    ("a,b\n \"1\",2\n", [Row(2, [" \"1\"", "2"])]),
    ("a,b\n1,2\u{1A}", [Row(2, ["1", "2"])]),
    ("a,b\n1,2\r\n\u{1A}\u{1A}", [Row(2, ["1", "2"])]),
    ("a,b\n1\u{1A},2\n", [Row(2, ["1\u{1A}", "2"])]),
    ("a,b\n", []),
    ("a,b", []),
  ])
  func `cells and rows are those that a spreadsheet program shows`(
    text: String, expected: [Row]
  ) throws {
    let contents = try TextFile(text).read()
    #expect(contents.titles == ["a", "b"])
    #expect(contents.rows == expected)
    #expect(contents.long.isEmpty)
    #expect(contents.notices.isEmpty)
  }

  @Test(arguments: [" ", "\t ", "\u{A0}", "\u{3000}", " \u{A0}\t\u{3000}"])
  func `cells of blanks are empty, and rows of such cells are blank`(blanks: String) throws {
    let text =
      "sep=;\na;b\n\(blanks);\"\(blanks)\"\n\"\"\(blanks);1\n\(blanks)\n 2\(blanks);\(blanks)3\n"
    let contents = try TextFile(text).read()
    #expect(
      contents.rows == [Row(3, ["", "1"]), Row(5, [" 2\(blanks)", "\(blanks)3"])])
  }

  @Test func `a text that only begins or ends like a blank is no blank`() throws {
    let contents = try TextFile("a,b\n\u{A1},\u{3001}\n\u{A0}\u{A1},\u{3000}\u{3001}").read()
    #expect(
      contents.rows == [
        Row(2, ["\u{A1}", "\u{3001}"]), Row(3, ["\u{A0}\u{A1}", "\u{3000}\u{3001}"]),
      ])
  }

  @Test func `titles may stand below other rows, and rows are numbered from the first of them`()
    throws
  {
    let contents = try TextFile("Lakeland High School\n\n\"a\r\n1\",b\n\n1,2\n").read(titlesRow: 3)
    #expect(contents.titles == ["a\r\n1", "b"])
    #expect(contents.rows == [Row(5, ["1", "2"])])
  }

  @Test func `a row with more cells than titles is known, and its number told`() throws {
    #expect(try TextFile("a,b\n1,2\n1,2,3\n1,2, \n").read().long == [3])
  }

  @Test(arguments: ["", "\n", "\u{FEFF}", " , \n\n", "\u{1A}"])
  func `a file without any text has no rows`(text: String) throws {
    let file = try TextFile(text)
    var reader = try DelimitedReader(SourceFile(path: file.path))
    #expect(try reader.firstRows(ofSheet: 0, through: 100).isEmpty)
  }

  @Test(arguments: [
    ("", IntakeError.Code.empty), ("PK\u{3}\u{4}…", .unknownKind), ("%PDF-1.7\n", .unknownKind),
    ("{\\rtf1,a}\n", .unknownKind), ("\n <HTML>,a\n", .unknownKind),
    ("a,b\n1,\"never closed\n2,3\n", .malformed), ("a,b\n1,\"", .malformed),
    ("a\u{0},b\n", .unknownKind), ("\u{FEFF}a\u{0},b\n", .unknownKind),
    ("a,b\n" + String(repeating: "1,2\n", count: 2000) + "\u{0}\u{0}", .malformed),
    ("é,b\n" + String(repeating: "1,2\n", count: 2000) + "3\u{0},4\n", .malformed),
  ])
  func `a file that can't be read as text is refused in one sentence`(
    text: String, code: IntakeError.Code
  ) throws {
    let file = try TextFile(text)
    let error = #expect(throws: IntakeError.self) { try file.read() }
    #expect(error?.code == code)
  }

  @Test(arguments: [("a,b\n1,2\n3,\"4\n5,6\n", 3), ("a,b\n\n\"1\n2\",2\n3,\"4\r\n\r\n", 4)])
  func `an open quotation mark is told by the row in which it stands`(text: String, row: Int) throws
  {
    let file = try TextFile(text)
    let error = #expect(throws: IntakeError.self) { try file.read() }
    #expect(error?.message.hasPrefix("row \(row) of ") == true)
    #expect(error?.message.hasSuffix(" has an opening quotation mark that is never closed") == true)
  }

  @Test(arguments: ["a,b\n\"", "a,b\n\n1,\"2\n3,4\n"])
  func `titles above a broken row are found, so that wrong ones are told first`(text: String) throws
  {
    let file = try TextFile(text)
    var reader = try DelimitedReader(SourceFile(path: file.path))
    let rows = try reader.firstRows(ofSheet: 0, through: 100)
    #expect(rows == [HeadRow(number: 1, texts: ["a", "b"])])
    try reader.begin(below: rows[0], ofSheet: 0, taking: [])
    let error = #expect(throws: IntakeError.self) { try reader.next() }
    #expect(error?.code == .malformed)
  }

  @Test func `a file that isn't there is told by its path`() {
    let error = #expect(throws: IntakeError.self) { try SourceFile(path: "/nowhere/file.csv") }
    #expect(error?.message == "/nowhere/file.csv can't be opened: No such file or directory")
  }
}
