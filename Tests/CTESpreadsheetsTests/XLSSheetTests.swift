import CTEIntake
import CTEModel
import CTERulePack
import Testing

struct XLSSheetTests {
  @Test func `rows are numbered as a spreadsheet program shows them`() throws {
    let book = XLSBook.with { _, sheet in
      sheet.text(1, 0, "A report of the school")
      sheet.titles(["A", "B"], row: 3)
      sheet.titles(["a", "b"], row: 4)
      sheet.titles(["  ", "\t"], row: 6)
      sheet.titles(["", "c"], row: 7)
      sheet.titles(["d"], row: 65_535)
    }
    var reader = try XLSFixture(book.bytes).reader()
    let heads = try reader.firstRows(ofSheet: 0, through: 7)
    #expect(heads.map(\.number) == [2, 4, 5])
    #expect(heads.map(\.texts) == [["A report of the school"], ["A", "B"], ["a", "b"]])
    try reader.begin(below: heads[1], ofSheet: 0, taking: [0, 1])
    let table = try #require(try reader.next())
    #expect(table.rowNumbers == [5, 8, 65_536])
    #expect((0..<3).map { table.text(row: $0, column: 0) } == ["a", "", "d"])
    #expect(try reader.next() == nil && reader.progress == 1)
  }

  @Test func `many rows come in several tables, none lost and none twice`() throws {
    let book = XLSBook.with { _, sheet in
      sheet.titles(["Number", "Text"])
      for row in 1..<12_000 {
        sheet.number(row, 0, Double(row))
        sheet.text(row, 1, String(repeating: "some text for row \(row) of a sheet", count: 8))
      }
    }
    var reader = try XLSFixture(book.bytes).reader()
    let titles = try #require(try reader.firstRows(ofSheet: 0, through: 1).first)
    try reader.begin(below: titles, ofSheet: 0, taking: [0])
    var (numbers, texts, tables) = ([Int](), [String](), 0)
    while let table = try reader.next() {
      tables += 1
      numbers += table.rowNumbers.map { Int($0) }
      texts += (0..<table.rowCount).map { table.text(row: $0, column: 0) }
    }
    #expect(tables > 1)
    #expect(numbers == Array(2...12_000))
    #expect(texts == (1..<12_000).map { String($0) })
  }

  @Test func `sheets are told with their names, hidden or not, but charts are none`() throws {
    var book = XLSBook()
    book.sheets = [
      XLSSheet(name: "Übersicht"), XLSSheet(name: "Chart", kind: 2),
      XLSSheet(name: "学生", visibility: 1), XLSSheet(name: "Codes", visibility: 2),
    ]
    book.sheets[2].titles(["A"])
    book.sheets[2].number(1, 0, 3)
    let fixture = try XLSFixture(book.bytes)
    let sheets = try fixture.reader().sheets
    #expect(sheets.map(\.name) == ["Übersicht", "学生", "Codes"])
    #expect(sheets.map(\.isHidden) == [false, true, true])
    #expect(try fixture.rows(ofSheet: 1).rows.map(\.cells) == [["3"]])
  }

  @Test func `what a chart within a sheet holds is none of its cells`() throws {
    let book = XLSBook.with { _, sheet in
      sheet.titles(["A"])
      sheet.number(1, 0, 1)
      var chart = XLSSheet(kind: 2)
      chart.number(0, 0, 99)
      sheet.records += chart.stream(0x0600)
      sheet.number(2, 0, 2)
    }
    #expect(try XLSFixture(book.bytes).rows().rows.map(\.cells) == [["1"], ["2"]])
  }

