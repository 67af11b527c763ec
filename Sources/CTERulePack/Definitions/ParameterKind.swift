/// What a parameter of a pack, or a part of one, holds.
public enum ParameterKind: String, CaseIterable, Sendable {
  /// A whole number.
  case wholeNumber
  /// A number with decimals.
  case decimal
  /// A text.
  case text
  /// A day, written `yyyy-mm-dd`.
  case day
  /// `true` or `false`.
  case flag
  /// A list of texts.
  case texts
}
