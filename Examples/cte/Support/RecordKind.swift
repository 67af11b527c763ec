import ArgumentParser
import CTECore

/// A type of records that has commands of its own.
protocol RecordKind: SendableMetatype {
  static var type: RecordType { get }
  /// The commands' name, which is also the records' name in their help.
  static var plural: String { get }
  static var singular: String { get }
  /// The fields that packs derive from others, so that nobody enters them.
  static var derived: Set<String> { get }
}

enum Credentials: RecordKind {
  static let type = RecordType.credentialAttempt
  static let plural = "credentials"
  static let singular = "credential"
  static let derived: Set = ["credential"]
}

enum Enrollments: RecordKind {
  static let type = RecordType.courseEnrollment
  static let plural = "enrollments"
  static let singular = "enrollment"
  static let derived: Set<String> = []
}

extension RecordKind {
  /// The names of the fields, for the help of lists.
  static var fieldWords: String { words(of: storedFields) }

  /// The names of the fields that a person enters, for the help of entries.
  static var entryWords: String { words(of: storedFields.filter { !derived.contains($0) }) }

  private static var storedFields: [String] {
    type.fields.filter { !$0.isTransient }.map(\.name)
  }

  private static func words(of fields: [String]) -> String {
    "The fields are \(fields.joined(separator: ", "))."
  }

  static func recordID(_ argument: String) throws -> RecordID {
    guard let id = RecordID(argument) else {
      throw ValidationError(
        "'\(argument)' is no \(singular)'s id; 'cte \(plural) list' shows them, such as 3-17, e12 or e12-3"
      )
    }
    return id
  }
}
