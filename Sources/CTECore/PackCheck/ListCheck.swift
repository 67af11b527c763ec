import CTEIntake
import CTEModel
import CTERulePack

/// Reads the lists that ship with a pack.
struct ListCheck {
  private let pack: RulePack

  init(_ pack: RulePack) {
    self.pack = pack
  }

  func issues() -> [PackIssue] { pack.lists.flatMap(issues) }

  private func issues(_ list: PackList) -> [PackIssue] {
    var keys = KeyTables()
    do {
      return try ListRecords(list, of: pack, keys: &keys).findings.map { finding in
        PackIssue(
          at: .init(file: list.path, line: finding.row, column: finding.columnIndex + 1),
          "cell \(finding.cell), '\(finding.column)': \(finding.message)", help: finding.help)
      }
    } catch {
      return [PackIssue(at: .init(file: list.path), "the list can't be read: \(error)")]
    }
  }
}
