extension StandardLibrary {
  static let mathematics =
    [
      extreme("math.greatest", wanted: .after), extreme("math.least", wanted: .before),
      rounding("math.ceil") { $0.rounded(.up) }, rounding("math.floor") { $0.rounded(.down) },
      rounding("math.round") { $0.rounded(.toNearestOrAwayFromZero) },
      rounding("math.trunc") { $0.rounded(.towardZero) },
      question("math.isNaN") { $0.isNaN }, question("math.isInf") { $0.isInfinite },
      question("math.isFinite") { $0.isFinite },
      Definition(
        "math.abs", .takes(.int, gives: .int), .takes(.uint, gives: .uint),
        .takes(.double, gives: .double), unary: absolute),
      Definition(
        "math.sign", .takes(.int, gives: .int), .takes(.uint, gives: .uint),
        .takes(.double, gives: .double), unary: sign),
      Definition(
        "math.sqrt", .takes(.int, gives: .double), .takes(.uint, gives: .double),
        .takes(.double, gives: .double)
      ) { value throws(Failure) in .double(try real(value).squareRoot()) },
    ] + bits

  private static let bits = [
    bitwise("math.bitAnd", { $0 & $1 }, { $0 & $1 }),
    bitwise("math.bitOr", { $0 | $1 }, { $0 | $1 }),
    bitwise("math.bitXor", { $0 ^ $1 }, { $0 ^ $1 }),
    Definition("math.bitNot", .takes(.int, gives: .int), .takes(.uint, gives: .uint)) {
      value throws(Failure) in
      switch value {
      case .int(let number): return .int(~number)
      case .uint(let number): return .uint(~number)
      default: throw Failure(.noSuchOverload)
      }
    },
    shift("math.bitShiftLeft") { $0 << $1 },
    // Right shifts fill with zeros, for signed numbers as well.
    shift("math.bitShiftRight") { $0 >> $1 },
  ]

  // MARK: - The greatest and the least

  private static func extreme(_ name: String, wanted: Order) -> Definition {
    let numbers: [ValueType] = [.int, .uint, .double]
    let signatures =
      numbers.flatMap { number -> [Signature] in
        [
          .takes(number, gives: number), .takes(number, number, gives: number),
          .takes(.list(number), gives: number),
        ]
      } + [.takes(.list(.dynamic), gives: .dynamic)] + mixedNumbers(gives: .dynamic)
    let body: @Sendable ([Value]) throws(Failure) -> Value = { arguments throws(Failure) in
      var candidates = arguments
      if arguments.count == 1, case .list(let elements) = arguments[0] { candidates = elements }
      guard var best = candidates.first else { throw Failure(.invalidArgument) }
      for candidate in candidates {
        guard let order = candidate.order(to: best, numbersOnly: true) else {
          throw Failure(.noSuchOverload)
        }
        if order == wanted { best = candidate }
      }
      return best
    }
    return Definition(name, signatures, cost: .weight(of: [0]), body: .variadic(body))
  }

  // MARK: - Floating-point numbers

  private static func rounding(
    _ name: String, _ round: @escaping @Sendable (Double) -> Double
  ) -> Definition {
    Definition(name, .takes(.double, gives: .double)) { value throws(Failure) in
      guard case .double(let number) = value else { throw Failure(.noSuchOverload) }
      return .double(round(number))
    }
  }

  private static func question(
    _ name: String, _ ask: @escaping @Sendable (Double) -> Bool
  ) -> Definition {
    Definition(name, .takes(.double, gives: .bool)) { value throws(Failure) in
      guard case .double(let number) = value else { throw Failure(.noSuchOverload) }
      return .bool(ask(number))
    }
  }

  private static func real(_ value: Value) throws(Failure) -> Double {
    switch value {
    case .int(let number): return Double(number)
    case .uint(let number): return Double(number)
    case .double(let number): return number
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func absolute(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let number):
      guard number > .min else { throw Failure(.overflow) }
      return .int(abs(number))
    case .uint: return value
    case .double(let number): return .double(number.magnitude)
    default: throw Failure(.noSuchOverload)
    }
  }

  private static func sign(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let number): return .int(number.signum())
    case .uint(let number): return .uint(number == 0 ? 0 : 1)
    case .double(let number):
      return .double(number.isNaN || number == 0 ? number : number < 0 ? -1 : 1)
    default: throw Failure(.noSuchOverload)
    }
  }

  // MARK: - Bits

  private static func bitwise(
    _ name: String, _ join: @escaping @Sendable (Int64, Int64) -> Int64,
    _ joinUnsigned: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Definition {
    Definition(
      name, .takes(.int, .int, gives: .int), .takes(.uint, .uint, gives: .uint)
    ) { first, second throws(Failure) in
      switch (first, second) {
      case (.int(let first), .int(let second)): return .int(join(first, second))
      case (.uint(let first), .uint(let second)): return .uint(joinUnsigned(first, second))
      default: throw Failure(.noSuchOverload)
      }
    }
  }

  private static func shift(
    _ name: String, _ shift: @escaping @Sendable (UInt64, Int64) -> UInt64
  ) -> Definition {
    Definition(
      name, .takes(.int, .int, gives: .int), .takes(.uint, .int, gives: .uint)
    ) { number, distance throws(Failure) in
      guard case .int(let distance) = distance else { throw Failure(.noSuchOverload) }
      guard distance >= 0 else { throw Failure(.invalidArgument) }
      switch number {
      case .int(let number):
        return .int(Int64(bitPattern: shift(UInt64(bitPattern: number), distance)))
      case .uint(let number): return .uint(shift(number, distance))
      default: throw Failure(.noSuchOverload)
      }
    }
  }
}
