extension CheckedExpression {
  /// Returns whether the answer may depend on how often equal elements stand in a variable's list.
  ///
  /// It doesn't where the list is only asked whether an element of it, or each, is of some kind: with `exists` and `all`.
  public func countsRepeats(of variable: String) -> Bool {
    guard let place = environment.place(of: variable) else { return false }
    return Self.countsRepeats(of: place, in: root)
  }

  private static func countsRepeats(of variable: Int, in node: TypedNode) -> Bool {
    if case .variable(variable) = node.kind { return true }
    guard case .comprehension(let comprehension) = node.kind,
      comprehension.form == .exists || comprehension.form == .all, comprehension.locals.count == 1,
      case .variable(variable) = comprehension.range.kind
    else { return node.parts.contains { countsRepeats(of: variable, in: $0) } }
    return comprehension.condition.map { countsRepeats(of: variable, in: $0) } ?? false
  }
}
