import CTEIntake
import CTERulePack
import Testing

struct XLSTextTests {
  private func texts(_ records: [[UInt8]], count: Int) throws -> [String] {
    let book = XLSBook.with { book, sheet in
      book.textRecords = records
      sheet.titles((0..<count).map { "T\($0)" })
      for place in 0..<count { sheet.shared(1, place, place) }
    }
    return try XLSFixture(book.bytes).rows().rows.first?.cells ?? []
  }

  private func head(_ count: Int) -> [UInt8] {
    UInt32(count).littleEndian + UInt32(count).littleEndian
  }

  @Test func `shared texts go on in further records, each with a width of its own`() throws {
    let records: [[UInt8]] = [
      head(4) + "first".biff + [6, 0, 0] + Array("sec".utf8),
      [0] + Array("ond".utf8) + [4, 0, 0] + Array("wi".utf8),
      [1] + "dé".utf16.flatMap(\.littleEndian) + [3, 0, 1],
      [0] + Array("end".utf8),
    ]
    #expect(try texts(records, count: 4) == ["first", "second", "widé", "end"])
  }

  @Test func `formats and readings within shared texts are passed by, over several records too`()
    throws
  {
    let rich: [UInt8] = [2, 0, 0x0C, 2, 0, 5, 0, 0, 0] + Array("ab".utf8)
    let rest: [UInt8] = [1, 0, 2, 0, 3, 0, 4, 0, 9, 9, 9, 9, 9]
    let records: [[UInt8]] = [
      head(3) + rich + rest + rich + rest.prefix(3), Array(rest.dropFirst(3)) + "last".biff,
    ]
    #expect(try texts(records, count: 3) == ["ab", "ab", "last"])
  }

  @Test func `an empty shared text is an empty cell`() throws {
    #expect(try texts([head(2) + "".biff + "x".biff], count: 2) == ["", "x"])
  }

  @Test func `texts of version 5 are read by their page of characters`() throws {
    let name = [UInt8(ascii: "Z"), UInt8(ascii: "o"), 0xEB]
    let book = XLSBook.with { book, sheet in
      book.version = 0x0500
      sheet.add(0x0204, 0, 0, [3, 0] + name)
      // A text with formats within it: the text, and then which format begins where.
      sheet.add(0x00D6, 1, 0, [3, 0] + name + [1, 1, 5])
      sheet.number(2, 0, 7)
    }
    let read = try XLSFixture(book.bytes).rows()
    #expect(read.titles.texts == ["Zoë"])
    #expect(read.rows.map(\.cells) == [["Zoë"], ["7"]])
  }

  @Test func `a text that libfreexl can't hold is refused where it is taken, and blank elsewhere`()
    throws
  {
    let long = String(repeating: "x", count: 9000)
    let book = XLSBook.with { book, sheet in
      book.textRecords = [head(1) + [long.utf8.count].shorts + [0] + long.utf8.prefix(4000)]
      book.textRecords?.append([0] + Array(long.utf8.dropFirst(4000)))
      sheet.titles(["A", "B"])
      sheet.text(1, 0, "a")
      sheet.shared(1, 1, 0)
    }
    let fixture = try XLSFixture(book.bytes)
    #expect(try fixture.refusal()?.message.contains("a text in cell B2 that is too long") == true)
    #expect(try fixture.rows(taking: [0]).rows.map(\.cells) == [["a", ""]])
  }

  @Test func `half a character is shown as one that can't be read, and spoils nothing else`()
    throws
  {
    let halves: [(units: [UInt16], shown: String)] = [
      ([0xD83D], "\u{FFFD}"), ([0x61, 0xDE00, 0x62], "a\u{FFFD}b"),
      ([0xD83D, 0xDE00], "😀"), ([0xD83D, 0xD83D, 0xDE00], "\u{FFFD}😀"),
      ([0xDE00, 0xD83D, 0x61], "\u{FFFD}\u{FFFD}a"), ([0xFFFE, 0xFFFF], "\u{FFFE}\u{FFFF}"),
    ]
    for (units, shown) in halves {
      let text = [units.count].shorts + [1] + units.flatMap(\.littleEndian)
      let book = XLSBook.with { book, sheet in
        book.textRecords = [head(1) + text]
        sheet.titles(["A", "B", "C"])
        sheet.text(1, 0, "a")
        sheet.add(0x0204, 1, 1, text)
        sheet.shared(1, 2, 0)
      }
      let fixture = try XLSFixture(book.bytes)
      for taken in [[0], [0, 1, 2]] as [Set<Int>] {
        #expect(try fixture.rows(taking: taken).rows.map(\.cells) == [["a", shown, shown]])
      }
    }
  }

  @Test func `a text with a zero in it is refused, because libfreexl would cut it there`() throws {
    for text in ["a\0b", "学\0生"] {
      let book = XLSBook.with {
        $1.titles(["A"]); $1.text(1, 0, text)
      }
      let message = try XLSFixture(book.bytes).refusal()?.message
      #expect(message?.contains("a text in cell A2 that is too long or isn't text") == true)
    }
    // A character with a zero in one of its two bytes is no zero.
    let book = XLSBook.with {
      $1.titles(["A"]); $1.text(1, 0, "Ā生")
    }
    #expect(try XLSFixture(book.bytes).rows().rows.map(\.cells) == [["Ā生"]])
  }
}
