import CTEIntake

/// The parts of a workbook: its sheets in their order, and where styles and shared texts stand.
struct WorkbookParts {
  let archive: ZipArchive
  /// The name of the part that lists the sheets.
  let workbook: String
  /// The sheets that have cells.
  let sheets: [WorkbookSheet]
  /// Whether days are counted from 1904, as they once were on the Macintosh.
  let countsFrom1904: Bool
  /// The name of the part of the cells' styles.
  let styles: String?
  /// The name of the part of texts that cells share.
  let sharedStrings: String?

  /// A sheet, and the name of its part; nil where the workbook doesn't say which it is.
  struct WorkbookSheet {
    let name: String
    let isHidden: Bool
    let part: String?
  }

  /// Finds the parts of a workbook.
  ///
  /// - Throws: `IntakeError` where the container is another document, or broken.
  init(_ archive: ZipArchive) throws {
    let file = archive.file
    let main = try Relationships(of: "", in: archive).target(type: "officeDocument")
    let name = main ?? "xl/workbook.xml"
    let foreign = ForeignArchive(archive, main: main)
    guard let entry = archive.entry(named: name), !foreign.isKnown(entry) else {
      throw foreign.error
    }
    let handler = Handler(file: file)
    let reader = try XMLReader(entry.name, of: file, handler: handler)
    try reader.read(archive.openWhole(entry))
    guard handler.root == "workbook" else { throw foreign.error }

    let relationships = try Relationships(of: entry.name, in: archive)
    sheets = handler.sheets.compactMap { sheet in
      let found = relationships.all.first { $0.id == sheet.id }
      // Sheets of charts and dialogs have no cells.
      if let found, found.type != "worksheet" { return nil }
      return WorkbookSheet(name: sheet.name, isHidden: sheet.isHidden, part: found?.target)
    }
    self.archive = archive
    workbook = entry.name
    countsFrom1904 = handler.countsFrom1904
    styles = relationships.target(type: "styles")
    sharedStrings = relationships.target(type: "sharedStrings")
  }

  /// Returns the part of a sheet.
  ///
  /// - Throws: `IntakeError` where the workbook has none.
  func entry(ofSheet sheet: Int) throws(IntakeError) -> ZipEntry {
    guard let part = sheets[sheet].part, let entry = archive.entry(named: part) else {
      throw IntakeError(
        .malformed,
        "\(archive.file.name) lacks the part of its sheet '\(sheets[sheet].name)'; open it in a spreadsheet program and save it again"
      )
    }
    return entry
  }

  private final class Handler: XMLHandler {
    let file: SourceFile
    var root: String?
    var sheets: [(name: String, isHidden: Bool, id: String?)] = []
    var countsFrom1904 = false
    private var depth = 0
    private var isInSheets = false

    init(file: SourceFile) {
      self.file = file
    }

    // Extensions have elements of the same names, deeper down.
    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
      depth += 1
      switch depth {
      case 1: root = name.text
      case 2:
        isInSheets = name == "sheets"
        if name == "workbookPr" {
          countsFrom1904 = ["1", "true", "on"].contains(attributes.text("date1904") ?? "")
        }
      case 3 where isInSheets && name == "sheet": try take(sheet: attributes)
      default: break
      }
    }

    func end(_ name: XMLName) {
      depth -= 1
    }

    private func take(sheet attributes: XMLAttributes) throws(IntakeError) {
      let state = attributes.text("state") ?? "visible"
      sheets.append(
        (attributes.text("name") ?? "", state != "visible", attributes.prefixedText("id")))
      try file.limits.hold(sheets.count, to: .sheets, of: file.name)
    }
  }
}
