import CTEIntake
import CTEModel
import Foundation

/// Marks a workbook: its bad cells, and a last column with all errors.
struct WorkbookMarker {
  private let package: MarkedPackage
  private let findings: FindingLog
  private let titles: [String]
  private let titlesRow: Int
  private let parts: MarkableParts
  private var types: ContentTypes

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - file: The workbook.
  ///   - sheet: The place of the sheet that is marked.
  ///   - titlesRow: The row of its titles.
  ///   - titles: The titles.
  ///   - findings: What was found in it.
  ///   - folder: Where there is room for what is too large for memory.
  /// - Throws: `Unspliceable` where the workbook is written in a way that can't be changed safely.
  init(
    _ file: SourceFile, sheet: Int, titlesRow: Int, titles: [String], findings: FindingLog,
    folder: URL
  ) throws {
    package = try MarkedPackage(file, folder: folder)
    types = try ContentTypes(in: package)
    parts = try MarkableParts(of: package, types: types, sheet: sheet)
    self.findings = findings
    self.titles = titles
    self.titlesRow = titlesRow
  }

  /// Marks the workbook.
  ///
  /// - Parameters:
  ///   - copy: A copy of the workbook's file, into which the marked parts are written.
  ///   - layout: What the formats of a workbook that we laid out ourselves say.
  consuming func mark(into copy: URL, as layout: LaidOutFormats = LaidOutFormats()) throws {
    var references = try RelationshipsPart(of: parts.sheet, in: package)
    let survey = try SheetSurvey(
      SheetPart(package.entry(parts.sheet), in: package), titlesRow: titlesRow)
    let column = try ErrorsColumn(
      titles: titles, lastColumn: survey.lastColumn, titlesRow: titlesRow)
    let comments = try SheetComments(
      of: parts.sheet, references, drawing: survey.drawing, in: package)
    let drawing = try comments.refer(from: &references, ifNeeded: hasMarks(beside: column))
    let edits = try survey.edits(for: findings.isEmpty ? nil : column, newDrawing: drawing)

    var styles = try StyleSheet(package.markup(parts.styles.name, ifMissing: StyleSheet.empty))
    for format in layout.quoted { styles.quote(format) }
    let marker = try SheetMarker(
      SheetCopy(
        SheetPart(package.entry(parts.sheet), in: package),
        into: package.setToFile(parts.sheet), edits: edits),
      survey: survey, column: column, findings: findings, styles: styles,
      errorFormats: layout.errors)
    try marker.write()

    try put(marker.styles)
    try comments.put(marker.allRemarks(at: column), beside: column, &types)
    try references.write(into: package)
    try types.write(into: package)
    try package.write(into: copy)
  }

  /// Whether a cell gets a mark, and a comment with it: some findings are of no cell that can have one.
  private func hasMarks(beside column: ErrorsColumn) throws -> Bool {
    var rows = try findings.rows()
    while let row = try rows.next() {
      if row.entries.contains(where: { column.leaves($0.column) }) { return true }
    }
    return false
  }

  private mutating func put(_ styles: StyleSheet) throws {
    if !parts.styles.isThere {
      var references = try RelationshipsPart(of: parts.workbook, in: package)
      _ = references.add("styles", to: parts.styles.name)
      try references.write(into: package)
      types.add(parts.styles.name, StyleSheet.type)
    }
    try package.set(parts.styles.name, to: styles.bytes)
  }
}

extension SheetMarker {
  /// What comments say; the column's title says so where there are no more of them.
  fileprivate func allRemarks(at column: ErrorsColumn) -> [CellMark] {
    guard isCapped else { return remarks }
    let cap = CellMark(
      row: column.titlesRow, column: column.place, isError: false, remark: MarkWords.cap)
    return [cap] + remarks
  }
}
