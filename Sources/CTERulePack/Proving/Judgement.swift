/// When a condition holds and when it fails; where it does neither, it has no answer because it reads what is missing.
struct Judgement {
  let holds: Claim
  let fails: Claim

  init(holds: Claim, fails: Claim) {
    self.holds = holds
    self.fails = fails
  }

  /// Creates the judgement of a claim that has an answer where all that it reads is there.
  init(_ claim: Claim, where isThere: Claim) {
    holds = .all(of: [claim, isThere])
    fails = .all(of: [claim.negated, isThere])
  }
}

extension Judgement {
  // As the language has it, `&&` and `||` are decided from either side, whatever is missing on the other.
  static func all(_ parts: [Judgement]) -> Judgement {
    Judgement(holds: .all(of: parts.map(\.holds)), fails: .any(of: parts.map(\.fails)))
  }

  static func any(_ parts: [Judgement]) -> Judgement {
    Judgement(holds: .any(of: parts.map(\.holds)), fails: .all(of: parts.map(\.fails)))
  }

  var negated: Judgement { Judgement(holds: fails, fails: holds) }

  /// Returns the judgement of `self ? first : second`.
  func choosing(_ first: Judgement, _ second: Judgement) -> Judgement {
    Judgement(
      holds: .any(of: [.all(of: [holds, first.holds]), .all(of: [fails, second.holds])]),
      fails: .any(of: [.all(of: [holds, first.fails]), .all(of: [fails, second.fails])]))
  }

  /// Returns the judgement of two conditions being the same.
  func matching(_ other: Judgement) -> Judgement { choosing(other, other.negated) }

  /// Where the condition has an answer.
  var isThere: Claim { .any(of: [holds, fails]) }

  var size: Int { holds.size + fails.size }

  /// What holds, one or another, where a condition has another answer than this one, or only one of them has an answer.
  func differences(from other: Judgement) -> [Claim] {
    [
      .all(of: [holds, other.holds.negated]), .all(of: [other.holds, holds.negated]),
      .all(of: [fails, other.fails.negated]), .all(of: [other.fails, fails.negated]),
    ]
  }
}
