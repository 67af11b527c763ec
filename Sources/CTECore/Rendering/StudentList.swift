import CTEModel
public import CTERulePack

/// Students of a program at a school as they are listed, with their credentials.
///
/// It shows what it was given, so only to whom the students were given.
public struct StudentList: Sendable {
  /// The students.
  public let students: [ProgramStudent]
  private let pack: RulePack

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - students: The students.
  ///   - pack: The pack that names the categories for people.
  public init(_ students: [ProgramStudent], in pack: RulePack) {
    self.students = students
    self.pack = pack
  }

  /// Returns the students in lines for people, and beneath each the credentials with the names of their records.
  public func text() -> String {
    if students.isEmpty { return "There are no such students." }
    let heads = TextTable.lines(students.map { [$0.number, $0.name] })
    return zip(heads, students).flatMap { head, student in
      [head]
        + TextTable.lines(
          student.credentials.map { credential in
            [
              "  " + credential.record.description, credential.code ?? "", credential.title ?? "",
              credential.category.map { pack.label(ofCategory: $0) } ?? "",
            ]
          })
    }.joined(separator: "\n")
  }

  /// Returns the students as a JSON array; equal lists give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(students.map(Entry.init))
  }

  private struct Entry: Encodable {
    let student: String
    let firstName: String?
    let lastName: String?
    let credentials: [CredentialEntry]

    init(_ student: ProgramStudent) {
      self.student = student.number
      firstName = student.firstName
      lastName = student.lastName
      credentials = student.credentials.map(CredentialEntry.init)
    }
  }

  private struct CredentialEntry: Encodable {
    let record: String
    let code: String?
    let title: String?
    let category: String?
    let year: Int?
    let day: String?

    init(_ credential: ReceivedCredential) {
      record = credential.record.description
      code = credential.code
      title = credential.title
      category = credential.category
      year = credential.year?.number
      day = credential.day?.description
    }
  }
}

extension ProgramStudent {
  /// The name as lists have it: the last one first.
  var name: String { [lastName, firstName].compactMap { $0 }.joined(separator: ", ") }
}
