/// The parts of a workbook that are written anew when one of its sheets is marked.
struct MarkableParts {
  let workbook: String
  let sheet: String
  let styles: (name: String, isThere: Bool)

  /// What a workbook without macros holds; under the name `.xlsx`, programs open no other.
  private static let type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  /// Finds the parts.
  ///
  /// - Throws: `Unspliceable` where they aren't where programs put them, and `IntakeError` where the workbook is broken.
  init(of package: MarkedPackage, types: ContentTypes, sheet: Int) throws {
    let parts = try WorkbookParts(package.archive)
    let root = try RelationshipsPart(of: "", in: package)
    guard types.type(of: parts.workbook) == Self.type, root.first("officeDocument") != nil,
      parts.sheets.indices.contains(sheet)
    else { throw Unspliceable() }
    workbook = parts.workbook
    self.sheet = try parts.entry(ofSheet: sheet).name
    styles =
      try parts.styles.map { (try package.entry($0).name, true) }
      ?? (package.newName("xl/styles", ".xml"), false)
  }
}
