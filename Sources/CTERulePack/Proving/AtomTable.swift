import CEL

/// The atoms of which claims are made, and the terms that they compare.
///
/// Values of one kind stand in an order, so one relation says all: one term is at most another. What is less, equal or within
/// a list is put together from it.
struct AtomTable {
  enum Atom: Hashable {
    /// A question of which nothing is known but that it has the same answer wherever it stands.
    case question(String)
    /// The first term is at most the second.
    case order(Int, Int)
  }

  struct Term {
    /// The value, if it is known.
    let constant: Value?
    let kind: OrderedKind
    /// Whether the value counts something, so that it isn't negative.
    let isCount: Bool
    /// The term of the next whole number, where a comparison with this one needs it.
    var successor: Int?
  }

  /// A question whether something holds of an element of a list, of which its condition says more.
  struct Existence {
    let range: String
    /// What holds of an element of which all is there.
    let condition: Claim
    /// When the condition has which answer.
    let judgement: Judgement
    /// When the question has an answer.
    let isThere: Claim
  }

  private(set) var atoms: [Atom] = []
  private(set) var terms: [Term] = []
  var existences: [Int: Existence] = [:]
  /// The term of the number 0, which is there if anything is counted.
  private(set) var zero: Int?
  private var atomPlaces: [Atom: Int] = [:]
  private var termPlaces: [String: Int] = [:]

  private mutating func place(of atom: Atom) -> Int {
    if let place = atomPlaces[atom] { return place }
    atoms.append(atom)
    atomPlaces[atom] = atoms.count - 1
    return atoms.count - 1
  }

  /// How the texts begin that stand for whether a value is there.
  static let presence = "has "

  /// Returns the atom of a question, by a text that stands for it.
  mutating func question(_ key: String) -> Int { place(of: .question(key)) }

  /// Returns the term of a value that isn't known.
  mutating func variable(_ key: String, _ kind: OrderedKind, isCount: Bool) -> Int {
    // A value that counts is compared with 0, so that must be there.
    if isCount { zero = constant(.int(0), .whole) }
    return term("v:" + key, Term(constant: nil, kind: kind, isCount: isCount))
  }

  /// Returns the term of a known value, which isn't NaN.
  mutating func constant(_ value: Value, _ kind: OrderedKind) -> Int {
    // 0.0 and -0.0 are equal, so they are one term.
    let value = value == .double(0) ? .double(0) : value
    return term("c:" + value.asciiLiteral, Term(constant: value, kind: kind, isCount: false))
  }

  private mutating func term(_ key: String, _ term: Term) -> Int {
    if let place = termPlaces[key] { return place }
    terms.append(term)
    termPlaces[key] = terms.count - 1
    return terms.count - 1
  }
}

extension AtomTable {
  /// Returns the claim that one term is at most another of the same kind.
  mutating func atMost(_ first: Int, _ second: Int) -> Claim {
    if first == second { return .always(true) }
    switch (terms[first].constant, terms[second].constant) {
    case (let value?, let other?): return .always(!other.precedes(value))
    case (nil, .int(let number)?): return atMost(first, number)
    case (.int(let number)?, nil):
      return number == .min ? .always(true) : atMost(second, number - 1).negated
    default: return .atom(place(of: .order(first, second)), holds: true)
    }
  }

  /// Whole numbers have no others between them, so `x >= 4` is the negation of `x <= 3`.
  private mutating func atMost(_ term: Int, _ number: Int64) -> Claim {
    if number == .max { return .always(true) }
    let bound = constant(.int(number), .whole)
    terms[bound].successor = constant(.int(number + 1), .whole)
    return .atom(place(of: .order(term, bound)), holds: true)
  }

  mutating func equal(_ first: Int, _ second: Int) -> Claim {
    .all(of: [atMost(first, second), atMost(second, first)])
  }
}
