import CTEModel

extension CellForm {
  /// The most digits of a whole number.
  static let mostDigits = 9
  /// The most digits of a decimal number before its period.
  static let mostDigitsBeforePeriod = 7

  /// The form of a field's cells, as far as nothing but the field itself says how they are written.
  ///
  /// Days are `yyyy-mm-dd`; yes and no are `true` and `false`. A set of words has none: no single cell holds one.
  ///
  /// - Parameter scheme: The scheme where it differs from the field's.
  init?(_ kind: FieldKind, _ definition: FieldDefinition?, scheme: IdentifierScheme? = nil) {
    switch kind {
    case .key(let domain): self = .key(domain, definition, scheme: scheme ?? definition?.scheme)
    case .wordSet: return nil
    case .year: self = .year
    case .day: self = .day(.yearMonthDay)
    case .integer: self = .integer(maximumDigits: Self.mostDigits)
    case .hundredths: self = .hundredths(maximumDigits: Self.mostDigitsBeforePeriod)
    case .boolean: self = .boolean([true, false].map { Choice(text: "\($0)", meaning: $0) })
    case .text: self = .text(maximumLength: definition?.maximumLength ?? 1000)
    }
  }

  private static func key(
    _ domain: KeyDomain, _ definition: FieldDefinition?, scheme: IdentifierScheme?
  ) -> CellForm {
    if let codes = definition?.codes, !codes.isOpen { return .words(codes.choices) }
    switch scheme?.form {
    case .digits(let count, let restoresZeros):
      return .digits(count, restoresZeros: restoresZeros, domain)
    case .text(let length, let ignores):
      return .name(maximumLength: length, ignoresCaseAndBlanks: ignores, domain)
    case .pattern(let pattern, let expected):
      return .pattern(pattern, expected: expected, domain)
    case nil:
      return .name(
        maximumLength: definition?.maximumLength ?? 200, ignoresCaseAndBlanks: false, domain)
    }
  }
}

extension CodeList {
  /// The texts that may stand in cells: codes, and what stands for them.
  fileprivate var choices: [Choice<String>] {
    codes.map { Choice(text: $0, meaning: $0) }
      + aliases.sorted { $0.key < $1.key }.map { Choice(text: $0.key, meaning: $0.value) }
  }
}
