/// How an expression came to its value: the parts that decided it, with their values, and what decided those.
///
/// ```
/// enrollments.exists(e, e.program == program && e.course == course) is false: it holds for none of 2 elements
///   enrollments is [{"course": "510", "program": "5108"}, {"course": "511", "program": "5108"}]
///   program is "5108"
///   course is "520"
/// ```
///
/// An explanation holds the values that were read. Where they are students', so is the explanation.
public struct Explanation: Sendable {
  /// The part of the expression, as text.
  public let expression: String
  /// The place of the part: the line and the column in code points, from 1.
  public let line: Int
  /// The column in code points, from 1.
  public let column: Int
  /// What the part came to.
  public let outcome: Outcome
  /// How many of how many elements were asked, for a macro over a list or map.
  public let elements: Elements?
  /// The parts that decided the outcome, in their order; literals are left out.
  public let because: [Explanation]

  /// What a part came to.
  public enum Outcome: Sendable {
    /// It has a value.
    case value(Value)
    /// It has none, and why, in plain words.
    case failure(EvaluationError.Code, problem: String)
  }

  /// What a macro found among the elements of a list, or the entries of a map.
  public struct Elements: Sendable {
    /// How many there are.
    public let count: Int
    /// Which of them decided the outcome.
    public let deciding: Deciding

    /// Which elements decide what a macro comes to.
    public enum Deciding: Sendable {
      /// One, for which the condition is explained under `because`.
      case one(Value)
      /// All, because the condition holds for every one.
      case all
      /// All, because the condition holds for none.
      case none
      /// All, each in its way.
      case each
    }
  }
}

extension Explanation {
  /// The explanation as sentences, each below the one that it explains and two blanks further in.
  public var sentences: String {
    lines(depth: 0).joined(separator: "\n")
  }

  private func lines(depth: Int) -> [String] {
    let margin = String(repeating: "  ", count: depth)
    var lines = ["\(margin)\(expression) \(outcome.predicate)\(elements?.clause ?? "")"]
    for reason in because { lines += reason.lines(depth: depth + 1) }
    return lines
  }
}

extension Explanation.Outcome {
  /// What is said of the part.
  var predicate: String {
    switch self {
    case .value(let value): "is \(value.literal(atMost: 200))"
    case .failure(_, let problem): "has no value: \(problem)"
    }
  }
}

extension Explanation.Elements {
  fileprivate var clause: String {
    let elements = count == 1 ? "1 element" : "\(count) elements"
    if count == 0 { return ": there are no elements" }
    switch deciding {
    case .one(let element):
      return ": of \(elements), \(element.literal(atMost: 200)) decides"
    case .all: return ": it holds for each of \(elements)"
    case .none: return ": it holds for none of \(elements)"
    case .each: return ", from \(elements)"
    }
  }
}
