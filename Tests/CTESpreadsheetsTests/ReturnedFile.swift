import CTEIntake
import CTEModel
import CTETestKit
import Foundation

@testable import CTESpreadsheets

/// A file that somebody sends, and what comes back.
final class ReturnedFile {
  private let passing: PassingFolder
  let source: URL
  var folder: URL { passing.url }
  var target: URL { folder.appendingPathComponent("errors.xlsx") }

  init(_ bytes: [UInt8], name: String = "upload.xlsx") throws {
    passing = try PassingFolder()
    source = passing.url.appendingPathComponent(name)
    try Data(bytes).write(to: source)
  }

  convenience init(_ workbook: ReturnedSample) throws {
    try self.init(workbook.bytes)
  }

  /// Gives the file back with findings.
  @discardableResult
  func mark(
    _ findings: [Finding], sheet: Int = 0, titlesRow: Int = 1,
    titles: [String] = ["SUID", "School", "Test Date"]
  ) throws -> ReturnedWorkbook.Outcome {
    let workbook = try ReturnedWorkbook(
      at: target.path, of: source.path, reading: .spreadsheets)
    try workbook.receive(findings)
    let kind = source.pathExtension
    return try workbook.close(
      TablePlace(
        kind: kind, sheet: sheet, sheetName: kind == "csv" ? "" : "Rows", titlesRow: titlesRow,
        titles: titles))
  }

  /// The parts of what came back, by name.
  func parts() throws -> [String: Part] { try Self.parts(of: target) }

  static func parts(of url: URL) throws -> [String: Part] {
    let archive = try ZipArchive(SourceFile(path: url.path))
    let file = Array(try Data(contentsOf: url))
    var parts: [String: Part] = [:]
    for entry in archive.entries {
      let part = try archive.open(entry)
      let bytes = try [UInt8](unsafeUninitializedCapacity: entry.size) { buffer, count in
        count = try part.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      let start = entry.headerOffset + 30
      let offset = start + (file.number16(start - 4) ?? 0) + (file.number16(start - 2) ?? 0)
      let packed = Array(file[offset..<offset + entry.packedSize])
      parts[entry.name] = Part(
        text: String(decoding: bytes, as: UTF8.self), packed: packed, method: entry.method)
    }
    return parts
  }

  /// The cells of a sheet of what came back, as they are read when it is uploaded again.
  func rows(sheet: Int = 0, width: Int = 8) throws -> [Int: [String]] {
    var reader = try XLSXReader(SourceFile(path: target.path))
    return try Self.rows(of: &reader, sheet: sheet, width: width)
  }

  private static func rows(
    of reader: inout XLSXReader, sheet: Int, width: Int
  ) throws -> [Int: [String]] {
    var rows: [Int: [String]] = [:]
    for head in try reader.firstRows(ofSheet: sheet, through: 1000) {
      rows[head.number] = head.texts
    }
    return rows
  }

  /// A part, inflated and as it lies in the file.
  struct Part: Equatable {
    let text: String
    let packed: [UInt8]
    let method: Int
  }
}

extension Finding {
  static func error(
    _ row: Int, _ column: Int, _ message: String = "is not right", title: String = "Test Date",
    severity: Severity = .error, help: String? = "Correct it."
  ) -> Finding {
    Finding(
      row: row, columnIndex: column, column: title, rule: RuleID("cell/test"), severity: severity,
      value: "x", expected: nil, message: message, help: help)
  }
}

// MARK: - What programs show of it

extension ReturnedFile {
  /// The colour with which a cell is filled; nil where it has none.
  func fill(_ cell: String, sheet: String = "xl/worksheets/sheet1.xml") throws -> String? {
    let parts = try parts()
    let name = parts.keys.first { $0.hasPrefix("xl/styles") } ?? ""
    let styles = try markup(parts, name)
    let rows = try markup(parts, sheet).root
    let format = rows.descendants("c").first { $0.attributes["r"] == cell }?.attributes["s"] ?? "0"
    let formats = styles.root.child("cellXfs")?.children("xf") ?? []
    let fills = styles.root.child("fills")?.children("fill") ?? []
    guard let number = Int(format), formats.indices.contains(number),
      let fill = formats[number].attributes["fillId"].flatMap({ Int($0) }),
      fills.indices.contains(fill)
    else { return "none at all" }
    return fills[fill].descendants("fgColor").first?.attributes["rgb"]
  }

  /// The comments of the first sheet, by their cells.
  func comments() throws -> [String: String] {
    let parts = try parts()
    guard let name = parts.keys.first(where: { $0.contains("/comment") }) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: try markup(parts, name).root.descendants("comment").map {
        ($0.attributes["ref"] ?? "", $0.descendants("t").map(\.text).joined())
      })
  }

  /// The cells whose comments have a box.
  func boxes() throws -> [String] {
    let parts = try parts()
    guard let name = parts.keys.first(where: { $0.hasSuffix(".vml") }) else { return [] }
    return try markup(parts, name).root.descendants("ClientData").map { data in
      let row = Int(data.child("Row")?.text ?? "") ?? -1
      let column = Int(data.child("Column")?.text ?? "") ?? -1
      return CellReference(column: column, row: row + 1).text
    }.sorted()
  }

  private func markup(_ parts: [String: Part], _ name: String) throws -> Markup {
    try Markup(
      Array((parts[name]?.text ?? "").utf8), part: name, of: SourceFile(path: target.path))
  }
}
