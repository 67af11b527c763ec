public import CTEModel

/// How far a file has been read and checked.
public struct ImportProgress: Sendable {
  /// What is being done.
  public let phase: Phase
  /// How many rows have been read and checked.
  public let rows: Int
  /// How much of the file has been read, from 0 to 1.
  public let share: Double
  /// What was found in the last rows, in file order. It quotes values, so it is for the person who sent the file alone.
  public let findings: [Finding]

  /// What is done with a file, one after the other.
  public enum Phase: String, Sendable {
    /// What the checks need of the store is being read.
    case gathering
    /// Rows are being read and checked.
    case checking
    /// What was accepted is being committed.
    case committing
  }

  init(_ phase: Phase, rows: Int = 0, share: Double = 0, findings: [Finding] = []) {
    self.phase = phase
    self.rows = rows
    self.share = share
    self.findings = findings
  }
}
