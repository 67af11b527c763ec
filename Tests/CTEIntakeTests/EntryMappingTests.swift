import CTEModel
import CTERulePack
import Foundation
import Testing

@testable import CTEIntake

struct EntryMappingTests {
  private static let fields = [
    "student", "term", "credits", "weeks", "studentBirthDay", "year", "isCurrent", "course",
  ]
  private static let right = [
    "000101", "fall", "0.5", "18", "2009-03-14", "2026", "true", "AG-101",
  ]

  /// Maps an entry of a new pack's enrollment with something else in one of its cells.
  private static func map(
    _ text: String, in field: String
  ) throws -> (batch: Batch, findings: [Finding], repairs: [Repair], keys: KeyTables) {
    let pack = try pack()
    let place = try #require(fields.firstIndex(of: field))
    var texts = right
    texts[place] = text
    let cells = CellParserTests.table(texts).cells
    let table = Table(
      bytes: Array(texts.joined().utf8), cells: cells, kinds: [], columnCount: cells.count,
      rowNumbers: [1])
    let entry = try #require(pack.records[.courseEnrollment]?.entryFormat(carrying: Set(fields)))
    var mapper = Mapper(match: FormatMatch(entry, titles: fields), pack: pack)
    var keys = KeyTables()
    let (batch, findings) = mapper.map(table, keys: &keys)
    return (batch, findings, mapper.repairs, keys)
  }

  private static func pack() throws -> RulePack {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let year = FiscalYear(2026)
    try NewPack(named: "lakeland", years: year...year).write(in: folder)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try RulePack.load(
      "lakeland", year: year,
      from: PackLibrary(folders: [folder, root.appendingPathComponent("RulePacks")]))
  }

  @Test(arguments: [
    ("student", "000101", KeyDomain.student, "000101", 0),
    ("student", "101", .student, "000101", 1),
    ("term", "fall", .word, "fall", 0), ("term", "F", .word, "fall", 0),
    ("course", " ag-101", .course, "ag-101", 1),
  ])
  func `an entry is read as a file is, with the same repairs`(
    field: String, text: String, domain: KeyDomain, value: String, repairs: Int
  ) throws {
    let mapped = try Self.map(text, in: field)
    #expect(mapped.findings.isEmpty, "\(mapped.findings)")
    #expect(mapped.repairs.map(\.count).reduce(0, +) == repairs)
    let code = try #require(mapped.keys[domain].knownNumber(for: value))
    let place = try #require(RecordType.courseEnrollment.index(of: field))
    guard case .codes(let codes) = mapped.batch.records[0].columns[place] else {
      Issue.record("a column of codes")
      return
    }
    #expect(codes == [code])
  }

  @Test(arguments: [
    ("student", "A00101", "cell/not-digits"), ("student", "", "cell/missing"),
    ("term", "winter", "cell/not-listed"), ("credits", "0.125", "cell/not-a-number"),
    ("studentBirthDay", "03/14/2009", "cell/not-a-day"), ("isCurrent", "Y", "cell/not-listed"),
    ("year", "26", "cell/not-a-year"), ("course", "AG-101-ADVANCED", "cell/too-long"),
  ])
  func `what is wrong with an entry is told as of a file, under the field's name`(
    field: String, text: String, rule: String
  ) throws {
    let mapped = try Self.map(text, in: field)
    #expect(mapped.findings.map(\.rule.name) == [rule])
    #expect(mapped.findings.map(\.column) == [field])
  }
}
