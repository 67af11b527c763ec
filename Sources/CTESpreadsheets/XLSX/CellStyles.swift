import CTEIntake

/// The number formats of a workbook's cells.
struct CellStyles {
  private var forms: [NumberForm] = []

  /// Spreadsheet programs keep no more cell formats, 65,490 of them.
  private static let most = 65_536

  /// The styles of a workbook that says nothing of them.
  init() {}

  /// Reads the part of the styles.
  init(_ entry: ZipEntry, in archive: ZipArchive) throws {
    let handler = Handler { archive.file.damaged(part: entry.name) }
    let reader = try XMLReader(entry.name, of: archive.file, handler: handler)
    try reader.read(archive.openWhole(entry))
    forms = handler.forms
  }

  /// The form of numbers in a cell of a style; general for a style that isn't there.
  subscript(style: Int) -> NumberForm {
    forms.indices.contains(style) ? forms[style] : .general
  }

  private final class Handler: XMLHandler {
    var forms: [NumberForm] = []
    let damaged: () -> IntakeError
    /// Formats that the workbook spells out; they come before the styles.
    private var spelled: [Int: NumberForm] = [:]
    /// The elements that are open.
    private var depth = 0
    private var section = ""

    init(damaged: @escaping () -> IntakeError) {
      self.damaged = damaged
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
      depth += 1
      if depth == 2 { section = name.text }
      guard depth == 3 else { return }
      let number = attributes.text("numFmtId").flatMap { Int($0) } ?? 0
      if section == "numFmts", name == "numFmt" {
        spelled[number] = attributes.text("formatCode").map { NumberForm(code: $0) }
      } else if section == "cellXfs", name == "xf" {
        forms.append(spelled[number] ?? NumberForm(builtIn: number))
      }
      guard max(forms.count, spelled.count) <= CellStyles.most else { throw damaged() }
    }

    func end(_ name: XMLName) {
      depth -= 1
    }
  }
}
