public import CTEModel
import CTERulePack

/// A row of a file as a preview shows it: what it says, whether it would be imported, and what is wrong with it.
///
/// It quotes values, so it is for the person who sent the file alone.
public struct PreviewRow: Sendable {
  /// The row as a spreadsheet program shows it.
  public let number: Int
  /// What stands in the columns of the preview; empty for a row that couldn't be read so far.
  public let cells: [String]
  /// What would become of it.
  public let standing: Standing
  /// What is wrong with it, in the order of its columns.
  public let findings: [Finding]
  /// What the state calls its errors, or what they say where it has no name for them; each once.
  public let errors: [String]

  /// What would become of a row.
  public enum Standing: String, Sendable {
    /// It would be imported.
    case valid
    /// What it says is there already.
    case unchanged
    /// It carries an error.
    case invalid
  }

  init(
    number: Int, cells: [String], standing: Standing, findings: [Finding], in pack: RulePack
  ) {
    self.number = number
    self.cells = cells
    self.standing = standing
    self.findings = findings
    var errors: [String] = []
    for finding in findings where finding.severity == .error {
      let rule = pack.rules.first { $0.id == finding.rule }
      let name = rule?.gridName ?? finding.officialName ?? "\(finding.column): \(finding.message)"
      if !errors.contains(name) { errors.append(name) }
    }
    self.errors = errors
  }
}

extension PreviewRow: CustomStringConvertible {
  /// The row's number and standing, so that no log line can identify a student.
  public var description: String { "row \(number), \(standing.rawValue)" }
}
