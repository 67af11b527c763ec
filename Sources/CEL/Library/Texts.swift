extension StandardLibrary {
  static let texts = [
    Definition("startsWith", .of(.string, .string, gives: .bool), cost: .weight(of: [1])) {
      whole, part throws(Failure) in .bool(try ask(whole, part) { $0.begins(with: $1) })
    },
    Definition("endsWith", .of(.string, .string, gives: .bool), cost: .weight(of: [1])) {
      whole, part throws(Failure) in .bool(try ask(whole, part) { $0.ends(with: $1) })
    },
    Definition("contains", .of(.string, .string, gives: .bool), cost: .product(of: [0, 1])) {
      whole, part throws(Failure) in .bool(try ask(whole, part) { $0.holds($1) })
    },
    // The compiler gives it a memory of patterns; its cost is the text's weight times the pattern's.
    Definition(
      "matches", .of(.string, .string, gives: .bool), .takes(.string, .string, gives: .bool),
      cost: .product(of: [0, 1])
    ) { text, source throws(Failure) in
      .bool(
        try ask(text, source) { text, source throws(Failure) in
          guard let pattern = try? Pattern(source) else { throw Failure(.invalidPattern) }
          return pattern.matches(text)
        })
    },
  ]

  private static func ask(
    _ first: Value, _ second: Value, _ holds: (String, String) throws(Failure) -> Bool
  ) throws(Failure) -> Bool {
    guard case .string(let first) = first, case .string(let second) = second else {
      throw Failure(.noSuchOverload)
    }
    return try holds(first, second)
  }
}
