/// A condition made of atoms, by their places in an `AtomTable`; only atoms are negated.
indirect enum Claim: Sendable {
  case always(Bool)
  case atom(Int, holds: Bool)
  case all([Claim])
  case any([Claim])

  /// How large a claim may get before its expression is taken as a question of which nothing is known.
  static let maximumSize = 2_000
}

extension Claim {
  /// Returns what holds where all of some claims hold.
  static func all(of claims: [Claim]) -> Claim {
    joined(claims, neutral: true) { if case .all(let parts) = $0 { parts } else { nil } }
  }

  /// Returns what holds where one of some claims holds.
  static func any(of claims: [Claim]) -> Claim {
    joined(claims, neutral: false) { if case .any(let parts) = $0 { parts } else { nil } }
  }

  private static func joined(
    _ claims: [Claim], neutral: Bool, _ parts: (Claim) -> [Claim]?
  ) -> Claim {
    var kept: [Claim] = []
    for claim in claims {
      if case .always(let value) = claim {
        if value != neutral { return claim }
      } else {
        kept += parts(claim) ?? [claim]
      }
    }
    if kept.isEmpty { return .always(neutral) }
    return kept.count == 1 ? kept[0] : neutral ? .all(kept) : .any(kept)
  }

  /// What holds where the claim doesn't.
  var negated: Claim {
    switch self {
    case .always(let value): .always(!value)
    case .atom(let atom, let holds): .atom(atom, holds: !holds)
    case .all(let claims): .any(claims.map(\.negated))
    case .any(let claims): .all(claims.map(\.negated))
    }
  }

  /// How many atoms stand in it.
  var size: Int {
    switch self {
    case .always: 0
    case .atom: 1
    case .all(let claims), .any(let claims): claims.reduce(0) { $0 + $1.size }
    }
  }

  /// Adds the atoms that stand in it.
  func collect(into atoms: inout Set<Int>) {
    switch self {
    case .always: break
    case .atom(let atom, _): atoms.insert(atom)
    case .all(let claims), .any(let claims): for claim in claims { claim.collect(into: &atoms) }
    }
  }
}
