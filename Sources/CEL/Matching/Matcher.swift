/// A pattern with a memory, for one task that asks it often.
///
/// It works out a deterministic automaton as the texts need it, and from then on takes one look
/// into a table for each byte. The table is bounded: when it's full it's begun anew, and when that
/// happens too often, the rest of the text is matched without it.
///
/// ```swift
/// let matcher = Matcher(try Pattern("[A-Z]{2}[0-9]+"), whole: true)
/// codes.filter { matcher.matches($0) }
/// ```
public final class Matcher {
  private let isWhole: Bool
  private var simulation: Simulation
  private var cache: StateCache
  /// The number of bytes matched since the cache was last empty, before the present text.
  private var matchedBytes = 0

  /// Creates a matcher that looks for a pattern anywhere in a text, or compares it with the whole.
  public convenience init(_ pattern: Pattern, whole: Bool = false) {
    self.init(pattern, whole: whole, cacheLimit: StateCache.usualLimit)
  }

  init(_ pattern: Pattern, whole: Bool, cacheLimit: Int) {
    isWhole = whole
    simulation = Simulation(pattern.automaton, isWhole: whole)
    cache = StateCache(pattern.automaton.byteClasses, limit: cacheLimit)
  }

  /// Returns whether a text matches.
  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches(utf8: $0) }
  }

  /// Returns whether a text matches that is given in UTF-8.
  ///
  /// Bytes that aren't UTF-8 are no character, so nothing in a pattern takes them.
  public func matches(utf8 text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = firstStep() else {
      return simulation.matches(text, from: 0, behind: .edge)
    }
    var place = StateCache.Place(step: first, position: 0)
    defer { matchedBytes += place.position }
    while place.step.isState {
      let known = cache.follow(text, from: &place)
      guard place.position < text.count else {
        return (known == .unknown ? lastStep(from: place.step) : known) == .matched
      }
      let byte = text[place.position]
      guard let next = known == .unknown ? nextStep(from: place, over: byte) : known else {
        return simulation.matches(text, from: place.position + 1, behind: Neighbor(byte))
      }
      place = StateCache.Place(step: next, position: place.position + 1)
    }
    return place.step == .matched
  }
}

// A step is nil if the cache isn't worth its work; the simulation then stands where it would lead.
extension Matcher {
  /// Returns the step to the beginning of a text.
  private func firstStep() -> StateCache.Step? {
    if cache.start != .unknown { return cache.start }
    simulation.begin()
    guard let step = step(behind: .edge, at: 0) else { return nil }
    cache.start = step
    return step
  }

  /// Works out the step from a place over a byte.
  private func nextStep(from place: StateCache.Place, over byte: UInt8) -> StateCache.Step? {
    let state = cache.state(behind: place.step)
    simulation.resume(at: state.instructions)
    simulation.pass(from: state.before, to: Neighbor(byte))
    if !simulation.hasMatched { simulation.advance(over: byte) }
    let renewals = cache.renewals
    let next = step(behind: Neighbor(byte), at: place.position)
    if let next, cache.renewals == renewals {
      cache.remember(next, behind: place.step, over: byte)
    }
    return next
  }

  /// Works out the step over the end of the text.
  private func lastStep(from step: StateCache.Step) -> StateCache.Step {
    let state = cache.state(behind: step)
    simulation.resume(at: state.instructions)
    simulation.pass(from: state.before, to: .edge)
    let answer: StateCache.Step = simulation.hasMatched ? .matched : .failed
    cache.remember(answer, behind: step, over: nil)
    return answer
  }

  /// Returns the step to where the simulation stands.
  private func step(behind before: Neighbor, at position: Int) -> StateCache.Step? {
    if simulation.hasMatched { return .matched }
    if simulation.isStuck { return .failed }
    let state = StateCache.State(
      instructions: simulation.essence, before: simulation.awaitsNeighbor ? before : .other)
    if let step = cache.step(to: state) { return step }
    // As in RE2: a state should have served ten bytes before it's thrown away.
    let isWorthwhile = matchedBytes + position >= 10 * cache.states.count
    cache.renew()
    matchedBytes = -position
    return isWorthwhile ? cache.step(to: state) : nil
  }
}
