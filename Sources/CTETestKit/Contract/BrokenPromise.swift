/// What a store answered otherwise than it promises.
public struct BrokenPromise: Error, Hashable, Sendable {
  /// The promise as a sentence.
  public let promise: String
  /// What the store was asked for.
  public let subject: String
  /// What it should have answered.
  public let expected: String
  /// What it answered.
  public let found: String
  /// The file of the check, after the name of its module.
  public let file: String
  /// The line of the check, from 1.
  public let line: Int

  init(_ promise: String, _ breach: Breach) {
    self.promise = promise
    subject = breach.subject
    expected = breach.expected
    found = breach.found
    file = breach.file
    line = breach.line
  }
}

extension BrokenPromise: CustomStringConvertible {
  /// The promise, how it is broken, and where that is checked.
  public var description: String {
    "'\(promise)' is broken: \(subject): expected \(expected), found \(found) (\(file):\(line))"
  }
}

/// An answer that isn't the expected one, before it is known which promise it breaks.
struct Breach: Error {
  let subject: String
  let expected: String
  let found: String
  let file: String
  let line: Int
}
