package import CEL

/// A requirement in which one thing was changed, to see whether a rule's examples notice.
package struct Mutant: Sendable {
  /// What was changed, such as `'<=' became '<'`.
  package let change: String
  /// The line within the requirement, from 1.
  package let line: Int
  /// The column within the line, in code points from 1.
  package let column: Int
  /// The changed requirement.
  package let requirement: CheckedExpression
}

extension Mutant: CustomStringConvertible {
  /// What was changed, and where.
  package var description: String {
    change + (line > 1 ? " at line \(line), column \(column)" : " at column \(column)")
  }
}
