extension CheckedExpression {
  /// What the expression reads: variables, each with a field of it or of the records in it, such as `["enrollments", "program"]`
  /// for `enrollments.exists(e, e.program == program)`; a variable alone where all of it may be read, or nothing but how many
  /// records there are.
  public var reads: Set<[String]> {
    var reader = ReadsCollector(environment: environment)
    reader.visit(root, isFollowed: false)
    // Records of which no field is read are counted at least.
    let counted = reader.followed.filter { path in !reader.reads.contains { $0.starts(with: path) }
    }
    return reader.reads.union(counted)
  }
}

/// Collects what an expression reads.
private struct ReadsCollector {
  let environment: Environment
  var reads: Set<[String]> = []
  /// The records of which only fields are read that are told of by themselves.
  var followed: Set<[String]> = []
  /// What the variables of macros stand for, where that is a part of a variable.
  private var locals: [Int: [String]] = [:]

  init(environment: Environment) {
    self.environment = environment
  }

  /// The functions that give a part of what they are called on.
  private static let picking: Set<String> = [
    "[]", "[?]", "first", "last", "value", "or", "orValue", "optional.of", "dyn",
  ]

  /// - Parameter isFollowed: Whether whoever uses the part tells which fields of it are read.
  mutating func visit(_ node: TypedNode, isFollowed: Bool) {
    switch node.kind {
    case .variable, .local: note(origin(node), isFollowed)
    case .select(let operand, _, _), .has(let operand, _):
      let path = origin(node)
      visit(operand, isFollowed: path != nil)
      note(path, isFollowed)
    case .comprehension(let comprehension): visit(comprehension, node, isFollowed)
    case .bind(let local, let value, let body):
      visit(value, isFollowed: origin(value) != nil)
      locals[local] = origin(value)
      visit(body, isFollowed: isFollowed)
    case .optionalMap(let local, let value, let body, _):
      visit(value, isFollowed: origin(value) != nil)
      locals[local] = origin(value)
      visit(body, isFollowed: false)
    case .call(_, _, let arguments):
      let path = origin(node)
      for (place, argument) in arguments.enumerated() {
        visit(argument, isFollowed: place == 0 && path != nil)
      }
      note(path, isFollowed)
    default:
      for part in node.parts { visit(part, isFollowed: false) }
    }
  }

  private mutating func visit(
    _ comprehension: Comprehension, _ node: TypedNode, _ isFollowed: Bool
  ) {
    let path = origin(comprehension.range)
    visit(comprehension.range, isFollowed: path != nil)
    for local in comprehension.locals { locals[local] = path }
    if let condition = comprehension.condition { visit(condition, isFollowed: false) }
    if let result = comprehension.result {
      visit(result, isFollowed: isFollowed && comprehension.form == .map)
    } else if comprehension.form == .filter {
      note(path, isFollowed)
    }
  }

  private mutating func note(_ path: [String]?, _ isFollowed: Bool) {
    guard let path else { return }
    if isFollowed { followed.insert(path) } else { reads.insert(path) }
  }

  /// Returns the part of a variable from which a value comes, if it is known.
  private func origin(_ node: TypedNode) -> [String]? {
    switch node.kind {
    case .variable(let place): [environment.variables[place].name]
    case .local(let place): locals[place]
    case .select(let operand, let field, _), .has(let operand, let field):
      origin(operand).map { $0 + [field] }
    case .comprehension(let comprehension) where comprehension.form == .filter:
      origin(comprehension.range)
    case .call(let name, _, let arguments) where Self.picking.contains(name):
      arguments.first.flatMap { origin($0) }
    default: nil
    }
  }
}
