/// An expression as it was written, before names and types are known.
struct Node: Sendable {
  indirect enum Kind: Sendable {
    case literal(Value)
    case name(String)
    case list([Node])
    case select(Node, field: String)
    case call(function: String, target: Node?, arguments: [Node])
  }

  let kind: Kind
  let position: Position
}
