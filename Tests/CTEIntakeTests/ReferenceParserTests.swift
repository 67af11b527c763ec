import CTETestKit
import Testing

@testable import CTEIntake

/// Reads delimited text one character at a time, in the plainest way.
private struct ReferenceParser {
  private var rows: [[String]] = [[]]
  private var cell = ""
  private var state = State.begin

  private enum State { case begin, plain, quoted, closing, after }

  /// Returns the rows, or nil where a quotation mark is never closed.
  static func rows(of text: String, separator: Character) -> [[String]]? {
    var parser = ReferenceParser()
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      let isBreak = scalar == "\n" || scalar == "\r"
      if parser.state != .quoted, isBreak || Character(scalar) == separator {
        parser.endCell()
        if scalar == "\r", scalars.first == "\n" { scalars.removeFirst() }
        if isBreak { parser.rows.append([]) }
      } else {
        parser.take(scalar)
      }
    }
    if parser.state == .quoted { return nil }
    parser.endCell()
    return parser.rows
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch (state, scalar) {
    case (.begin, "\""): state = .quoted
    case (.quoted, "\""): state = .closing
    case (.closing, "\""):
      cell.unicodeScalars.append(scalar)
      state = .quoted
    default:
      cell.unicodeScalars.append(scalar)
      state =
        state == .quoted ? .quoted : state == .closing ? .after : state == .begin ? .plain : state
    }
  }

  private mutating func endCell() {
    rows[rows.count - 1].append(cell.allSatisfy { " \t\u{A0}\u{3000}".contains($0) } ? "" : cell)
    cell = ""
    state = .begin
  }
}

struct ReferenceParserTests {
  private static let pieces: [String] = [
    ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", " ", "\u{A0}", "\u{3000}", "a",
    "12345678",
    "é", "€", "😀", "longer words, and more", "\"q, \"\"\n\"", "sep=",
  ]

  private static func text(_ seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...40, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test(arguments: 1...120)
  func `random text is read as the plainest reader reads it`(seed: UInt64) throws {
    for sign in [",", ";", "\t", "|"] {
      let text = "a\(sign)b\(sign)c\n" + Self.text(seed)
      let reference = ReferenceParser.rows(of: text, separator: Character(sign))
      let file = try TextFile("sep=\(sign)\n\(text)")
      guard let reference else {
        let error = #expect(throws: IntakeError.self) { try file.read() }
        #expect(error?.code == .malformed)
        continue
      }
      let rows = reference.enumerated().dropFirst().filter { $1.contains { !$0.isEmpty } }
      let expected = rows.map { place, cells in
        TextFile.Row(place + 1, Array((cells + ["", "", ""]).prefix(3)))
      }
      let contents = try file.read()
      #expect(contents.rows == expected)
      #expect(
        contents.long
          == rows.filter { $1.dropFirst(3).contains { !$0.isEmpty } }.map { $0.offset + 1 })
    }
  }

  @Test(arguments: SampleEncoding.allCases)
  func `where blocks end doesn't matter, in any encoding and with any separator`(
    encoding: SampleEncoding
  ) throws {
    for sign in [",", ";", "\t"] {
      let text = [
        "Zoë\(sign)b", "\"x \"\"1\"\"\(sign) y\"\(sign)€", "", "\"two\r\nlines \"\"\"\"\"\(sign)4",
        "plain\(sign)\"\"\"\"", "é\(sign) \r7\(sign)\"8\"", "\u{1A}",
      ].joined(separator: "\r\n")
      let file = try TextFile(encoding.bytes(of: text))
      let whole = try file.read()
      #expect(whole.rows.map(\.number) == [2, 4, 5, 6, 7])
      #expect(whole.rows[1].cells == ["two\r\nlines \"\"", "4"])
      for blockSize in 1...encoding.bytes(of: text).count + 1 {
        #expect(try file.read(blockSize: blockSize) == whole, "blocks of \(blockSize) bytes")
      }
    }
  }

  @Test(arguments: 1...30)
  func `where blocks end doesn't matter in random text`(seed: UInt64) throws {
    let text = "a,b\n\u{E9}\n" + Self.text(seed)
    for encoding in SampleEncoding.allCases where encoding != .windows1252 {
      let file = try TextFile(encoding.bytes(of: text))
      let whole = Result { try file.read() }
      for blockSize in [1, 2, 3, 5, 8, 13] {
        switch whole {
        case .success(let contents): #expect(try file.read(blockSize: blockSize) == contents)
        case .failure:
          #expect(throws: IntakeError.self) { try file.read(blockSize: blockSize) }
        }
      }
    }
  }
}
