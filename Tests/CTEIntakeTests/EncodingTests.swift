import CTEModel
import Foundation
import Testing

@testable import CTEIntake

struct EncodingTests {
  typealias Row = TextFile.Row

  @Test(arguments: SampleEncoding.allCases)
  func `a file is read in the encoding that its bytes show`(encoding: SampleEncoding) throws {
    let file = try TextFile(encoding.bytes(of: "Name,Ort\r\nZoë,Málaga\r\n€ 5,“so”\r\n"))
    let contents = try file.read()
    #expect(contents.titles == ["Name", "Ort"])
    #expect(contents.rows == [Row(2, ["Zoë", "Málaga"]), Row(3, ["€ 5", "“so”"])])
    #expect(
      contents.notices.map(\.rule.name) == (encoding == .windows1252 ? ["file/encoding"] : []))
  }

  @Test(arguments: [
    SampleEncoding.utf8, .utf8Marked, .utf16Little, .utf16Big, .utf16LittleMarked, .utf16BigMarked,
  ])
  func `characters beyond the first plane are read`(encoding: SampleEncoding) throws {
    let text = "Name,Mark\n" + String(repeating: "Ada Lane,𝒜😀\n", count: 20)
    let contents = try TextFile(encoding.bytes(of: text)).read()
    #expect(contents.rows.allSatisfy { $0.cells == ["Ada Lane", "𝒜😀"] })
    #expect(contents.rows.count == 20)
  }

  @Test func `the notice of Windows-1252 says what to check`() throws {
    let notice = try TextFile(SampleEncoding.windows1252.bytes(of: "a,b\né,1\n")).read().notices
    #expect(
      notice == [
        Notice(
          RuleID("file/encoding"), "the file isn't in UTF-8; it was read as Windows-1252",
          help: "Check names with accents, or save the file as CSV (UTF-8).")
      ])
  }

  @Test func `every byte of Windows-1252 is the character that Windows shows`() throws {
    let bytes = (0x80...0xFF).map { UInt8($0) }.filter {
      ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0)
    }
    let file = try TextFile(Array("a\n".utf8) + bytes)
    let expected = try #require(String(bytes: bytes, encoding: .windowsCP1252))
    #expect(try file.read().rows.first?.cells == [expected])
  }

  @Test(
    arguments: [
      ([0x81], [0x81]), ([0x8D, 0x41], [0x8D, 0x41]), ([0xE9, 0x90], [0xC3, 0xA9, 0x90]),
    ] as [([UInt8], [UInt8])])
  func `bytes that stand for nothing in Windows-1252 stay, and are no UTF-8`(
    cell: [UInt8], expected: [UInt8]
  ) throws {
    let file = try TextFile(Array("a,b\né".utf8.dropLast(2)) + [0xE9, 0x2C] + cell)
    let found = try #require(try file.read().rows.first)
    #expect(found.bytes == [[0xC3, 0xA9], expected])
    #expect(String(validating: expected, as: UTF8.self) == nil)
  }

  @Test(
    arguments: [
      // Marked as UTF-8.
      ([0xEF, 0xBB, 0xBF] + Array("a\nJos".utf8) + [0xE9], Array("Jos".utf8) + [0xE9]),
      // More of it is UTF-8 than not.
      (Array("a\né é \nJos".utf8) + [0xE9], Array("Jos".utf8) + [0xE9]),
      // Half of a pair.
      (
        [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x78, 0, 0x3D, 0xD8, 0x79, 0],
        [0x78, 0xED, 0xA0, 0xBD, 0x79]
      ),
      ([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x78, 0, 0x3D, 0xD8], [0x78, 0xED, 0xA0, 0xBD]),
      // Half of a character.
      ([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x78, 0, 0x79], [0x78, 0xFF]),
    ] as [([UInt8], [UInt8])])
  func `what isn't text in the file's encoding stays, and is no UTF-8`(
    file: [UInt8], cell: [UInt8]
  ) throws {
    let contents = try TextFile(file).read()
    #expect(contents.rows.last?.bytes == [cell])
    #expect(contents.notices.isEmpty)
    #expect(String(validating: cell, as: UTF8.self) == nil)
  }

  @Test func `once an encoding is decided it holds for the file`() throws {
    let plain = String(repeating: "x,y\n", count: 20)
    let file = try TextFile(Array("a,b\né,1\n\(plain)".utf8) + [0xE9, 0xE9, 0x2C, 0x31])
    // The second block alone would be Windows-1252.
    let contents = try file.read(blockSize: 70)
    #expect(contents.rows.first?.cells == ["é", "1"])
    #expect(contents.rows.last?.bytes == [[0xE9, 0xE9], [0x31]])
    #expect(contents.notices.isEmpty)
  }

  @Test func `an encoding is decided by much of the file, however small the first block is`() throws
  {
    // One name in Windows-1252 among many in UTF-8 that come later.
    let plain = String(repeating: "x,y\n", count: 40_000)
    let names = String(repeating: "é,1\n", count: 20)
    let file = try TextFile(
      Array("a,b\nJos".utf8) + [0xE9] + Array(",1\n\(plain)\(names)".utf8))
    let contents = try file.read(blockSize: 4 << 20)
    #expect(contents.rows.first?.bytes == [Array("Jos".utf8) + [0xE9], [0x31]])
    #expect(contents.rows.last?.cells == ["é", "1"])
    #expect(contents.rows.count == 40_021)
    #expect(contents.notices.isEmpty)
  }

  @Test(
    arguments: [
      ([0x61, 0x00, 0x2C, 0x00], true), ([0x00, 0x61, 0x00, 0x2C], true),
      ([0xFF, 0xFE, 0x61, 0x00], true), ([0xFE, 0xFF, 0x00, 0x61], true),
      // A NUL, an odd byte, a control character, mostly something else.
      ([0x61, 0x00, 0x00, 0x00], false), ([0x61, 0x00, 0x2C], false),
      ([0x61, 0x00, 0x01, 0x00], false), ([0x61, 0x00, 0x2C, 0x41], false),
      ([0x61, 0x62, 0x00, 0x63], false), ([0x00, 0x00, 0x00, 0x00], false),
      // UTF-32.
      ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], false),
      ([0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x61], false),
      ([0x61, 0x00, 0x00, 0x00, 0x62, 0x00, 0x00, 0x00], false),
    ] as [([UInt8], Bool)])
  func `zeros are text where the bytes are UTF-16, else not`(bytes: [UInt8], isText: Bool) {
    #expect(DelimitedText().recognises(bytes) == isText)
  }

  @Test(arguments: [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]] as [[UInt8]])
  func `UTF-32 is refused by its name`(mark: [UInt8]) throws {
    let file = try TextFile(mark + [0x61, 0, 0, 0])
    let error = #expect(throws: IntakeError.self) { try file.read() }
    #expect(error?.code == .unknownKind)
    #expect(error?.message.contains(" is text in UTF-32; save the sheet as CSV (UTF-8)") == true)
  }

  @Test(arguments: SampleEncoding.allCases)
  func `a NUL further down is refused in every encoding`(encoding: SampleEncoding) throws {
    let text = "a,b\né,1\n" + String(repeating: "x,y\n", count: 2000) + "\u{0}\n"
    let file = try TextFile(encoding.bytes(of: text))
    let error = #expect(throws: IntakeError.self) { try file.read() }
    #expect(error?.code == .malformed)
    #expect(error?.message.contains(" has a NUL character, which no text has") == true)
  }

  @Test(arguments: SampleEncoding.allCases)
  func `a stream is read once, and every byte shown to the tap`(encoding: SampleEncoding) throws {
    let bytes = encoding.bytes(of: "a;b\né;1\n" + String(repeating: "x;y\n", count: 3000))
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).csv").path
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let writer = Thread {
      try? FileHandle(forWritingAtPath: path)?.write(contentsOf: Data(bytes))
    }
    writer.start()
    var seen: [UInt8] = []
    let file = try SourceFile(path: path) { seen += $0 }
    var reader = try DelimitedText().open(file)
    let titles = try #require(try reader.firstRows(ofSheet: 0, through: 100).first)
    try reader.begin(below: titles, ofSheet: 0, taking: [])
    var contents = TextFile.Contents(titles: titles.texts)
    while let table = try reader.next() { contents.add(table) }
    #expect(contents.rows.count == 3001)
    #expect(contents.rows.first?.cells == ["é", "1"])
    #expect(seen == bytes)
  }
}
