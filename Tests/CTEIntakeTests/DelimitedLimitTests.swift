import Testing

@testable import CTEIntake

struct DelimitedLimitTests {
  private static let limits: ReadingLimits = {
    var limits = ReadingLimits()
    limits[.columns] = 4
    limits[.rows] = 6
    limits[.cellCharacters] = 10
    limits[.rowBytes] = 60
    return limits
  }()

  @Test(arguments: [
    ("a,b,c,d\n", nil), ("a,b,c,d,e\n", Limit.columns), ("a\n1,2,3,4\n", nil),
    ("a\n1,2,3,4,5\n", .columns), ("a\n,,,,\n", .columns),
    ("a\n\"\"" + String(repeating: ",", count: 70), .columns),
    ("a\n1\n1\n1\n1\n1\n", nil), ("a\n1\n1\n1\n1\n1\n1\n", .rows), ("a\n\n\n\n\n\n\n1\n", .rows),
    ("a\n1234567890\n", nil), ("a\n12345678901\n", .cellCharacters),
    ("a\n\"1234567890\"\n", nil), ("a\n\"12345678901\"\n", .cellCharacters),
    ("a\n\"12345678\"\"0\"\n", nil), ("a\n\"123456789\"\"1\"\n", .cellCharacters),
    ("a\néééééééééé\n", nil), ("a\nééééééééééé\n", .cellCharacters),
    ("a,b\n1,\"two lines\n1\n2\"\n", .cellCharacters), ("12345678901\n1\n", .cellCharacters),
    ("a\n\(String(repeating: "x", count: 61))", .rowBytes),
    ("a\n\(String(repeating: "x", count: 200))\n", .rowBytes),
    (String(repeating: "x", count: 200), .rowBytes),
  ])
  func `a file is refused by the bound that it passes`(text: String, limit: Limit?) throws {
    let file = try TextFile(text)
    for blockSize in [1, 7, 64, 1 << 16] {
      guard let limit else {
        #expect(throws: Never.self) { try file.read(blockSize: blockSize, limits: Self.limits) }
        continue
      }
      let error = #expect(throws: IntakeError.self) {
        try file.read(blockSize: blockSize, limits: Self.limits)
      }
      #expect(error?.code == .limitPassed)
      #expect(error?.limit == limit)
    }
  }

  @Test(arguments: [1, 7, 1 << 16])
  func `a quotation mark that isn't closed soon is told as such`(blockSize: Int) throws {
    let file = try TextFile("a,b\n1,\"\(String(repeating: "2\n", count: 200))")
    let error = #expect(throws: IntakeError.self) {
      try file.read(blockSize: blockSize, limits: Self.limits)
    }
    #expect(error?.code == .malformed)
    #expect(error?.message.hasPrefix("row 2 of ") == true)
  }

  @Test func `a row that passes a bound is told by its number, and not quoted`() throws {
    let file = try TextFile("a\n\nsecret1,2,3,4,5\n")
    let error = #expect(throws: IntakeError.self) { try file.read(limits: Self.limits) }
    #expect(error?.message.hasPrefix("row 3 of ") == true)
    #expect(error?.message.contains("(limit columns: 4)") == true)
    #expect(error?.message.contains("secret") == false)
  }

  @Test func `a short row in a wide table takes a table of its own, and none is lost`() throws {
    let titles = (1...16_384).map { "t\($0)" }.joined(separator: ",")
    let contents = try TextFile("\(titles)\n" + String(repeating: "1\n", count: 70)).read()
    #expect(contents.rows.map(\.number) == Array(2...71))
    #expect(contents.rows.allSatisfy { $0.bytes.count == 16_384 && $0.bytes[0] == [0x31] })
  }
}
