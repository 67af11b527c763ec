/// A field of a record type and the kind of value it holds.
public struct RecordField: Hashable, Sendable {
  /// The field's name in lowerCamelCase, as packs write it.
  public let name: String
  /// What values of the field are.
  public let kind: FieldKind
  /// Whether the field only helps to check a record and is never stored.
  public let isTransient: Bool

  /// Creates a field.
  public init(_ name: String, _ kind: FieldKind, isTransient: Bool = false) {
    self.name = name
    self.kind = kind
    self.isTransient = isTransient
  }
}

/// What the values of a field are. All but texts are written as 32-bit codes.
public enum FieldKind: Hashable, Sendable {
  /// An identifier; its code stands for its text in a key table.
  case key(KeyDomain)
  /// Several words; its code stands for the sorted words, joined by commas.
  case wordSet
  /// A fiscal year; its code is the year's number.
  case year
  /// A day; its code is the day's ordinal.
  case day
  /// A whole number.
  case integer
  /// A decimal number with two places; its code is the number of hundredths.
  case hundredths
  /// Yes or no; its code is 1 or 0.
  case boolean
  /// Free text, kept as it is.
  case text

  /// The key table that gives the codes, for identifiers and words.
  public var keyDomain: KeyDomain? {
    switch self {
    case .key(let domain): domain
    case .wordSet: .word
    default: nil
    }
  }
}

/// The code of a value that is missing, in columns of every kind.
public let missingCode = Int32.min
