import CTEIntake
import Testing

struct XLSContainerTests {
  private static let book = XLSBook.with {
    $1.titles(["A"]); $1.titles(["a"], row: 1)
  }

  private func rows(_ container: XLSContainer) throws -> [[String]] {
    try XLSFixture(container.bytes).rows().rows.map(\.cells)
  }

  @Test func `the workbook is found wherever it stands in the directory`() throws {
    for place in 0...8 {
      var streams = (0..<8).map {
        (name: "\u{5}Other\($0)", bytes: [UInt8](repeating: 9, count: 5000))
      }
      streams.insert(("Workbook", Self.book.stream), at: place)
      #expect(try rows(XLSContainer(streams: streams)) == [["a"]])
    }
  }

  @Test func `of a file of two versions the newer is read`() throws {
    var old = XLSBook()
    old.version = 0x0500
    let streams = [(name: "Book", bytes: old.stream), ("Workbook", Self.book.stream)]
    #expect(try rows(XLSContainer(streams: streams)) == [["a"]])
  }

  @Test func `a small workbook may be kept in small sectors`() throws {
    let small = (name: "Other", bytes: [UInt8](repeating: 1, count: 100))
    let streams = [small, ("Workbook", Self.book.stream), small]
    let container = XLSContainer(streams: streams, keepsSmallStreams: true)
    #expect(Self.book.stream.count < 4096)
    #expect(try rows(container) == [["a"]])
  }

  @Test func `a workbook of many sectors is read, wherever they stand`() throws {
    let book = XLSBook.with { _, sheet in
      sheet.titles(["A"])
      for row in 1...9000 { sheet.text(row, 0, "a text of row \(row)") }
    }
    #expect(try rows(XLSContainer(streams: [("Workbook", book.stream)])).count == 9000)
  }

  @Test(arguments: [
    (
      ["EncryptionInfo", "EncryptedPackage"],
      "is protected with a password; remove the protection and upload it again"
    ),
    (["1Table", "WordDocument"], "is a text document; upload the workbook with the table"),
    (
      ["Current User", "PowerPoint Document"],
      "is a presentation; upload the workbook with the table"
    ),
    (
      ["Something"],
      "is a document of another kind than a workbook; upload the workbook with the table"
    ),
  ])
  func `other documents are told by their streams`(names: [String], words: String) throws {
    let container = XLSContainer(streams: names.map { ($0, [1, 2, 3]) })
    let message = try XLSFixture(container.bytes).refusal()?.message
    #expect(message?.hasSuffix(" " + words) == true)
  }

  /// A change of a container's bytes, and whether its headers are untrue or it is damaged.
  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let offset: Int
    let bytes: [UInt8]
    let isUntrue: Bool

    init(_ description: String, at offset: Int, _ number: UInt32, isUntrue: Bool = false) {
      testDescription = description
      self.offset = offset
      bytes = number.littleEndian
      self.isUntrue = isUntrue
    }
  }

  /// Sector 0 is the table, 1 to 8 are the workbook, 9 is the directory.
  static let faults = [
    Fault("the order of bytes", at: 28, 0x0009_FFFF),
    Fault("the size of sectors", at: 28, 0x0020_FFFE),
    Fault("the size of small sectors", at: 32, 7),
    Fault("the greatest small stream", at: 56, 0),
    Fault("more sectors of the table", at: 44, 2, isUntrue: true),
    Fault("endless sectors of the table", at: 44, .max, isUntrue: true),
    Fault("no sector of the table", at: 44, 0, isUntrue: true),
    Fault("the directory past the end", at: 48, 99),
    Fault("the directory among the free sectors", at: 48, 0xFFFF_FFFF),
    Fault("the directory in the workbook", at: 48, 1),
    Fault("the table past the end", at: 76, 99),
    Fault("the table twice", at: 80, 0),
    Fault("further sectors of the table", at: 72, 1, isUntrue: true),
    Fault("endless further sectors of the table", at: 72, .max, isUntrue: true),
    Fault("small sectors that aren't there", at: 64, 1, isUntrue: true),
    Fault("endless small sectors", at: 64, .max, isUntrue: true),
    Fault("a chain that ends too early", at: 512 + 4 * 3, 0xFFFF_FFFE, isUntrue: true),
    Fault("a chain that goes in a circle", at: 512 + 4 * 3, 1),
    Fault("a chain that leaves the file", at: 512 + 4 * 3, 0x00FF_FFFF),
    Fault("a directory in a circle", at: 512 + 4 * 9, 9),
    Fault("no root", at: 512 * 10 + 66, 2),
    Fault("an entry past the end", at: 512 * 10 + 76, 77),
    Fault("an entry that is its own neighbour", at: 512 * 10 + 128 + 72, 1),
    Fault("a workbook past the end", at: 512 * 10 + 128 + 116, 99),
    Fault("a workbook greater than the file", at: 512 * 10 + 128 + 120, .max, isUntrue: true),
    Fault("a workbook greater than its chain", at: 512 * 10 + 128 + 120, 5000, isUntrue: true),
  ]

  @Test(arguments: faults)
  func `a broken container is refused`(fault: Fault) throws {
    var bytes = Self.book.bytes
    #expect(try XLSFixture(bytes).refusal() == nil)
    bytes.replaceSubrange(fault.offset..<fault.offset + 4, with: fault.bytes)
    let error = try XLSFixture(bytes).refusal()
    #expect(error?.limit == (fault.isUntrue ? .untrueHeaders : nil))
    #expect(error?.code == (fault.isUntrue ? .limitPassed : .malformed), "\(error?.message ?? "")")
  }

  @Test func `a file that is cut off is refused`() throws {
    let bytes = Self.book.bytes
    for count in stride(from: 24, to: bytes.count, by: 97) {
      #expect(try XLSFixture(Array(bytes.prefix(count))).refusal() != nil)
    }
  }

  @Test func `a container of too many parts is refused`() throws {
    var limits = ReadingLimits()
    limits[.entries] = 8
    for count in [7, 8, 40] {
      let others = (0..<count).map { (name: "Other\($0)", bytes: [UInt8](repeating: 1, count: 9)) }
      let container = XLSContainer(streams: [("Workbook", Self.book.stream)] + others)
      let refusal = try XLSFixture(container.bytes, limits: limits).refusal()
      #expect(refusal?.limit == (count > 7 ? .entries : nil))
    }
  }
}
