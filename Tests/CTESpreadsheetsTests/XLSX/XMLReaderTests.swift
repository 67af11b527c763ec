import CTEIntake
import Testing

@testable import CTESpreadsheets

struct XMLReaderTests {
  static func read(_ sheet: String, limits: ReadingLimits = ReadingLimits()) throws -> ReadWorkbook
  {
    try ReadWorkbook(TestWorkbook(sheet: sheet), limits: limits)
  }

  static let rows = #"<row><c t="str"><v>Name</v></c></row>"#

  @Test(arguments: [
    "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
    "\u{FEFF}<?xml version=\"1.0\"?><worksheet><sheetData>\(rows)</sheetData></worksheet>",
    #"<?xml version="1.0" encoding="us-ascii"?><worksheet><sheetData>\#(rows)</sheetData></worksheet>"#,
    #"<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData>\#(rows)</sheetData></worksheet>"#,
    "<!-- <sheetData> --><worksheet><cols/><sheetData a=\"1\">\(rows)</sheetData></worksheet>",
    #"<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="str"><x:v>Name</x:v></x:c></x:row></x:sheetData></x:worksheet>"#,
    "<worksheet><sheetData>\(rows)</sheetData></worksheet>\n",
    "<worksheet><sheetData>\(rows)</sheetData><sheetData><row r=\"5\"/></sheetData></worksheet>",
  ])
  func `XML is read, however it is written`(sheet: String) throws {
    #expect(try Self.read(sheet).heads == [HeadRow(number: 1, texts: ["Name"])])
  }

  @Test(arguments: [
    "<worksheet/>", "<worksheet><sheetData/></worksheet>", "<chartsheet><row/></chartsheet>",
  ])
  func `a sheet without rows has none`(sheet: String) throws {
    #expect(try Self.read(sheet).error == nil)
    #expect(try Self.read(sheet).heads.isEmpty)
  }

  @Test(arguments: [false, true])
  func `UTF-16 is read`(isBig: Bool) throws {
    let text =
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData>\(Self.rows)</sheetData></worksheet>"
    var zip = TestWorkbook().zip
    zip.parts[3].bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return isBig ? pair : pair.reversed()
    }
    #expect(try ReadWorkbook(zip.bytes).heads == [HeadRow(number: 1, texts: ["Name"])])
  }

  @Test(arguments: [
    #"<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>"#,
    #"<!DOCTYPE worksheet SYSTEM "http://example.org/x.dtd"><worksheet/>"#,
    #"<!DOCTYPE worksheet><worksheet/>"#,
    #"<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><w>&a;</w>"#,
  ])
  func `a part that declares entities is refused`(sheet: String) throws {
    #expect(try Self.read(sheet).error?.limit == .xmlEntities)
    var zip = TestWorkbook(shared: "").zip
    zip.parts[4].bytes = Array(sheet.utf8)
    #expect(try ReadWorkbook(zip.bytes).error?.limit == .xmlEntities)
    zip = TestWorkbook().zip
    zip.parts[1].bytes = Array(sheet.utf8)
    #expect(try ReadWorkbook(zip.bytes).error?.limit == .xmlEntities)
  }

  @Test func `deep elements and endless tags pass limits`() throws {
    func nested(_ depth: Int) -> String {
      "<worksheet>" + String(repeating: "<a>", count: depth)
        + String(repeating: "</a>", count: depth)
        + "</worksheet>"
    }
    #expect(try Self.read(nested(63)).error == nil)
    #expect(try Self.read(nested(64)).error?.limit == .xmlDepth)
    var limits = ReadingLimits()
    limits[.rowBytes] = 1_600_000
    func tag(_ count: Int, _ end: String) -> String {
      "<worksheet a=\"\(String(repeating: "x", count: count))\(end)"
    }
    #expect(try Self.read(tag(150_000, "\"/>"), limits: limits).error == nil)
    #expect(try Self.read(tag(300_000, "\"/>"), limits: limits).error?.limit == .rowBytes)
    #expect(try Self.read(tag(600_000, ""), limits: limits).error?.limit == .rowBytes)
  }

  @Test func `a part with thousands of names is none of a workbook`() throws {
    func elements(_ count: Int) -> String { (0..<count).map { "<a\($0)/>" }.joined() }
    func attributes(_ count: Int) -> String { (0..<count).map { " a\($0)=''" }.joined() }
    #expect(try Self.read("<a>\(elements(3000))<a\(attributes(900))/></a>").error == nil)
    #expect(try Self.read("<a>\(elements(5000))</a>").error?.code == .malformed)
    #expect(try Self.read("<a\(attributes(5000))/>").error?.code == .malformed)
  }

  @Test func `what passes a limit in one row passes it there`() throws {
    let deep = String(repeating: "<a>", count: 70) + String(repeating: "</a>", count: 70)
    #expect(
      try Self.read(TestWorkbook.sheet("\(Self.rows)<row><c>\(deep)</c></row>")).error?.limit
        == .xmlDepth)
  }

  @Test(arguments: [
    "", "no XML", "<worksheet>", "<a></b>", "<worksheet>&odd;</worksheet>",
    #"<?xml version="1.0" encoding="odd"?><worksheet/>"#,
  ])
  func `a part that is no XML is told by its name`(sheet: String) throws {
    #expect(
      try Self.read(sheet).words
        == "has a damaged part (xl/worksheets/sheet1.xml); open it in a spreadsheet program and save it again"
    )
  }
}
