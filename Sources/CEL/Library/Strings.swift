extension StandardLibrary {
  /// The extension for texts. Places are counted in code points, from 0.
  static let strings = [
    Definition("charAt", .of(.string, .int, gives: .string), cost: .weight(of: [0])) {
      text, place throws(Failure) in
      let scalars = try scalars(of: text)
      let place = try placement(place, in: 0...scalars.count)
      return .string(String(scalars[place..<min(place + 1, scalars.count)]))
    },
    Definition(
      "indexOf", .of(.string, .string, gives: .int), .of(.string, .string, .int, gives: .int),
      cost: .product(of: [0, 1])
    ) { arguments throws(Failure) in
      let (text, part) = (try scalars(of: arguments[0]), try scalars(of: arguments[1]))
      let start = arguments.count > 2 ? try placement(arguments[2], in: 0...text.count) : 0
      return .int(Int64(text.firstPlace(of: part, from: start) ?? -1))
    },
    Definition(
      "lastIndexOf", .of(.string, .string, gives: .int), .of(.string, .string, .int, gives: .int),
      cost: .product(of: [0, 1])
    ) { arguments throws(Failure) in
      let (text, part) = (try scalars(of: arguments[0]), try scalars(of: arguments[1]))
      let end =
        arguments.count > 2 ? try placement(arguments[2], in: 0...text.count) : text.count
      return .int(Int64(text.lastPlace(of: part, from: end) ?? -1))
    },
    Definition(
      "substring", .of(.string, .int, gives: .string), .of(.string, .int, .int, gives: .string),
      cost: .weight(of: [0])
    ) { arguments throws(Failure) in
      let text = try scalars(of: arguments[0])
      let start = try placement(arguments[1], in: 0...text.count)
      let end = arguments.count > 2 ? try placement(arguments[2], in: 0...text.count) : text.count
      guard start <= end else { throw Failure(.indexOutOfRange) }
      return .string(String(text[start..<end]))
    },
    Definition("lowerAscii", .of(.string, gives: .string), cost: .weight(of: [0])) {
      text throws(Failure) in
      .string(String(try scalars(of: text).map { $0.shifted(from: "A"..."Z", by: 32) }[...]))
    },
    Definition("upperAscii", .of(.string, gives: .string), cost: .weight(of: [0])) {
      text throws(Failure) in
      .string(String(try scalars(of: text).map { $0.shifted(from: "a"..."z", by: -32) }[...]))
    },
    Definition("reverse", .of(.string, gives: .string), cost: .weight(of: [0])) {
      text throws(Failure) in .string(String(Array(try scalars(of: text).reversed())[...]))
    },
    Definition("trim", .of(.string, gives: .string), cost: .weight(of: [0])) {
      text throws(Failure) in
      let scalars = try scalars(of: text)
      let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
      let end = (scalars.lastIndex { !$0.properties.isWhitespace } ?? start - 1) + 1
      return .string(String(scalars[start..<end]))
    },
    Definition("join", .of(.list(.string), gives: .string), cost: .weight(of: [0])) {
      list throws(Failure) in .string(try join(list, with: ""))
    },
    Definition("join", .of(.list(.string), .string, gives: .string), cost: .product(of: [0, 1])) {
      list, separator throws(Failure) in .string(try join(list, with: try text(of: separator)))
    },
    Definition(
      "split", .of(.string, .string, gives: .list(.string)),
      .of(.string, .string, .int, gives: .list(.string)), cost: .product(of: [0, 1]),
      variadic: split),
    Definition(
      "replace", .of(.string, .string, .string, gives: .string),
      .of(.string, .string, .string, .int, gives: .string), cost: .product(of: [0, 1, 2]),
      variadic: replace),
    Definition("strings.quote", .takes(.string, gives: .string), cost: .weight(of: [0])) {
      value throws(Failure) in .string(try text(of: value).quoted)
    },
    Definition(
      "format", .of(.string, .list(.dynamic), gives: .string), cost: .product(of: [0, 1])
    ) { template, arguments throws(Failure) in
      .string(try Formatter.format(try scalars(of: template), try elements(of: arguments)))
    },
  ]

  // MARK: - Parts

  private static func join(_ list: Value, with separator: String) throws(Failure) -> String {
    var parts: [String] = []
    for element in try elements(of: list) { parts.append(try text(of: element)) }
    return parts.joined(separator: separator)
  }

  private static func split(_ arguments: [Value]) throws(Failure) -> Value {
    let whole = try scalars(of: arguments[0])
    let mark = try scalars(of: arguments[1])
    let limit = arguments.count > 2 ? try count(arguments[2]) : nil
    if limit == 0 { return .list([]) }
    return .list(pieces(of: whole, by: mark, atMost: limit).map { .string(String($0)) })
  }

  private static func replace(_ arguments: [Value]) throws(Failure) -> Value {
    let whole = try scalars(of: arguments[0])
    let old = try scalars(of: arguments[1])
    let new = try scalars(of: arguments[2])
    let limit = arguments.count > 3 ? try count(arguments[3]) : nil
    if old.isEmpty { return .string(String(sprinkled(new, into: whole, atMost: limit)[...])) }
    let pieces = pieces(of: whole, by: old, atMost: limit.map { $0 + 1 })
    return .string(String(Array(pieces.joined(separator: new))[...]))
  }

  /// Splits a text at every place where a mark stands; without a mark, into its code points.
  private static func pieces(
    of whole: [Unicode.Scalar], by mark: [Unicode.Scalar], atMost limit: Int?
  ) -> [ArraySlice<Unicode.Scalar>] {
    var pieces: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    while pieces.count + 1 < limit ?? .max {
      if mark.isEmpty {
        guard start + 1 < whole.count else { break }
        pieces.append(whole[start..<(start + 1)])
        start += 1
      } else {
        guard let place = whole.firstPlace(of: mark, from: start) else { break }
        pieces.append(whole[start..<place])
        start = place + mark.count
      }
    }
    if mark.isEmpty, whole.isEmpty { return [] }
    return pieces + [whole[start...]]
  }

  /// Puts a text before every code point of another and at its end.
  private static func sprinkled(
    _ new: [Unicode.Scalar], into whole: [Unicode.Scalar], atMost limit: Int?
  ) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for place in 0...whole.count {
      if place < limit ?? .max { result += new }
      if place < whole.count { result.append(whole[place]) }
    }
    return result
  }

  // MARK: - Arguments

  static func text(of value: Value) throws(Failure) -> String {
    guard case .string(let text) = value else { throw Failure(.noSuchOverload) }
    return text
  }

  private static func scalars(of value: Value) throws(Failure) -> [Unicode.Scalar] {
    Array(try text(of: value).unicodeScalars)
  }

  private static func placement(
    _ value: Value, in range: ClosedRange<Int>
  ) throws(Failure) -> Int {
    guard case .int(let number) = value else { throw Failure(.noSuchOverload) }
    guard range.contains(Int(number)) else { throw Failure(.indexOutOfRange) }
    return Int(number)
  }

  /// Returns how many are meant at most; nil where a number below zero means all.
  private static func count(_ value: Value) throws(Failure) -> Int? {
    guard case .int(let number) = value else { throw Failure(.noSuchOverload) }
    return number < 0 ? nil : Int(clamping: min(number, Int64(Int32.max)))
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension Unicode.Scalar {
  fileprivate func shifted(from range: ClosedRange<Unicode.Scalar>, by distance: Int32)
    -> Unicode.Scalar
  {
    guard range.contains(self) else { return self }
    return Unicode.Scalar(UInt32(Int32(value) + distance)) ?? self
  }
}
