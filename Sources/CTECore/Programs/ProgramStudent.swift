public import CTEModel
public import CTEStore

/// A student of a program at a school, with the credentials received in it in the tenant's year.
public struct ProgramStudent: Hashable, Sendable {
  /// The student's number.
  public let number: String
  /// The first name; nil where the roster has none.
  public let firstName: String?
  /// The last name; nil where the roster has none.
  public let lastName: String?
  /// The credentials, in the order of their records' names.
  public let credentials: [ReceivedCredential]
}

/// A credential that a student received.
public struct ReceivedCredential: Hashable, Sendable {
  /// The name of the record, by which it can be changed or deleted.
  public let record: RecordID
  /// Its code in the list of the year; nil for one that was suggested.
  public let code: String?
  /// Its title, as it is listed or was suggested.
  public let title: String?
  /// Its category, as the pack's code.
  public let category: String?
  /// The year in which it was received.
  public let year: FiscalYear?
  /// The day on which it was received.
  public let day: CalendarDay?
}

extension ProgramStudent: CustomStringConvertible {
  /// A placeholder, so that no log line or error can identify a student.
  public var description: String { "<student with \(credentials.count) credentials>" }
}

extension ReceivedCredential: CustomStringConvertible {
  /// The record's name, so that no log line can identify a student.
  public var description: String { "<\(record)>" }
}
