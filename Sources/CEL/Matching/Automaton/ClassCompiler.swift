/// Turns sets of code points into instructions over bytes.
struct ClassCompiler {
  /// The table that the instructions point to.
  private(set) var transitions: [Transition] = []
  private var fragments: [CodePointSet: Fragment] = [:]

  /// Returns a fragment that takes one member of a set.
  ///
  /// A set that comes again gets the same transitions again, for they know no absolute place.
  mutating func fragment(for set: CodePointSet) -> Fragment {
    if let known = fragments[set] { return known }
    let nodes = ByteGraph(set).nodes
    // The first node is the last in the graph, and a fragment begins with its first instruction.
    let fragment = Fragment(nodes.indices.reversed().map { instruction(for: nodes, at: $0) })
    fragments[set] = fragment
    return fragment
  }

  private mutating func instruction(for nodes: [[ByteGraph.Edge]], at index: Int) -> Instruction {
    let first = transitions.count
    for edge in nodes[index] {
      transitions.append(
        Transition(bytes: edge.bytes, offset: edge.target.map { index - $0 } ?? index + 1))
    }
    return .bytes(first..<transitions.count)
  }
}
