/// Where a version of a record comes from. No two versions of a record have the same.
public struct Stamp: Hashable, Sendable {
  /// The submission whose file brought the record; 0 for one that a person entered, and for one of several that were entered
  /// at once the number of the event, below zero.
  public let submission: Int32
  /// The row of that file; for a record that a person entered, the number of the event, and for one of several its place
  /// among them, from 1.
  public let row: Int32
  /// The event in which a person saved the record last; 0 for one that stands as it was uploaded.
  public let saved: Int32

  /// Creates a stamp.
  public init(submission: Int32, row: Int32, saved: Int32 = 0) {
    self.submission = submission
    self.row = row
    self.saved = saved
  }

  /// Creates the stamp of a record that a person enters.
  ///
  /// - Parameter event: The number of the event.
  public init(enteredIn event: Int) {
    self.init(submission: 0, row: Int32(event), saved: Int32(event))
  }

  /// Creates the stamp of one of several records that a person enters at once.
  ///
  /// - Parameters:
  ///   - event: The number of the event.
  ///   - place: The place of the record among them, from 1.
  public init(enteredIn event: Int, place: Int) {
    self.init(submission: -Int32(event), row: Int32(place), saved: Int32(event))
  }

  /// The stamp after a person has saved the record.
  public func saved(in event: Int) -> Stamp {
    Stamp(submission: submission, row: row, saved: Int32(event))
  }

  /// The name of the record that has the stamp.
  public var id: RecordID { RecordID(submission: Int(submission), row: Int(row)) }
}
