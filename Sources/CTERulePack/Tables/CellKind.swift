/// What a cell holds, beside the text that a spreadsheet program shows of it.
public enum CellKind: UInt8, Sendable {
  /// Text, a number, or nothing.
  case text
  /// A day, whose text is `mm/dd/yyyy`.
  case day
  /// An error such as `#N/A`, which is its text.
  case error
  /// A formula whose value the file doesn't have; its text is the formula with its `=`, or nothing but that sign.
  case uncalculated
  /// A number of more digits than spreadsheet programs keep, so that the last ones are lost.
  case imprecise
}
