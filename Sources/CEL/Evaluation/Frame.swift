/// What compiled steps read and write while they give one value: variables, the row of a batch, and what was spent.
///
/// Everything that changes stands behind a pointer, because the checks for exclusive access to a class's properties would
/// cost more than most steps.
final class Frame {
  /// The values of the host's variables, by their places; nil where there is none.
  let variables: UnsafeMutableBufferPointer<Value?>
  /// The values of macros' variables, by their places.
  let locals: UnsafeMutableBufferPointer<Value>
  /// The rows for which macros' variables stand, where they range over records of a batch.
  let cursors: UnsafeMutableBufferPointer<Int>
  /// The row of a batch.
  let row: UnsafeMutablePointer<Int>
  private let spent: UnsafeMutablePointer<UInt64>
  let limit: UInt64
  /// What functions of the host said when they failed, by the places of their calls.
  var hostProblems: [Int32: String] = [:]
  /// The values of calls that are always the same, by their places.
  var constants: [Int: Value] = [:]
  /// What the parts came to, by their places, where that is to be explained.
  let outcomes: UnsafeMutableBufferPointer<Outcome>

  /// The elements that decided what macros came to, by the macros' places, where that is to be explained.
  var deciding: [Int32: Value] = [:]

  /// What a part came to.
  enum Outcome {
    case none
    case value(Value)
    case failure(Failure)
  }

  init(variableCount: Int, localCount: Int, outcomeCount: Int, limit: UInt64) {
    variables = .allocate(capacity: variableCount)
    variables.initialize(repeating: nil)
    locals = .allocate(capacity: localCount)
    locals.initialize(repeating: .null)
    cursors = .allocate(capacity: localCount)
    cursors.initialize(repeating: 0)
    row = .allocate(capacity: 1)
    row.initialize(to: 0)
    spent = .allocate(capacity: 1)
    spent.initialize(to: 0)
    outcomes = .allocate(capacity: outcomeCount)
    outcomes.initialize(repeating: .none)
    self.limit = limit
  }

  deinit {
    variables.deinitialize()
    variables.deallocate()
    locals.deinitialize()
    locals.deallocate()
    cursors.deallocate()
    outcomes.deinitialize()
    outcomes.deallocate()
    row.deallocate()
    spent.deallocate()
  }

  var cost: UInt64 { spent.pointee }

  /// What may still be spent.
  var remaining: UInt64 { limit - min(limit, spent.pointee) }

  func reset() {
    spent.pointee = 0
    for index in outcomes.indices { outcomes[index] = .none }
  }

  /// Keeps what a part came to that left nothing behind itself, because it was given up before or is always the same.
  func note(_ outcome: Outcome, at place: Int) {
    if outcomes.indices.contains(place), case .none = outcomes[place] { outcomes[place] = outcome }
  }

  @inline(__always)
  func spend(_ cost: UInt64, _ node: Int32) throws(Failure) {
    let total = spent.pointee &+ cost
    // A sum that wrapped around is past every limit too.
    guard total <= limit, total >= cost else {
      spent.pointee = limit
      throw Failure(.costLimit, at: node)
    }
    spent.pointee = total
  }
}
