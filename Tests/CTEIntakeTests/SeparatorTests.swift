import Testing

@testable import CTEIntake

struct SeparatorTests {
  typealias Row = TextFile.Row

  @Test(arguments: [",", ";", "\t", "|"])
  func `values are kept apart by the sign that the first rows have`(sign: String) throws {
    let text = "a,b;c\td|e|f".split { ",;\t|".contains($0) }.joined(separator: sign)
    let contents = try TextFile("\(text)\n1\(sign)2\(sign)3\n\"4\(sign)5\"\(sign)6\n").read()
    #expect(contents.titles == ["a", "b", "c", "d", "e", "f"])
    #expect(
      contents.rows == [
        Row(2, ["1", "2", "3", "", "", ""]), Row(3, ["4\(sign)5", "6", "", "", "", ""]),
      ])
  }

  @Test(arguments: [
    // Titles alone; the one that occurs most; a tie is the comma's.
    ("a;b", ";"), ("a,b;c;d", ";"), ("a,b;c", ","), ("a", ","), ("", ","),
    // Other signs within quotes.
    ("\"Name (Last, First, Middle)\";\"Day\"\n\"Lane, Ada, B\";1\n", ";"),
    ("\"a;b;c;d\",e\n1,2\n", ","),
    // Decimal commas, more of them than there are titles.
    ("a;b\n1,5;2,5,3\n1,5;2,5,3\n1,5;2,5,3\n", ";"),
    // Other signs in every row, but not in the titles.
    ("a;b;c\nLane, Ada;1;2\nLane, Bob;1\nLane, Cy;1;2\n", ";"),
    ("a,b,c\n1;2,3,4\n1;2,3,4\n", ","),
    // Lines without the sign, or with another, before the titles.
    ("Lakeland High School\n\na;b;c\n1;2;3\n1;2;3\n", ";"),
    ("Lakeland High, spring\na;b;c\n1;2;3\n1;2;3\n", ";"),
    ("Lakeland High; spring; 2026; all; of; it\na,b,c\n1,2,3\n1,2,3\n", ","),
    ("Lakeland High, spring\na,b,c\n1;2,2,3\n1;2,2,3\n1;2,2,3\n", ","),
    // Shorter rows.
    ("a\tb\tc\td\n1, x\t2\n1, x\t2\t3\n1, x\t2\t3\t4\n", "\t"),
  ])
  func `the sign is the one that fits most rows`(text: String, sign: String) {
    let found = SeparatorSearch(Array(text.utf8), limits: ReadingLimits())
    #expect(String(UnicodeScalar(found.separator)) == sign)
    #expect(found.declarationLength == 0)
  }

  @Test(arguments: [
    "sep=;\n", "sep=;\r\n", "sep=;\r", "SEP=;\n", "\"sep=;\"\n", "\u{FEFF}sep=;\r\n",
  ])
  func `a first line may name the sign and is no row`(line: String) throws {
    let contents = try TextFile("\(line)a;b,c,d\n1;2\n").read()
    #expect(contents.titles == ["a", "b,c,d"])
    #expect(contents.rows == [Row(2, ["1", "2"])])
  }

  @Test func `a sign that is named need not be one that is looked for`() throws {
    #expect(try TextFile("sep=~\na~b\n1~2\n").read().rows == [Row(2, ["1", "2"])])
  }

  @Test(arguments: ["sep=", "sep=ab", "sep=a", "sep=1", "sep=\"", "sep=;;", "set=;"])
  func `a line that names no sign is a row`(line: String) {
    let text = Array("\(line)\na;b\n".utf8)
    #expect(SeparatorSearch(text, limits: ReadingLimits()).declarationLength == 0)
  }

  @Test func `a line that names a sign alone leaves nothing`() throws {
    let file = try TextFile("sep=;")
    var reader = try DelimitedReader(SourceFile(path: file.path))
    #expect(try reader.firstRows(ofSheet: 0, through: 100).isEmpty)
  }
}
