public import CTEModel

/// Other records on which a record rests: when the last of them that fits is deleted, it goes along.
///
/// A record in which a value that is asked for is missing rests on nothing of the name.
public struct Support: Sendable {
  /// The name under which the pack speaks of them.
  public let name: String
  /// Their type; never that of the record itself.
  public let type: RecordType
  /// The fields of theirs that must equal a field of the record, each by its place in its type. All are stored.
  public let conditions: [(field: Int, own: Int)]
  /// Where their type is named.
  let origin: PackIssue.Origin
}
