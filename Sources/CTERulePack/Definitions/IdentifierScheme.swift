public import CEL

/// How identifiers of a kind are written.
public struct IdentifierScheme: Hashable, Sendable {
  /// The scheme's name in the pack.
  public let name: String
  /// What its identifiers look like.
  public let form: Form

  /// The looks that identifiers can have.
  public enum Form: Hashable, Sendable {
    /// Exactly so many digits. Zeros that a spreadsheet stripped may be restored and are then counted.
    case digits(Int, restoresZeros: Bool)
    /// A text of at most so many characters; comparing may leave out case and runs of blanks.
    case text(maximumLength: Int, ignoresCaseAndBlanks: Bool)
    /// A text that a pattern matches as a whole, with what it asks for in words.
    case pattern(Pattern, expected: String)
  }
}
