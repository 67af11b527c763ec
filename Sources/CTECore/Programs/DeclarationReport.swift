public import CTEModel

/// What became of the declaration that nobody receives a credential in a program at a school in a year.
public struct DeclarationReport: Sendable {
  /// The number of the program at the school.
  public let offering: String
  /// What became of it.
  public let state: State
  /// The event in the audit log; nil where nothing was changed.
  public let event: Int?
  /// What is wrong.
  public let findings: [Finding]

  /// What became of a declaration.
  public enum State: String, Sendable {
    /// It is made.
    case declared
    /// It had been made already.
    case alreadyDeclared
    /// It isn't made: an error stands against it.
    case refused
    /// It is taken back.
    case revoked
    /// There is none that could be taken back.
    case notDeclared
  }
}
