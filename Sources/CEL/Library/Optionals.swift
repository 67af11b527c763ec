extension StandardLibrary {
  static let optionals = [
    Definition("optional.of", .takes(.a, gives: .optional(.a))) { .optional($0) },
    Definition("optional.ofNonZeroValue", .takes(.a, gives: .optional(.a))) {
      .optional($0.isZero ? nil : $0)
    },
    Definition(
      "optional.none", [.takes(gives: .optional(.a))], body: .variadic { _ in .optional(nil) }),
    Definition("hasValue", .of(.optional(.a), gives: .bool)) { value throws(Failure) in
      .bool(try content(of: value) != nil)
    },
    Definition("value", .of(.optional(.a), gives: .a)) { value throws(Failure) in
      guard let content = try content(of: value) else { throw Failure(.emptyOptional) }
      return content
    },
    // The compiler evaluates what stands in only where it is needed, unless a host has forms of its own.
    Definition("or", .of(.optional(.a), .optional(.a), gives: .optional(.a))) {
      value, other throws(Failure) in
      guard case .optional = other else { throw Failure(.noSuchOverload) }
      return try content(of: value) == nil ? other : value
    },
    Definition("orValue", .of(.optional(.a), .a, gives: .a)) { value, other throws(Failure) in
      try content(of: value) ?? other
    },
    Definition(
      "optional.unwrap", .takes(.list(.optional(.a)), gives: .list(.a)), cost: .weight(of: [0]),
      unary: unwrap),
    Definition(
      "unwrapOpt", .of(.list(.optional(.a)), gives: .list(.a)), cost: .weight(of: [0]),
      unary: unwrap),
    Definition("first", .of(.list(.a), gives: .optional(.a))) { list throws(Failure) in
      .optional(try elements(of: list).first)
    },
    Definition("last", .of(.list(.a), gives: .optional(.a))) { list throws(Failure) in
      .optional(try elements(of: list).last)
    },
  ]

  private static func content(of value: Value) throws(Failure) -> Value? {
    guard case .optional(let content) = value else { throw Failure(.noSuchOverload) }
    return content
  }

  private static func unwrap(_ list: Value) throws(Failure) -> Value {
    var contents: [Value] = []
    for element in try elements(of: list) {
      if let content = try content(of: element) { contents.append(content) }
    }
    return .list(contents)
  }

  static func elements(of value: Value) throws(Failure) -> [Value] {
    guard case .list(let elements) = value else { throw Failure(.noSuchOverload) }
    return elements
  }
}
