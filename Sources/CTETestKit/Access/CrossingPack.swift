import CTERulePack
import Foundation

/// A small pack of an invented state, with roles, organizations that lie beneath others, and records that rest on others.
enum CrossingPack {
  static let name = "crossing"

  /// Writes the pack into a folder of packs.
  static func write(in folder: URL) throws {
    let pack = folder.appendingPathComponent(name)
    for (path, text) in catalogs + records + rules + formats {
      let file = pack.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  private static let catalogs = [
    (
      "pack.yaml",
      """
      title: Crossing
      summary: An invented state with two districts.
      version: 1.0.0
      years: {first: 2026, last: 2026}
      sources:
        manual: {title: A reporting manual (invented)}

      """
    ),
    (
      "codes/organization-kinds.yaml",
      """
      summary: The kinds of organizations.
      source: manual, 1
      codes: {district: a district, school: a school}

      """
    ),
    (
      "roles.yaml",
      """
      clerk:
        summary: Who reports enrollments and credentials.
        source: manual, 1
        label: Clerk
        allows: [read, enter]
        formats: [enrollments, credentials, previews]
      lead:
        summary: Who reports enrollments and credentials, and gives access to them.
        source: manual, 1
        label: Lead
        allows: [read, enter, administer]
        formats: [enrollments, credentials, previews]
      registrar:
        summary: Who reports whatever there is.
        source: manual, 1
        label: Registrar
        allows: [read, enter, certify]
      reader:
        summary: Who reads what others report.
        source: manual, 1
        label: Reader
        allows: [read]
      typist:
        summary: Who enters and sees nothing.
        source: manual, 1
        label: Typist
        allows: [enter]

      """
    ),
  ]

  private static let records = [
    (
      "records/organization.yaml",
      """
      summary: A district or a school.
      source: manual, 1
      fields:
        id: {label: Number, required: true}
        kind: {label: Kind, codes: organization-kinds}
        parent: {label: District}

      """
    ),
    (
      "records/course-enrollment.yaml",
      """
      summary: A student in a course of a program.
      source: manual, 2
      fields:
        student: {label: Student, required: true}
        school: {label: School, required: true}
        program: {label: Program, required: true}
        course: {label: Course, required: true}
        credits: {label: Credits}
        offering: {label: Offering}
      lookups:
        person: {record: student, where: {id: student}, expect: one, absent: enrollment/student-unknown}

      """
    ),
    (
      "records/credential-attempt.yaml",
      """
      summary: An attempt to earn a credential.
      source: manual, 3
      identity: [student, listing.credential]
      repeated: {inStore: credential/recorded, inFile: credential/repeated}
      derived:
        credential: listing.credential
      fields:
        student: {label: Student, required: true}
        school: {label: School, required: true}
        program: {label: Program, required: true}
        credentialCode: {label: Code, required: true}
        passed: {label: Passed, required: true}
        certificateNumber: {label: Certificate}
        offering: {label: Offering}
      lookups:
        person: {record: student, where: {id: student}, expect: one, absent: credential/student-unknown}
        enrollments: {record: courseEnrollment, where: {student: student, year: year}}
        listing:
          {record: credentialListing, where: {code: credentialCode, program: program, year: year}, expect: one,
           absent: credential/not-listed}
      restsOn:
        enrollment:
          {record: courseEnrollment, where: {student: student, school: school, program: program, year: year}}
      choices:
        school: {record: courseEnrollment, field: school, where: {student: student, year: year}}
        program: {record: courseEnrollment, field: program, where: {student: student, school: school, year: year}}
        credentialCode: {record: credentialListing, field: code, label: credential, where: {program: program, year: year}}

      """
    ),
  ]

  private static let rules =
    [
      ("credential/recorded", "credentialAttempt"), ("credential/repeated", "credentialAttempt"),
      ("credential/student-unknown", "credentialAttempt"),
      ("credential/not-listed", "credentialAttempt"),
      ("enrollment/student-unknown", "courseEnrollment"),
    ].map { name, type in
      (
        "rules/\(name).yaml",
        """
        summary: Reported by the record's definition.
        appliesTo: \(type)
        severity: error
        blames: [student]
        message: "student {student}: \(name)"
        source: manual, 3
        examples:
          accept: [{record: {student: "1"}}]
          reject: [{record: {student: "2"}}]

        """
      )
    } + [
      (
        "rules/credential/not-enrolled.yaml",
        """
        summary: The student has no enrollment in the program of the school this year.
        appliesTo: credentialAttempt
        after: [credential/student-unknown]
        severity: error
        require: enrollments.exists(e, e.program == program && e.school == school)
        blames: [program]
        message: "student {student} has no {year} enrollment in program {program} of school {school}"
        source: manual, 3
        examples:
          accept: [{record: {student: "1", program: P1, school: S1}, enrollments: [{program: P1, school: S1}]}]
          reject: [{record: {student: "1", program: P1, school: S1}, enrollments: [{program: P2, school: S1}]}]

        """
      )
    ]
}
