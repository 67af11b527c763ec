/// A mistake in an expression, at its place.
///
/// ```
/// 1:1: undeclared name 'enrolments'; did you mean 'enrollments'?
/// ```
public struct SourceIssue: Error, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in code points, from 1.
  public let column: Int
  /// What is wrong, in plain words; what might be meant follows after `; `.
  public let problem: String

  /// Creates an issue at a place.
  public init(line: Int, column: Int, problem: String) {
    self.line = line
    self.column = column
    self.problem = problem
  }
}

extension SourceIssue: CustomStringConvertible {
  /// The place and the problem, as `line:column: problem`.
  public var description: String { "\(line):\(column): \(problem)" }
}

/// Every mistake found in one expression.
public struct SourceIssues: Error, Sendable {
  /// The mistakes, in the order of their places.
  public let issues: [SourceIssue]

  init(_ issues: [SourceIssue]) {
    self.issues = issues.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}

extension SourceIssues: CustomStringConvertible {
  /// One line for each mistake.
  public var description: String {
    issues.map(\.description).joined(separator: "\n")
  }
}

/// The place of a token or node in an expression.
package struct Position: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column in code points, from 1.
  package let column: Int

  func issue(_ problem: String) -> SourceIssue {
    SourceIssue(line: line, column: column, problem: problem)
  }
}
