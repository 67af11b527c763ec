/// The name of a rule, such as `lakeland:credential/not-listed`, or of a check of cells, such as `cell/missing`.
public struct RuleID: Hashable, Comparable, Sendable {
  /// The pack's name, a colon and the rule's path without its ending; cell checks have no pack.
  public let name: String

  /// Creates the name of a rule.
  public init(_ name: String) {
    self.name = name
  }

  /// The name without the pack, as other files of the pack write it.
  package var shortName: String {
    String(name[(name.firstIndex(of: ":").map { name.index(after: $0) } ?? name.startIndex)...])
  }

  /// Returns whether the first name sorts before the second.
  public static func < (first: RuleID, second: RuleID) -> Bool {
    first.name < second.name
  }
}

extension RuleID: CustomStringConvertible {
  /// The rule's name.
  public var description: String { name }
}
