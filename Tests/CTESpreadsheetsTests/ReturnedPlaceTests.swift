import CTEIntake
import CTEModel
import Foundation
import Testing

@testable import CTESpreadsheets

struct ReturnedPlaceTests {
  @Test(arguments: ["errors.csv", "errors", "upload.xlsx", "nowhere/errors.xlsx"])
  func `a workbook is refused where it can't or mustn't stand`(name: String) throws {
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    let path = file.folder.appendingPathComponent(name).path
    #expect(throws: RenderingError.self) {
      try ReturnedWorkbook(at: path, of: file.source.path, reading: .spreadsheets)
    }
    #expect(try Self.names(in: file.folder) == ["upload.xlsx"])
  }

  @Test func `nothing has the name before it is whole, and nothing else is left`() throws {
    let file = try ReturnedFile(Array("SUID,School\n1,2\n".utf8), name: "upload.csv")
    do {
      let workbook = try ReturnedWorkbook(
        at: file.target.path, of: file.source.path, reading: .spreadsheets)
      try workbook.receive([.error(2, 0)])
      #expect(try Self.names(in: file.folder) == ["upload.csv"])
    }
    #expect(try Self.names(in: file.folder) == ["upload.csv"])
    try file.mark([.error(2, 0)], titles: ["SUID", "School"])
    #expect(try Self.names(in: file.folder) == ["errors.xlsx", "upload.csv"])
  }

  @Test func `a file that was changed while it was checked is not marked`() throws {
    let file = try ReturnedFile(Array("SUID,School\n1,2\n".utf8), name: "upload.csv")
    let workbook = try ReturnedWorkbook(
      at: file.target.path, of: file.source.path, reading: .spreadsheets)
    try Data("SUID,School\n".utf8).write(to: file.source)
    #expect(throws: RenderingError.self) {
      try workbook.close(
        TablePlace(kind: "csv", sheet: 0, sheetName: "", titlesRow: 1, titles: ["SUID", "School"]))
    }
    #expect(try Self.names(in: file.folder) == ["upload.csv"])
  }

  @Test func `findings are kept in their order, however many there are`() throws {
    let log = try FindingLog(in: FileManager.default.temporaryDirectory)
    let help = String(repeating: "ä", count: 100)
    for row in 1...20_000 {
      for column in 0..<row % 3 {
        try log.append(.error(row, column, "no. \(row)", help: column == 0 ? nil : help))
      }
    }
    var rows = try log.rows()
    var count = 0
    for row in 1...20_000 where row % 3 > 0 {
      let found = try #require(try rows.next())
      #expect(found.row == row && found.entries.count == row % 3)
      #expect(found.entries.allSatisfy { $0.message == "no. \(row)" })
      count += 1
    }
    #expect(try rows.next() == nil && count > 13_000)
    #expect(try log.rows().nextOrNil()?.row == 1)
  }

  @Test func `a folder is refused at once and never replaced`() throws {
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    let inner = file.target.appendingPathComponent("kept")
    let early = try ReturnedWorkbook(
      at: file.target.path, of: file.source.path, reading: .spreadsheets)
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    #expect(
      throws: RenderingError("\(file.target.path) is a folder; give the new file another name")
    ) {
      try early.close(Self.place)
    }
    #expect(throws: RenderingError.self) { try file.mark([]) }
    #expect(FileManager.default.fileExists(atPath: inner.path))
  }

  @Test func `a file that stood there before is replaced`() throws {
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    try Data("old".utf8).write(to: file.target)
    try file.mark([.error(2, 0)])
    #expect(try file.rows()[2]?.count == 4)
    #expect(try Self.names(in: file.folder) == ["errors.xlsx", "upload.xlsx"])
  }

  @Test(
    arguments: ["upload.xlsx", "upload.csv"], [(0o600, 0o600), (0o640, 0o640), (0o444, 0o644)])
  func `nobody may read it who may not read the source`(name: String, modes: (Int, Int)) throws {
    let isText = name.hasSuffix("csv")
    let file = try ReturnedFile(
      isText
        ? Array("SUID,School,Test Date\n1,2,3\n".utf8)
        : ReturnedSample(sheet: ReturnedSample.sheet()).bytes, name: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: modes.0], ofItemAtPath: file.source.path)
    try file.mark([.error(2, 0)])
    let facts = try FileManager.default.attributesOfItem(atPath: file.target.path)
    #expect((facts[.posixPermissions] as? NSNumber)?.intValue == modes.1)
  }

  @Test func `a source that isn't there is named with the reason`() throws {
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    let source = file.folder.appendingPathComponent("nofile.xlsx").path
    let error = #expect(throws: IntakeError.self) {
      try ReturnedWorkbook(at: file.target.path, of: source, reading: .spreadsheets)
    }
    #expect(error?.message == "\(source) can't be opened: No such file or directory")
  }

  private static let place = TablePlace(
    kind: "xlsx", sheet: 0, sheetName: "Rows", titlesRow: 1,
    titles: ["SUID", "School", "Test Date"])

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

extension FindingLog.Rows {
  fileprivate func nextOrNil() throws -> RowFindings? {
    var rows = self
    return try rows.next()
  }
}
