import CEL

extension Node {
  /// What can be changed in the expression but for its parts.
  var ownChanges: [NodeChange] {
    switch kind {
    case .literal(let value):
      value.neighbors.compactMap { node(of: $0) }.map { changed("\(value) became \($0)", $0) }
    case .list(let elements):
      elements.indices.map {
        changed("\(elements[$0].node) left the list", with(.list(elements.removing($0))))
      }
    case .call("!", nil, let arguments): [changed("'!' was dropped", arguments[0])]
    case .call(let sign, nil, let arguments) where sign == "&&" || sign == "||":
      [turned(sign, into: sign == "&&" ? "||" : "&&", arguments)] + dropped(sign, arguments)
    case .call(let sign, nil, let arguments):
      Self.turns[sign, default: []].map { turned(sign, into: $0, arguments) }
    case .call(let macro, let target?, let arguments):
      Self.turns[macro, default: []].map { other in
        changed(
          "'\(macro)' became '\(other)'",
          with(.call(function: other, target: target, arguments: arguments)))
      }
    default: []
    }
  }

  private static let turns = [
    "<": ["<=", ">"], "<=": ["<", ">="], ">": [">=", "<"], ">=": [">", "<="], "==": ["!="],
    "!=": ["=="], "exists": ["all"], "all": ["exists"],
  ]

  private func changed(_ words: String, _ node: Node) -> NodeChange {
    NodeChange(words: words, position: position, node: node)
  }

  private func turned(_ sign: String, into other: String, _ arguments: [Node]) -> NodeChange {
    changed(
      "'\(sign)' became '\(other)'",
      with(.call(function: other, target: nil, arguments: arguments)))
  }

  private func dropped(_ sign: String, _ arguments: [Node]) -> [NodeChange] {
    arguments.indices.map { place in
      let rest = arguments.removing(place)
      let node =
        rest.count == 1
        ? rest[0] : with(.call(function: sign, target: nil, arguments: rest))
      return NodeChange(
        words: "'\(arguments[place])' was left out", position: arguments[place].position, node: node
      )
    }
  }
}

extension Value {
  /// The most elements of a known list of which each is left out once.
  private static let maximumList = 20

  /// The values next to this one, which an example should tell apart from it.
  var neighbors: [Value] {
    switch self {
    case .bool(let value): [.bool(!value)]
    case .int(let number):
      [1, -1].map { number.addingReportingOverflow($0) }.filter { !$0.overflow }
        .map { .int($0.partialValue) }
    case .double(let number): [0.01, -0.01, 1, -1].map { .double((number + $0).withoutDust) }
    case .string(let text): text.neighbors.map { .string($0) }
    case .timestamp(let moment): moment.neighbors.map { .timestamp($0) }
    case .duration(let span): [.duration(span + .seconds(1)), .duration(span - .seconds(1))]
    case .list(let values) where values.count <= Self.maximumList:
      values.indices.map { .list(values.removing($0)) }
    default: []
    }
  }
}

extension Double {
  /// The nearest number with at most six decimals: 0.1 + 0.01 would have a dust of digits after them.
  fileprivate var withoutDust: Double { (self * 1e6).rounded() / 1e6 }
}

extension String {
  /// Of a point in time the days before and after it, of any other text a longer one.
  fileprivate var neighbors: [String] {
    Timestamp(self).map { $0.neighbors.map(\.description) } ?? [self + "x"]
  }
}

extension Timestamp {
  fileprivate var neighbors: [Timestamp] {
    [86_400, -86_400].compactMap { Timestamp(seconds: seconds + $0, nanoseconds: nanoseconds) }
  }
}
