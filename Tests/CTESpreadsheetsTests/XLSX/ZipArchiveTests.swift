import CTEIntake
import Testing

@testable import CTESpreadsheets

struct ZipArchiveTests {
  let workbook = TestWorkbook(rows: RowTests.titles).zip

  @Test(arguments: ["descriptors", "great", "remark", "folder", "case", "flags"])
  func `an honest container passes, however it is written`(way: String) throws {
    var zip = workbook
    for index in zip.parts.indices {
      switch way {
      case "descriptors": zip.parts[index].flags = 8
      case "great": zip.parts[index].isGreat = true
      case "case": zip.parts[index].name = zip.parts[index].name.uppercased()
      case "flags": zip.parts[index].flags = 0x806
      default: break
      }
    }
    if way == "remark" { zip.remark = "made by a program PK\u{5}\u{6}" }
    if way == "folder" { zip.parts.append(TestZip.Part("xl/", "")) }
    #expect(try ReadWorkbook(zip.bytes).heads.map(\.texts) == [["A", "B"]])
  }

  @Test func `every byte is shown before a part is read`() throws {
    let file = try WorkbookFile(workbook.bytes)
    var seen: [UInt8] = []
    _ = try XLSXReader(SourceFile(path: file.path) { seen += $0 })
    #expect(seen == workbook.bytes)
  }

  typealias Lie = @Sendable (inout TestZip) -> Void

  static let lies: [(name: String, lie: Lie)] = [
    (
      "more than it says",
      {
        $0.parts[3].packAsItIs()
        $0.parts[3].saidSize = 10
      }
    ),
    (
      "less than it says",
      {
        $0.parts[3].packAsItIs()
        $0.parts[3].saidSize = 10_000
      }
    ),
    ("packed and inflated differ", { $0.parts[3].saidSize = 10 }),
    ("another name", { $0.parts[3].localName = "xl/worksheets/sheet2.xml" }),
    ("another method", { $0.parts[3].localMethod = 8 }),
    ("another size", { $0.parts[3].localSize = 10 }),
    ("the same name twice", { $0.parts.append($0.parts[3]) }),
    (
      "the same name with another slash", { $0.parts.append(TestZip.Part("xl\\workbook.xml", "x")) }
    ),
    ("no name", { $0.parts.append(TestZip.Part("", "x")) }),
    (
      "overlapping parts",
      {
        $0.parts[2].saidOffset = 0; $0.parts[2].localName = "_rels/.rels"
      }
    ),
    ("a part outside the file", { $0.parts[3].saidOffset = 1_000_000 }),
    (
      "a part that reaches into the directory",
      {
        $0.parts[3].saidPackedSize = 1_000_000; $0.parts[3].saidSize = 1_000_000
      }
    ),
    ("fewer entries than there are", { $0.saidCount = 2 }),
  ]

  @Test(arguments: lies.indices)
  func `a container that lies is refused`(index: Int) throws {
    var zip = workbook
    Self.lies[index].lie(&zip)
    #expect(try ReadWorkbook(zip.bytes).error?.limit == .untrueHeaders, "\(Self.lies[index].name)")
  }

  @Test func `a container that isn't whole or whose sums are wrong is refused`() throws {
    #expect(
      try ReadWorkbook(workbook.bytes.dropLast(30)).words
        == "is damaged or not whole; open it in a spreadsheet program and save it as .xlsx")
    #expect(try ReadWorkbook(Array(workbook.bytes.prefix(10))).error?.code == .malformed)
    var wrong = workbook
    wrong.parts[3].saidChecksum = 7
    #expect(
      try ReadWorkbook(wrong.bytes).words
        == "has a damaged part (xl/worksheets/sheet1.xml); open it in a spreadsheet program and save it again"
    )
    var many = workbook
    many.saidCount = 9
    #expect(try ReadWorkbook(many.bytes).error?.code == .malformed)
    var locked = workbook
    locked.parts[0].flags = 1
    #expect(
      try ReadWorkbook(locked.bytes).words
        == "is protected with a password; remove the protection and upload it again")
    var odd = workbook
    odd.parts[3].method = 99
    #expect(try ReadWorkbook(odd.bytes).error?.code == .malformed)
  }

  @Test func `a container takes no memory for parts that it only says to have`() throws {
    var great = workbook
    var limits = ReadingLimits()
    for (count, code) in [(great.parts.count, nil), (1 << 39, IntakeError.Code.malformed)] {
      great.saidGreatCount = count
      limits[.entries] = 1 << 40
      #expect(try ReadWorkbook(great.bytes, limits: limits).error?.code == code)
    }
  }

  @Test func `a container that grows too much is refused before it grows`() throws {
    func error(_ packed: Int, _ size: Int, limits: ReadingLimits = ReadingLimits()) throws -> Limit?
    {
      var zip = workbook
      var part = TestZip.Part("xl/media/image1.png", Array(repeating: 0, count: packed))
      part.method = 8
      part.saidSize = size
      zip.parts.append(part)
      return try ReadWorkbook(zip.bytes, limits: limits).error?.limit
    }
    #expect(try error(10, 215_000) == nil)
    #expect(try error(1000, 20 << 20) == .inflationRatio)
    #expect(try error(1 << 20, 100 << 20) == nil)
    #expect(try error(10, 0xFFFF_FFFF) == .inflatedBytes)
    var limits = ReadingLimits()
    limits[.inflatedBytes] = 5000
    #expect(try error(10, 5000, limits: limits) == .inflatedBytes)
    limits = ReadingLimits()
    limits[.entries] = 4
    #expect(try error(10, 10, limits: limits) == .entries)
  }
}
