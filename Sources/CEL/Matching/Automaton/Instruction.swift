/// A state of the automaton.
///
/// Every target is an offset from the instruction itself, so that instructions can be copied.
enum Instruction: Sendable {
  /// Takes a byte by one of the transitions at a place in the automaton's table.
  case bytes(Range<Int>)
  /// Goes on at two places at once.
  case fork(Int, Int)
  /// Goes on at another place.
  case jump(Int)
  /// Goes on at the next instruction if a condition holds.
  case assertion(Assertion)
  /// Has found the pattern.
  case match
}

/// A way from one instruction to another over a byte.
struct Transition: Sendable {
  let bytes: ClosedRange<UInt8>
  /// The target, as an offset from the instruction.
  let offset: Int
}
