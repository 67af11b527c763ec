/// Which kinds of files are read, and within which bounds.
///
/// ```swift
/// var reading = Reading.text
/// reading.limits[.rows] = 50_000
/// ```
public struct Reading: Sendable {
  /// The kinds of files, in the order in which they are asked.
  public var kinds: [any FileKind]
  /// The bounds of what is read.
  public var limits: ReadingLimits
  /// Whether files of kinds that a format doesn't take are refused.
  private(set) var asksForKind = true

  /// Creates a way of reading.
  public init(kinds: [any FileKind], limits: ReadingLimits = ReadingLimits()) {
    self.kinds = kinds
    self.limits = limits
  }

  /// Delimited text alone: CSV, with commas, semicolons or tabs.
  public static var text: Reading { Reading(kinds: [DelimitedText()]) }

  /// The files of a pack: text, whichever kinds its formats take of other people.
  package static var ofPacks: Reading {
    var reading = text
    reading.asksForKind = false
    return reading
  }
}
