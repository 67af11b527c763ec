/// An expression whose names and types are known to fit.
public struct CheckedExpression: Sendable {
  /// The expression as it was written.
  public let source: String
  /// The tree, with the type of every part.
  public let root: TypedNode

  /// How deeply parts may be nested within each other.
  public static let maximumDepth = 100
  /// How many names, values and signs an expression may have.
  public static let maximumTokens = 1000

  /// Parses and checks an expression.
  ///
  /// - Throws: `SourceIssues` with every mistake in it.
  public init(_ source: String, in declarations: Declarations) throws(SourceIssues) {
    let node: Node
    do {
      node = try Parser.parse(source)
    } catch {
      throw SourceIssues(issues: [error])
    }
    var checker = Checker(declarations: declarations)
    let root = checker.check(node)
    guard checker.issues.isEmpty else { throw SourceIssues(issues: checker.issues) }
    self.source = source
    self.root = root
  }

  /// The type of the expression's value.
  public var type: ValueType { root.type }
}

/// A part of a checked expression.
public struct TypedNode: Sendable {
  /// What the part is.
  public let kind: Kind
  /// The type of its value.
  public let type: ValueType

  /// The kinds of parts.
  public indirect enum Kind: Sendable {
    /// A value that stands in the expression itself.
    case literal(Value)
    /// A variable of the host, or one that a macro binds.
    case variable(String)
    /// A list whose elements stand in the expression.
    case list([TypedNode])
    /// A field of a record.
    case select(TypedNode, field: String)
    /// Whether a field of a record is there.
    case has(TypedNode, field: String)
    /// A function of its arguments; the target of a method comes first.
    case call(Function, [TypedNode])
    /// A question about the elements of a list, each of which the variable stands for in turn.
    case quantifier(Quantifier, variable: String, list: TypedNode, condition: TypedNode)
  }
}

/// The functions and operators of the language.
public enum Function: String, CaseIterable, Sendable {
  /// The first is true and the second is.
  case and = "&&"
  /// The first is true or the second is.
  case or = "||"
  /// The opposite.
  case not = "!"
  /// Both are equal.
  case equal = "=="
  /// Both differ.
  case unequal = "!="
  /// The first comes before the second.
  case less = "<"
  /// The first doesn't come after the second.
  case lessOrEqual = "<="
  /// The first comes after the second.
  case greater = ">"
  /// The first doesn't come before the second.
  case greaterOrEqual = ">="
  /// The sum of numbers.
  case add = "+"
  /// The difference of numbers.
  case subtract = "-"
  /// The product of numbers.
  case multiply = "*"
  /// The number with its sign turned.
  case negate
  /// The second if the first is true, else the third.
  case conditional = "?:"
  /// The first is an element of the second.
  case isIn = "in"
  /// How many characters a text or elements a list has.
  case size
  /// The first text begins with the second.
  case startsWith
  /// The first text ends with the second.
  case endsWith
  /// The second text occurs in the first.
  case contains
}

/// The questions that macros ask about a list.
public enum Quantifier: String, CaseIterable, Sendable {
  /// The condition holds for every element.
  case all
  /// The condition holds for an element.
  case exists
  /// The condition holds for exactly one element.
  case existsOne = "exists_one"
}
