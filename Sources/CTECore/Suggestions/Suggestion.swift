public import CTEModel
public import CTEStore

/// A credential that schools suggest for the list of a program, of which nothing is decided yet.
public struct Suggestion: Hashable, Sendable {
  /// The name of the first record with which it was suggested, by which it is spoken of.
  public let id: RecordID
  /// Its title, as it was written first.
  public let title: String
  /// The program for which it is suggested.
  public let program: String?
  /// The program's title; nil where it has none.
  public let programTitle: String?
  /// How many students received it.
  public let studentCount: Int
  /// In how many programs at schools they did.
  public let offeringCount: Int
  /// The years in which they did.
  public let years: [FiscalYear]
}
