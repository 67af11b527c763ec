extension CrossingPack {
  /// The formats: the lists of the state, and the files of schools.
  static let formats = [
    format(
      "organizations", isList: true,
      """
        - {title: District Number, field: district, required: true}
        - {title: School Number, field: school, required: true}
      records:
        - {record: organization, fields: {id: district}, set: {kind: district}}
        - {record: organization, fields: {id: school, parent: district}, set: {kind: school}}
      """),
    format(
      "programs", isList: true,
      """
        - {title: Program Number, field: id, required: true}
        - {title: Program Title, field: title, required: true}
      records: [{record: program}]
      """),
    format(
      "offerings", isList: true,
      """
        - {title: Offering Number, field: id, required: true}
        - {title: Offered Program, field: program, required: true}
        - {title: Offered At, field: school, required: true}
      records: [{record: programOffering, set: {year: year}}]
      """),
    format(
      "listings", isList: true,
      """
        - {title: Listed Program, field: program, required: true}
        - {title: Listed Code, field: code, required: true}
        - {title: Listed Credential, field: credential, required: true}
      records: [{record: credentialListing, set: {year: year}}]
      """),
    format(
      "roster", isList: true,
      """
        - {title: Student Number, field: id, required: true}
        - {title: Last Name, field: lastName, required: true}
        - {title: Member Of, field: school, required: true}
      records:
        - {record: student}
        - {record: schoolEnrollment, fields: {student: id, school: school}, set: {year: year}}
      """),
    format(
      "enrollments", isList: false,
      """
        - {title: Student, field: student, required: true}
        - {title: School, field: school, required: true}
        - {title: Program, field: program, required: true}
        - {title: Course, field: course, required: true}
        - {title: Credits, field: credits, required: true}
        - {title: Offering, field: offering, required: true}
      records: [{record: courseEnrollment, set: {year: year}}]
      """),
    format("credentials", isList: false, credentials),
    format("previews", isList: false, acceptance: "{mode: preview, unit: row}", credentials),
  ]

  private static let credentials = """
      - {title: Student, field: student, required: true}
      - {title: School, field: school, required: true}
      - {title: Program, field: program, required: true}
      - {title: Code, field: credentialCode, required: true}
      - {title: Passed, field: passed, values: {Y: true, N: false}, required: true}
      - {title: Certificate, field: certificateNumber, required: true}
      - {title: Offering, field: offering, required: true}
    records: [{record: credentialAttempt, set: {year: year}}]
    """

  private static func format(
    _ name: String, isList: Bool, acceptance: String? = nil, _ layout: String
  ) -> (String, String) {
    (
      "formats/\(name).yaml",
      """
      summary: A file.
      source: manual, 4
      \(isList ? "trust: loaded\n" : "")\(acceptance.map { "acceptance: \($0)\n" } ?? "")columns:
      \(layout)

      """
    )
  }
}
