/// A nondeterministic automaton over bytes.
///
/// A class only so that all who use it share one copy.
final class Automaton: Sendable {
  let instructions: [Instruction]
  private let transitions: [Transition]
  let byteClasses: ByteClasses
  /// The first instruction when the pattern may begin anywhere.
  let searchStart: Int
  /// The first instruction when the pattern begins where the text does.
  let wholeStart: Int

  init(_ fragment: Fragment, transitions: [Transition]) {
    // Before the pattern, any byte leads back to the choice of beginning now.
    let anyByte = Transition(bytes: 0...255, offset: -1)
    let search: [Instruction] = [.fork(1, 2), .bytes(transitions.count..<transitions.count + 1)]
    instructions = search + fragment.instructions + [.match]
    self.transitions = transitions + [anyByte]
    wholeStart = search.count
    searchStart = fragment.isAnchored ? search.count : 0
    byteClasses = ByteClasses(
      transitions: transitions, hasAssertions: instructions.contains(where: \.isAssertion))
  }

  /// Returns the target of an instruction over a byte, or nil if it doesn't take that byte.
  func target(of index: Int, over byte: UInt8) -> Int? {
    guard case .bytes(let range) = instructions[index] else { return nil }
    for position in range {
      let transition = transitions[position]
      if byte < transition.bytes.lowerBound { return nil }
      if byte <= transition.bytes.upperBound { return index + transition.offset }
    }
    return nil
  }
}

extension Instruction {
  var isAssertion: Bool {
    if case .assertion = self { true } else { false }
  }
}
