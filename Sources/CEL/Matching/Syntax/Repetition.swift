/// How often a part of a pattern may follow itself.
struct Repetition {
  let minimum: Int
  /// The largest number, or nil without one.
  let maximum: Int?

  /// The largest count in either place, which counts for the limit of RE2.
  var count: Int { max(minimum, maximum ?? 0) }
}
