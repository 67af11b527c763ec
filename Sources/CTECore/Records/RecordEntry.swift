public import CTEStore

/// A record of a tenant for the eyes of who may see it.
public struct RecordEntry: Hashable, Sendable {
  /// The record's name.
  public let id: RecordID
  /// Its values by the name of the field, written as a person enters them; those that are missing are left out.
  public let values: [String: String]
  /// The event in which a person saved it last; nil where it stands as it was uploaded.
  public let savedIn: Int?
}

/// A version of a record.
public struct RecordVersion: Hashable, Sendable {
  /// The record as it was; nil for a time in which it was removed.
  public let entry: RecordEntry?
  /// The event that ended it; nil for the one that stands.
  public let endedIn: Int?
}

extension RecordEntry: CustomStringConvertible {
  /// The record's name, so that no log line can identify a student.
  public var description: String { "<\(id)>" }
}

extension RecordEntry {
  init(_ record: StoredRecord, _ texts: RecordTexts) {
    self.init(
      id: record.id, values: texts.values(of: record),
      savedIn: record.stamp.saved == 0 ? nil : Int(record.stamp.saved))
  }
}
