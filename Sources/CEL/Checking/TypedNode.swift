/// A part of an expression whose names are resolved and whose type is known.
package struct TypedNode: Sendable {
  package let kind: Kind
  package var type: ValueType
  /// The part's place among all, from 0.
  package let id: Int
  /// The part as it was written.
  package let syntax: Node

  /// What a part means, with the parts within it.
  package indirect enum Kind: Sendable {
    case literal(Value)
    /// A variable of the host, by its place in the environment.
    case variable(Int)
    /// A variable of a macro, by its place among those.
    case local(Int)
    case list([Element])
    case map([Entry])
    /// A record, with the values of fields by their places.
    case record(RecordSchema, [Field])
    case select(TypedNode, field: String, isOptional: Bool)
    case has(TypedNode, field: String)
    /// `&&` or `||` of two or more conditions.
    case logic(isAnd: Bool, [TypedNode])
    case conditional(TypedNode, TypedNode, TypedNode)
    /// A function with the forms that may be meant.
    case call(String, [Overload], [TypedNode])
    case comprehension(Comprehension)
    /// A body in which a variable stands for a value.
    case bind(local: Int, TypedNode, body: TypedNode)
    /// A body in which a variable stands for what an optional holds, if anything.
    case optionalMap(local: Int, TypedNode, body: TypedNode, isFlat: Bool)
    /// What can't have a value, in an expression whose types weren't checked.
    case failure(EvaluationError.Code)
  }

  package struct Element: Sendable {
    package let node: TypedNode
    package let isOptional: Bool
  }

  package struct Entry: Sendable {
    let key: TypedNode
    let value: TypedNode
    let isOptional: Bool
  }

  package struct Field: Sendable {
    let place: Int
    let value: TypedNode
    let isOptional: Bool
  }
}

/// A macro that asks something of, or makes something of, each element of a list or entry of a map.
package struct Comprehension: Sendable {
  package enum Form: String, Sendable {
    case all
    case exists
    case existsOne
    case filter
    case map
    case transformList
    case transformMap
    case transformMapEntry
  }

  package let form: Form
  package let range: TypedNode
  /// The places of the variables: of the element or key, or of the index or key and the element.
  package let locals: [Int]
  /// What must hold of an element; nil where all are taken.
  package let condition: TypedNode?
  /// What is made of an element; nil where nothing is.
  let result: TypedNode?
}

extension TypedNode {
  /// The parts directly within this one, in the order in which they are evaluated.
  package var parts: [TypedNode] {
    switch kind {
    case .literal, .variable, .local, .failure: []
    case .list(let elements): elements.map(\.node)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .record(_, let fields): fields.map(\.value)
    case .select(let operand, _, _), .has(let operand, _): [operand]
    case .logic(_, let nodes), .call(_, _, let nodes): nodes
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .comprehension(let comprehension):
      [comprehension.range] + [comprehension.condition, comprehension.result].compactMap { $0 }
    case .bind(_, let value, let body), .optionalMap(_, let value, let body, _): [value, body]
    }
  }

  /// The value of a literal, or of a list of literals.
  var constant: Value? {
    switch kind {
    case .literal(let value): return value
    case .list(let elements):
      let values = elements.compactMap { $0.isOptional ? nil : $0.node.constant }
      return values.count == elements.count ? .list(values) : nil
    default: return nil
    }
  }

  /// Returns the part with every type in it replaced.
  func mapTypes(_ replace: (ValueType) -> ValueType) -> TypedNode {
    TypedNode(
      kind: kind.mapNodes { $0.mapTypes(replace) }, type: replace(type), id: id, syntax: syntax)
  }
}

extension TypedNode.Kind {
  fileprivate func mapNodes(_ map: (TypedNode) -> TypedNode) -> TypedNode.Kind {
    switch self {
    case .literal, .variable, .local, .failure: self
    case .list(let elements):
      .list(elements.map { .init(node: map($0.node), isOptional: $0.isOptional) })
    case .map(let entries):
      .map(
        entries.map {
          .init(key: map($0.key), value: map($0.value), isOptional: $0.isOptional)
        })
    case .record(let schema, let fields):
      .record(
        schema,
        fields.map { .init(place: $0.place, value: map($0.value), isOptional: $0.isOptional) })
    case .select(let operand, let field, let isOptional):
      .select(map(operand), field: field, isOptional: isOptional)
    case .has(let operand, let field): .has(map(operand), field: field)
    case .logic(let isAnd, let nodes): .logic(isAnd: isAnd, nodes.map(map))
    case .call(let name, let overloads, let nodes): .call(name, overloads, nodes.map(map))
    case .conditional(let condition, let first, let second):
      .conditional(map(condition), map(first), map(second))
    case .comprehension(let old):
      .comprehension(
        Comprehension(
          form: old.form, range: map(old.range), locals: old.locals,
          condition: old.condition.map(map), result: old.result.map(map)))
    case .bind(let local, let value, let body): .bind(local: local, map(value), body: map(body))
    case .optionalMap(let local, let value, let body, let isFlat):
      .optionalMap(local: local, map(value), body: map(body), isFlat: isFlat)
    }
  }
}
