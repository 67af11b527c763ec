/// Bytes that are told as repetitions, so that gigabytes of them cost nothing to make.
struct Content: Sendable, ExpressibleByStringInterpolation {
  var runs: [Run]

  /// Some bytes, once or many times.
  struct Run: Sendable {
    let pattern: [UInt8]
    let count: Int

    var size: Int { pattern.count * count }
  }

  init(_ bytes: [UInt8]) {
    runs = [Run(pattern: bytes, count: 1)]
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  init(stringLiteral text: String) {
    self.init(text)
  }

  private init(runs: [Run]) {
    self.runs = runs
  }

  var size: Int { runs.reduce(0) { $0 + $1.size } }

  /// All the bytes as they are.
  var bytes: [UInt8] {
    var all: [UInt8] = []
    all.reserveCapacity(size)
    for run in runs { all.append(repeating: run.pattern, count: run.count) }
    return all
  }

  static func + (one: Content, other: Content) -> Content {
    Content(runs: one.runs + other.runs)
  }

  static func * (content: Content, count: Int) -> Content {
    let pattern = content.runs.count == 1 ? content.runs[0] : Run(pattern: content.bytes, count: 1)
    return Content(runs: [Run(pattern: pattern.pattern, count: pattern.count * count)])
  }
}

extension [UInt8] {
  /// Appends bytes many times, by doubling.
  mutating func append(repeating pattern: [UInt8], count: Int) {
    guard count > 1 else {
      if count == 1 { append(contentsOf: pattern) }
      return
    }
    var doubled = pattern
    var left = count
    while left > 0 {
      if left & 1 == 1 { append(contentsOf: doubled) }
      left >>= 1
      if left > 0 { doubled += doubled }
    }
  }

  /// Appends the lowest bytes of a number, the lowest first.
  mutating func append(_ number: Int, bytes: Int) {
    for place in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  /// Writes the lowest bytes of a number over what stands at a place.
  mutating func set(_ number: Int, bytes: Int, at start: Int) {
    for place in 0..<bytes {
      self[start + place] = UInt8(truncatingIfNeeded: number >> (8 * place))
    }
  }
}
