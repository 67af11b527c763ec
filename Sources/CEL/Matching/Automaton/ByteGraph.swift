/// The smallest graph whose ways spell the UTF-8 forms of a set of code points.
struct ByteGraph {
  struct Edge: Hashable {
    let bytes: ClosedRange<UInt8>
    /// The node behind the byte, or nil behind the last byte.
    let target: Int?
  }

  /// The edges of each node; a node stands behind those it leads to, and the first one is last.
  private(set) var nodes: [[Edge]] = []
  private var numbers: [[Edge]: Int] = [:]

  init(_ set: CodePointSet) {
    _ = node(for: set.byteSequences[...], place: 0)
  }

  /// Returns the node that spells what sequences have from a place on; never nested deeper than 4.
  private mutating func node(for sequences: ArraySlice<ByteSequence>, place: Int) -> Int {
    var edges: [Edge] = []
    var rest = sequences
    while let bytes = rest.first?[place] {
      let end = rest.firstIndex { $0[place] != bytes } ?? rest.endIndex
      let isLast = rest[rest.startIndex].count == place + 1
      let target = isLast ? nil : node(for: rest[..<end], place: place + 1)
      rest = rest[end...]
      if let last = edges.last, last.target == target, last.bytes.upperBound + 1 == bytes.lowerBound
      {
        edges[edges.count - 1] = Edge(
          bytes: last.bytes.lowerBound...bytes.upperBound, target: target)
      } else {
        edges.append(Edge(bytes: bytes, target: target))
      }
    }
    return number(of: edges)
  }

  /// Returns the number of a node with certain edges: nodes that lead on alike are one.
  private mutating func number(of edges: [Edge]) -> Int {
    if let known = numbers[edges] { return known }
    numbers[edges] = nodes.count
    nodes.append(edges)
    return nodes.count - 1
  }
}
