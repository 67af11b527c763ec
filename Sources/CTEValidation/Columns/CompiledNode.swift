import CTEModel

/// Yes, no, or that something needed for the answer is missing.
enum Answer: UInt8 {
  case no
  case yes
  case missing

  @inline(__always)
  init(_ holds: Bool) {
    self = holds ? .yes : .no
  }
}

/// The number that stands for a missing one.
let missingNumber = Int64.min

/// A part of a rule, compiled into a function over the columns of a batch.
enum CompiledNode {
  /// A question.
  case condition((Frame) -> Answer)
  /// A number, year, or point in time in seconds.
  case number((Frame) -> Int64)
  /// An identifier or word, by its code.
  case key(KeyDomain, (Frame) -> Int32)
  /// A text.
  case text((Frame) -> String?)
  /// A text that stands in the rule.
  case literal(String)
  /// Words of a set.
  case words((Frame) -> [Substring]?)
  /// A list that stands in the rule.
  case list([CompiledNode])
  /// The record itself, the record of a look-up, or the one for which a variable stands.
  case record(RecordPlace)
  /// All records of a look-up.
  case records(lookup: Int)
}

/// Where a record's values stand.
enum RecordPlace {
  case own
  case lookup(Int)
  case element(lookup: Int, cursor: Int)
}