  @Test func `a formula in a column that is taken is refused by its place, elsewhere it is blank`()
    throws
  {
    let book = XLSBook.with { _, sheet in
      sheet.titles(["A", "B", "C"])
      sheet.formula(1, 1)
      sheet.formula(6, 2)
      sheet.text(7, 0, "a")
      sheet.formula(7, 1)
    }
    let fixture = try XLSFixture(book.bytes)
    let error = try fixture.refusal(taking: [0, 2])
    #expect(
      error?.message.hasSuffix(
        "has a formula in cell C7, whose value can't be read from an .xls file; save it as .xlsx and upload that"
      ) == true)
    #expect(error?.code == .malformed)
    let read = try fixture.rows(taking: [0])
    #expect(read.rows.map(\.cells) == [["a", "", ""]])
    #expect(read.rows.map(\.number) == [8])
  }

  @Test func `a formula above the titles doesn't matter, and among them it is no blank`() throws {
    let book = XLSBook.with { _, sheet in
      sheet.formula(0, 0)
      sheet.titles(["A", "B"], row: 1)
      sheet.titles(["a", "b"], row: 2)
    }
    var reader = try XLSFixture(book.bytes).reader()
    let heads = try reader.firstRows(ofSheet: 0, through: 100)
    #expect(heads.map(\.texts) == [["="], ["A", "B"], ["a", "b"]])
    try reader.begin(below: heads[1], ofSheet: 0, taking: [0, 1])
    #expect(try reader.next()?.rowNumbers == [3])
  }

  @Test func `hidden rows are read, and noticed`() throws {
    for hidden in [[], [2], [2, 3]] {
      let book = XLSBook.with { _, sheet in
        // Row 6 is hidden too, but holds nothing.
        for row in [0, 1, 2, 3, 5] { sheet.row(row, isHidden: hidden.contains(row) || row == 5) }
        sheet.titles(["A"])
        for row in 1...3 { sheet.number(row, 0, Double(row)) }
      }
      let read = try XLSFixture(book.bytes).rows()
      #expect(read.rows.count == 3)
      let messages = ["", "1 hidden row was read too", "2 hidden rows were read too"]
      #expect(
        read.notices.map(\.message) == messages[hidden.count...hidden.count].filter { !$0.isEmpty })
      #expect(read.notices.allSatisfy { $0.rule.description == "file/hidden-rows" })
    }
  }

  @Test func `cells beside the titles are left out, and noticed by the first of them`() throws {
    let book = XLSBook.with { _, sheet in
      sheet.titles(["A", "B"])
      sheet.titles(["a", "b"], row: 1)
      sheet.text(2, 27, "beside")
      sheet.add(0x00BD, 3, 1, [0, 0, 6, 0, 0, 0, 0, 0, 6, 0, 0, 0, 2, 0].dropFirst(2) + [])
    }
    let read = try XLSFixture(book.bytes).rows()
    #expect(read.rows.map(\.number) == [2, 4])
    #expect(read.rows.map(\.cells) == [["a", "b"], ["", "1"]])
    #expect(read.notices.map(\.rule.description) == ["file/cells-beside"])
    #expect(read.notices.first?.message.hasSuffix("the first is AB3") == true)
    let clean = XLSBook.with {
      $1.titles(["A"]); $1.number(1, 0, 1)
    }
    #expect(try XLSFixture(clean.bytes).rows().notices.isEmpty)
  }

  @Test func `cells that only have a style are blank`() throws {
    let book = XLSBook.with { _, sheet in
      sheet.titles(["A", "B"])
      sheet.add(0x0201, 1, 0, [])
      sheet.add(0x00BE, 2, 0, [0, 0, 1, 0])
      sheet.text(3, 1, "b")
    }
    #expect(try XLSFixture(book.bytes).rows().rows.map(\.number) == [4])
  }

  @Test func `a sheet needn't say how great it is, and may say too little`() throws {
    for extent in [nil, (rows: 0, columns: 0), (rows: 1, columns: 1)] {
      var book = XLSBook.with {
        $1.titles(["A", "B"]); $1.titles(["a", "b"], row: 1)
      }
      book.sheets[0].extent = extent
      #expect(try XLSFixture(book.bytes).rows().rows.map(\.cells) == [["a", "b"]])
    }
  }

  @Test func `an empty sheet has no rows`() throws {
    var reader = try XLSFixture(XLSBook().bytes).reader()
    #expect(try reader.firstRows(ofSheet: 0, through: 100).isEmpty)
    #expect(try reader.next() == nil)
  }
}
