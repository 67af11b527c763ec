import Foundation

/// A small pack of an invented state with programs at schools, classes, declarations and suggested credentials.
enum ProgramPack {
  static let name = "seaboard"

  /// Writes the pack into a folder of packs, and returns its place.
  static func write(in folder: URL) throws -> URL {
    let pack = folder.appendingPathComponent(name)
    let files = [catalogs, records, rules, formats].flatMap { $0.sorted { $0.key < $1.key } }
    for (path, text) in files {
      let file = pack.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return pack
  }

  private static let catalogs = [
    "pack.yaml": """
    title: Seaboard
    summary: An invented state with programs at schools.
    version: 1.0.0
    years: {first: 2025, last: 2027}
    sources:
      manual: {title: A reporting manual (invented)}

    """,
    "identifiers.yaml": """
    studentNumber:
      summary: A student, six digits.
      digits: 6
      restoreZeros: true
      source: manual, 1
    serialNumber:
      summary: A program at a school, one to six digits.
      pattern: '[0-9]{1,6}'
      expected: one to six digits
      source: manual, 1
    credentialCode:
      summary: A code of the list of credentials.
      pattern: '[A-Z][A-Z0-9]*'
      expected: capital letters and digits
      source: manual, 1

    """,
    "codes/organization-kinds.yaml": """
    summary: The kinds of organizations.
    source: manual, 1
    codes: {district: a district, school: a school}

    """,
    "codes/categories.yaml": """
    summary: What a credential counts for.
    source: manual, 1
    codes:
      listed: {label: listed by the state, aliases: [Listed]}
      extra: {label: beside the list, aliases: [Extra]}
      suggested: suggested by a school

    """,
    "roles.yaml": """
    reporter:
      summary: Who reports credentials.
      source: manual, 1
      label: Reporter
      allows: [read, enter]
    reader:
      summary: Who reads what others report.
      source: manual, 1
      label: Reader
      allows: [read]

    """,
  ]

  private static let records = [
    "records/organization.yaml": """
    summary: A district or a school.
    source: manual, 2
    fields:
      id: {label: Code, required: true}
      kind: {label: Kind, codes: organization-kinds}

    """,
    "records/program-offering.yaml": """
    summary: A program at a school.
    source: manual, 2
    fields:
      id: {label: Serial Number, scheme: serialNumber, required: true}
      program: {label: Program Code}
      title: {label: Program Name}
      type: {label: Kind of Program}
      school: {label: Building}
      agency: {label: Agency}

    """,
    "records/student.yaml": """
    summary: A student.
    source: manual, 2
    fields:
      id: {label: Student Number, scheme: studentNumber, required: true}
      firstName: {label: First Name}
      lastName: {label: Last Name}

    """,
    "records/school-enrollment.yaml": """
    summary: A student in a school.
    source: manual, 2
    fields:
      student: {label: Student Number, scheme: studentNumber, required: true}

    """,
    "records/course-enrollment.yaml": """
    summary: A student in a class.
    source: manual, 2
    fields:
      student: {label: Student Number, scheme: studentNumber, required: true}
      offering: {label: Serial Number, scheme: serialNumber, required: true}
      section: {label: Class}
    lookups:
      offered: {record: programOffering, where: {id: offering, year: year}, expect: one}
    derived: {school: offered.school, program: offered.program}

    """,
    "records/section.yaml": """
    summary: A class.
    source: manual, 2
    fields:
      offering: {label: Serial Number, scheme: serialNumber, required: true}
    lookups:
      offered: {record: programOffering, where: {id: offering, year: year}, expect: one}
    derived: {school: offered.school, program: offered.program}

    """,
    "records/credential-attempt.yaml": """
    summary: A credential that a student received.
    source: manual, 3
    identity: [student, offering, year, credentialCode]
    repeated: {inStore: credential/recorded, inFile: credential/repeated}
    fields:
      student: {label: Student Number, scheme: studentNumber, required: true}
      offering: {label: Serial Number, scheme: serialNumber, required: true}
      credentialCode: {label: Credential Code, scheme: credentialCode}
      suggestedTitle: {label: Credential Name, maximumLength: 80}
      category: {label: Category, codes: categories}
    lookups:
      person: {record: student, where: {id: student}, expect: one, absent: credential/student-unknown}
      offered: {record: programOffering, where: {id: offering, year: year}, expect: one, absent: credential/no-program}
      enrollments: {record: courseEnrollment, where: {student: student, offering: offering}}
      listing:
        {record: credentialListing, where: {code: credentialCode, program: offered.program, year: year}, expect: one,
         absent: credential/not-listed}
      declarations:
        {record: noCredentialsDeclaration, where: {offering: offering, year: year}, present: credential/declared-none}
    derived:
      school: offered.school
      program: offered.program
      credential: listing.credential
      category: listing.category

    """,
    "records/credential-listing.yaml": """
    summary: A line of the list of a year.
    source: manual, 3
    fields:
      code: {label: Credential Code, scheme: credentialCode, required: true}
      category: {label: Category, codes: categories}

    """,
    "records/no-credentials-declaration.yaml": """
    summary: That nobody receives a credential in a program this year.
    source: manual, 3
    fields:
      offering: {label: Serial Number, scheme: serialNumber, required: true}
    lookups:
      offered: {record: programOffering, where: {id: offering, year: year}, expect: one}
      credentials:
        {record: credentialAttempt, where: {offering: offering, year: year}, present: declaration/has-credentials}
    derived: {school: offered.school, program: offered.program}

    """,
    "records/credential-suggestion.yaml": """
    summary: What the state decided of a credential that schools suggested.
    source: manual, 4
    fields:
      code: {label: Credential Code, scheme: credentialCode}
      category: {label: Category, codes: categories}

    """,
  ]
}
