public import CTEModel
public import CTEStore

/// What became of a credential that was given to several students at once, or what would.
public struct GivingReport: Sendable {
  /// The number of the program at the school.
  public let offering: String
  /// Whether nothing was changed, only looked at.
  public let isPlan: Bool
  /// The event in the audit log; nil where nothing was added.
  public let event: Int?
  /// What became of it for each student, in the order in which they were named.
  public let outcomes: [Outcome]

  /// What became of it for a student.
  public struct Outcome: Sendable {
    /// The student's number.
    public let student: String
    /// What became of it.
    public let fate: Fate
    /// The record that was added; nil for others and in a plan.
    public let record: RecordID?
    /// What is wrong.
    public let findings: [Finding]
  }

  /// What becomes of a credential for a student.
  public enum Fate: String, CaseIterable, Sendable {
    /// It is added.
    case added
    /// The student has it already.
    case unchanged
    /// An error stands against it.
    case refused
  }

  /// Returns for how many students one thing became of it.
  public func count(of fate: Fate) -> Int { outcomes.count { $0.fate == fate } }
}

extension GivingReport.Outcome: CustomStringConvertible {
  /// What became of it, so that no log line or error can identify a student.
  public var description: String { "<\(fate)>" }
}
