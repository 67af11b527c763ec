public import CTEModel

/// What an event does to one record that is changed by itself: it is made, replaced or removed.
public struct RecordChange: Hashable, Sendable {
  /// The record before; nil where there was none.
  public let before: StoredRecord?
  /// The record after; nil where none is left.
  public let after: StoredRecord?

  /// Creates a change between two versions of one key.
  public init(from before: StoredRecord?, to after: StoredRecord?) {
    precondition(before != nil || after != nil, "a change is about a record")
    precondition(
      before == nil || after == nil || before?.key == after?.key,
      "a record that gets another key is removed under the one and made under the other")
    self.before = before
    self.after = after
  }

  /// The record's type.
  public var type: RecordType {
    guard let record = after ?? before else { preconditionFailure("a change is about a record") }
    return record.type
  }

  /// The record's key.
  public var key: RecordKey { (after ?? before)?.key ?? RecordKey([]) }

  /// Returns the changes from one version to another, whose keys may differ.
  public static func steps(from before: StoredRecord, to after: StoredRecord) -> [RecordChange] {
    before.key == after.key
      ? [RecordChange(from: before, to: after)]
      : [RecordChange(from: before, to: nil), RecordChange(from: nil, to: after)]
  }
}

/// What the journal keeps of a change: the version that it ended, and the stamp of the one that it left.
///
/// Records that an upload makes aren't journaled: they have its number.
public struct JournalEntry: Hashable, Sendable {
  /// The number of the event.
  public let event: Int
  /// The record's type.
  public let type: RecordType
  /// The record's key.
  public let key: RecordKey
  /// The version that ended; nil where there was none.
  public let before: StoredRecord?
  /// The stamp of the version that was left; nil where the record was removed.
  public let left: Stamp?

  /// Creates an entry.
  public init(event: Int, type: RecordType, key: RecordKey, before: StoredRecord?, left: Stamp?) {
    self.event = event
    self.type = type
    self.key = key
    self.before = before
    self.left = left
  }

  /// Creates what is kept of a change.
  public init(_ change: RecordChange, event: Int) {
    self.init(
      event: event, type: change.type, key: change.key, before: change.before,
      left: change.after?.stamp)
  }
}

extension JournalEntry: CustomStringConvertible {
  /// The event and the type, so that no log line can identify a student.
  public var description: String { "<\(type.name) in event \(event)>" }
}
