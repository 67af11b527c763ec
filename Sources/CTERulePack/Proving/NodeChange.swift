import CEL

/// An expression in which one thing was changed.
struct NodeChange {
  /// What was changed, such as `'<=' became '<'`.
  let words: String
  let position: Position
  let node: Node
}

extension Node {
  /// Returns everything that can be changed in an expression, one thing at a time.
  func changes(_ constants: [String: Value]) -> [NodeChange] {
    if let name = dottedName, let value = constants[name] {
      return value.neighbors.compactMap { node(of: $0) }.map {
        NodeChange(words: "'\(name)', here \(value), became \($0)", position: position, node: $0)
      }
    }
    let inner = isPresence ? [] : children
    return ownChanges
      + inner.flatMap { child, place in
        child.changes(constants).map {
          NodeChange(words: $0.words, position: $0.position, node: place($0.node))
        }
      }
  }

  /// What is asked to be there can't be changed into another thing.
  private var isPresence: Bool {
    if case .call("has", nil, _) = kind { return true }
    return false
  }

  /// The name with points that the expression is, if it is one.
  private var dottedName: String? {
    switch kind {
    case .name(let name, _): name
    case .select(let operand, let field, isOptional: false):
      operand.dottedName.map { "\($0).\(field)" }
    default: nil
    }
  }

  /// The parts directly within the expression, each with what makes an expression of another part in its place.
  private var children: [(Node, (Node) -> Node)] {
    switch kind {
    case .select(let operand, let field, let isOptional):
      [(operand, { with(.select($0, field: field, isOptional: isOptional)) })]
    case .list(let elements):
      elements.indices.map { place in
        let element = elements[place]
        return (
          element.node,
          {
            with(
              .list(
                elements.replacing(
                  place, with: Element(node: $0, isOptional: element.isOptional))))
          }
        )
      }
    case .call(let function, let target, let arguments):
      (target.map { target in
        [(target, { with(.call(function: function, target: $0, arguments: arguments)) })]
      } ?? [])
        + arguments.indices.map { place in
          (
            arguments[place],
            {
              with(
                .call(
                  function: function, target: target,
                  arguments: arguments.replacing(place, with: $0)))
            }
          )
        }
    default: []
    }
  }

  /// Returns another expression at the same place.
  func with(_ kind: Kind) -> Node { Node(kind: kind, position: position) }

  /// Returns the expression that has a value, or nil where it has none.
  func node(of value: Value) -> Node? {
    switch value {
    case .bool, .int, .double, .string: return with(.literal(value))
    case .list(let values):
      let nodes = values.compactMap { node(of: $0) }
      return nodes.count == values.count
        ? with(.list(nodes.map { Element(node: $0, isOptional: false) })) : nil
    default:
      // Points in time and spans are calls; what the language writes, it reads.
      return (try? Environment().check(value.literal()))?.root.syntax
    }
  }
}

extension Array {
  fileprivate func replacing(_ place: Int, with element: Element) -> [Element] {
    var copy = self
    copy[place] = element
    return copy
  }

  /// Returns the array without the element at a place.
  func removing(_ place: Int) -> [Element] {
    var copy = self
    copy.remove(at: place)
    return copy
  }
}
