/// An expression as it was written, before names and types are known.
package struct Node: Sendable {
  /// What a part is, with the parts within it.
  package indirect enum Kind: Sendable {
    case literal(Value)
    /// A name; an absolute one begins with a point.
    case name(String, isAbsolute: Bool)
    case select(Node, field: String, isOptional: Bool)
    case list([Element])
    case map([Entry])
    /// A record that is made of values for its fields.
    case record(String, [Entry])
    /// A function or operator; `&&` and `||` have two or more arguments, every other operator as many as it takes.
    case call(function: String, target: Node?, arguments: [Node])
    /// Stands where a mistake in the writing was reported.
    case invalid
  }

  /// An element of a list, which an optional may leave out.
  package struct Element: Sendable {
    package let node: Node
    package let isOptional: Bool

    package init(node: Node, isOptional: Bool) {
      self.node = node
      self.isOptional = isOptional
    }
  }

  /// A key or field with its value, which an optional may leave out.
  package struct Entry: Sendable {
    let key: Node
    let value: Node
    let isOptional: Bool
  }

  package let kind: Kind
  package let position: Position
  /// How many parts are nested within each other, this one included.
  let depth: Int

  package init(kind: Kind, position: Position) {
    self.kind = kind
    self.position = position
    depth = 1 + (Self.parts(of: kind).map(\.depth).max() ?? 0)
  }

  private static func parts(of kind: Kind) -> [Node] {
    switch kind {
    case .literal, .name, .invalid: []
    case .select(let operand, _, _): [operand]
    case .list(let elements): elements.map(\.node)
    case .map(let entries), .record(_, let entries): entries.flatMap { [$0.key, $0.value] }
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    }
  }
}

extension Node: Equatable {
  /// Returns whether both are the same expression, wherever their parts stand.
  package static func == (first: Node, second: Node) -> Bool {
    switch (first.kind, second.kind) {
    case (.literal(let value), .literal(let other)): value == other
    case (.name(let name, let isAbsolute), .name(let other, let isOtherAbsolute)):
      name == other && isAbsolute == isOtherAbsolute
    case (.select(let node, let field, let isOptional), .select(let other, let name, let isToo)):
      node == other && field == name && isOptional == isToo
    case (.list(let elements), .list(let others)): elements == others
    case (.map(let entries), .map(let others)): entries == others
    case (.record(let name, let entries), .record(let other, let others)):
      name == other && entries == others
    case (
      .call(let function, let target, let arguments), .call(let other, let object, let others)
    ):
      function == other && target == object && arguments == others
    case (.invalid, .invalid): true
    default: false
    }
  }
}

extension Node.Element: Equatable {}
extension Node.Entry: Equatable {}
