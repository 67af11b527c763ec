import CEL

/// Sixty-four made-up records, each a bit: a claim that holds for one of them needs no proof that it can hold.
///
/// They only save time. What they don't show is left to `Search`.
struct SampleWorlds {
  private var bits: [Int: UInt64] = [:]
  private var values: [Int: [Sample]] = [:]
  private var pools: [OrderedKind: [Value]] = [:]

  /// A known value, or what lies right before or after it.
  private struct Sample {
    let value: Value
    let shift: Int

    func isAtMost(_ other: Sample) -> Bool {
      if value.precedes(other.value) { return true }
      return !other.value.precedes(value) && shift <= other.shift
    }
  }

  /// Returns the records for which a claim holds.
  mutating func bits(of claim: Claim, in table: AtomTable) -> UInt64 {
    switch claim {
    case .always(let value): return value ? .max : 0
    case .atom(let atom, let holds):
      let known = bits(of: atom, in: table)
      return holds ? known : ~known
    case .all(let parts):
      return parts.reduce(into: .max) { $0 &= $0 == 0 ? 0 : bits(of: $1, in: table) }
    case .any(let parts):
      return parts.reduce(into: 0) { $0 |= $0 == .max ? 0 : bits(of: $1, in: table) }
    }
  }

  private mutating func bits(of atom: Int, in table: AtomTable) -> UInt64 {
    if let known = bits[atom] { return known }
    var found: UInt64 = 0
    switch table.atoms[atom] {
    // In most records, all is there.
    case .question(let key):
      found = key.hasPrefix(AtomTable.presence) ? noise(atom, 1) | .max << 16 : noise(atom, 2)
    case .order(let first, let second):
      let pairs = zip(samples(of: first, in: table), samples(of: second, in: table))
      for (place, pair) in pairs.enumerated() where pair.0.isAtMost(pair.1) { found |= 1 << place }
    }
    bits[atom] = found
    return found
  }

  private mutating func samples(of term: Int, in table: AtomTable) -> [Sample] {
    if let known = values[term] { return known }
    let samples =
      if let value = table.terms[term].constant {
        Array(repeating: Sample(value: value, shift: 0), count: 64)
      } else {
        samples(near: pool(table.terms[term].kind, in: table), term, table.terms[term])
      }
    values[term] = samples
    return samples
  }

  private func samples(near pool: [Value], _ term: Int, _ what: AtomTable.Term) -> [Sample] {
    (0..<64).map { place in
      let random = noise(term, place + 3)
      let value = pool[Int(random % UInt64(pool.count))]
      let shift = Int(random >> 32 % 3) - 1
      guard case .int(let number) = value else { return Sample(value: value, shift: shift) }
      let (shifted, overflows) = number.addingReportingOverflow(Int64(shift))
      let isOut = overflows || what.isCount && shifted < 0
      return Sample(value: .int(isOut ? max(number, 0) : shifted), shift: 0)
    }
  }

  /// Returns the values of a kind that stand in requirements.
  private mutating func pool(_ kind: OrderedKind, in table: AtomTable) -> [Value] {
    if let known = pools[kind] { return known }
    let found = table.terms.filter { $0.kind == kind }.compactMap(\.constant)
    pools[kind] = found.isEmpty ? [kind.someValue] : found
    return pools[kind, default: [kind.someValue]]
  }

  /// Returns bits that look random and are the same in every run.
  private func noise(_ first: Int, _ second: Int) -> UInt64 {
    var mixed = UInt64(truncatingIfNeeded: first &* 1_000 &+ second) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension OrderedKind {
  fileprivate var someValue: Value {
    switch self {
    case .whole: .int(0)
    case .floating: .double(0)
    case .text: .string("")
    case .moment: .timestamp(Timestamp(daysSince1970: 0))
    case .span: .duration(.zero)
    }
  }
}
