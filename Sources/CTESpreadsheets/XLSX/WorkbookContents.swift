import CTEIntake

/// What the cells of all sheets share.
final class WorkbookContents {
  let file: SourceFile
  let strings: SharedStrings
  let styles: CellStyles
  let number: CellNumber

  /// Reads the shared texts and the styles of a workbook.
  init(_ parts: WorkbookParts) throws {
    let archive = parts.archive
    file = archive.file
    number = CellNumber(countsFrom1904: parts.countsFrom1904)
    styles =
      try parts.styles.flatMap { archive.entry(named: $0) }
      .map { try CellStyles($0, in: archive) } ?? CellStyles()
    strings =
      try parts.sharedStrings.flatMap { archive.entry(named: $0) }
      .map { try SharedStrings($0, in: archive) } ?? SharedStrings()
  }
}
