/// Why an expression has no value.
public struct EvaluationError: Error, Hashable, Sendable {
  /// The kind of trouble.
  public let code: Code
  /// What is wrong, in plain words, without any value.
  public let problem: String
  /// The line of the part that has no value, from 1.
  public let line: Int
  /// The column of the part that has no value, in code points, from 1.
  public let column: Int
  /// The expression as it was written.
  public let expression: String

  /// A kind of trouble. More may be added.
  public struct Code: Hashable, Sendable {
    let number: UInt8
  }
}

extension EvaluationError: CustomStringConvertible {
  /// The place and the problem, as `line:column: problem`.
  public var description: String { "\(line):\(column): \(problem)" }
}

extension EvaluationError.Code {
  /// A variable of the host, or a field of a record, has no value.
  public static let missing = Self(number: 0)
  /// A map doesn't have a key.
  public static let noSuchKey = Self(number: 1)
  /// A value has no field of a name.
  public static let noSuchField = Self(number: 2)
  /// A function doesn't take values of these types.
  public static let noSuchOverload = Self(number: 3)
  /// A number, point in time or span left its range.
  public static let overflow = Self(number: 4)
  /// A whole number was divided by zero.
  public static let divisionByZero = Self(number: 5)
  /// A list or text has no such place.
  public static let indexOutOfRange = Self(number: 6)
  /// A value can't be what a function makes of it.
  public static let invalidArgument = Self(number: 7)
  /// A key stands twice in a map.
  public static let repeatedKey = Self(number: 8)
  /// A value of this type can't be a key.
  public static let invalidKey = Self(number: 9)
  /// An optional that holds nothing was asked for what it holds.
  public static let emptyOptional = Self(number: 10)
  /// A pattern is none.
  public static let invalidPattern = Self(number: 11)
  /// The expression would cost more than it may.
  public static let costLimit = Self(number: 12)
  /// A function of the host found something wrong.
  public static let function = Self(number: 13)

  /// A value was given for a variable that isn't declared.
  public static let undeclared = Self(number: 14)

  /// What is wrong, in plain words.
  var problem: String {
    switch self {
    case .missing: "there is no value"
    case .noSuchKey: "there is no such key"
    case .noSuchField: "there is no such field"
    case .noSuchOverload: "values of these types don't go together"
    case .overflow: "the result leaves the range of its type"
    case .divisionByZero: "a number is divided by zero"
    case .indexOutOfRange: "there is no such place, counted from 0,"
    case .invalidArgument: "the value can't be converted"
    case .repeatedKey: "a key stands twice in the map"
    case .invalidKey: "only bools, whole numbers and texts can be keys"
    case .emptyOptional: "the optional holds nothing"
    case .invalidPattern: "the pattern is none"
    case .costLimit: "the expression costs more than it may"
    default: "the function has no value"
    }
  }
}

/// Why a part has no value, as it is passed on until somebody asks: small, so that missing values cost little.
struct Failure: Error {
  let code: EvaluationError.Code
  /// The part's place among all, or -1 where it isn't known yet.
  let node: Int32

  init(_ code: EvaluationError.Code, at node: Int32 = -1) {
    self.code = code
    self.node = node
  }

  /// Whether nothing that stands beside it can decide instead.
  var isFinal: Bool { code == .costLimit }

  @inline(__always)
  func at(_ place: Int32) -> Failure { node < 0 ? Failure(code, at: place) : self }
}

extension EvaluationError.Code: CustomStringConvertible {
  /// The name of the code.
  public var description: String {
    let names = [
      "missing", "noSuchKey", "noSuchField", "noSuchOverload", "overflow", "divisionByZero",
      "indexOutOfRange", "invalidArgument", "repeatedKey", "invalidKey", "emptyOptional",
      "invalidPattern", "costLimit", "function", "undeclared",
    ]
    return names[Int(number)]
  }
}
