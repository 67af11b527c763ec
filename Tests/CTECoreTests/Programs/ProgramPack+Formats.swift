extension ProgramPack {
  static let rules = Dictionary(
    uniqueKeysWithValues: [
      ("credential/recorded", "credentialAttempt", ""),
      ("credential/repeated", "credentialAttempt", ""),
      ("credential/student-unknown", "credentialAttempt", ""),
      ("credential/no-program", "credentialAttempt", ""),
      ("credential/not-listed", "credentialAttempt", ""),
      (
        "credential/not-enrolled", "credentialAttempt",
        "require: enrollments.exists(e, e.offering == offering)\n"
      ),
      ("credential/declared-none", "credentialAttempt", ""),
      ("declaration/has-credentials", "noCredentialsDeclaration", ""),
    ].map { name, type, requirement in
      (
        "rules/\(name).yaml",
        """
        summary: Something is wrong.
        appliesTo: \(type)
        severity: error
        \(requirement)blames: [offering]
        message: "\(name) in program {offering}"
        source: manual, 3
        examples:
          accept: [{record: {offering: "17"}}]
          reject: [{record: {offering: "18"}}]

        """
      )
    })

  static let formats = [
    format(
      "organizations", "organization",
      "Code id!, Kind kind!, Name name!, ParentCode parent", records: "[{record: organization}]"),
    format(
      "offerings", "programOffering",
      "Serial id!, ProgramCode program!, ProgramName title, ProgramKind type, Building school, AgencyCode agency, "
        + "SchoolYear year!",
      more: "  - {title: Active, field: isActive, values: {Y: true, N: false}}\n",
      records:
        "[{record: program, fields: {id: program, title: title}}, {record: programOffering}]"),
    format(
      "roster", "student", "Number id!, First firstName!, Last lastName!, Home school!",
      more: "  - {title: InSchool, field: isCurrent, values: {Y: true, N: false}}\n",
      records:
        "[{record: student}, {record: schoolEnrollment, fields: {student: id, school: school, isCurrent: isCurrent}, set: {year: year}}]"
    ),
    format(
      "classes", "courseEnrollment",
      "Member student!, ClassOf offering!, ClassCode section!, ClassTitle title!, ClassYear year!",
      more: "  - {title: Current, field: isCurrent, values: {Y: true, N: false}}\n",
      records:
        "[{record: section, fields: {year: year, offering: offering, id: section, title: title}}, {record: courseEnrollment}]"
    ),
    format(
      "listings", "credentialListing",
      "ListProgram program!, ListCode code!, ListName title!, ListCategory category!, ListYear year!",
      records:
        "[{record: credential, fields: {id: code, title: title}}, {record: credentialListing, fields: {year: year, program: program, code: code, credential: code, category: category}}]"
    ),
    format(
      "credentials", "credentialAttempt",
      "Student Number student!, Serial Number offering!, Credential Code credentialCode!, Credential Name suggestedTitle",
      trust: "", records: nil,
      rows: """
        rows:
          - when: 'student == "999999" && credentialCode == "X"'
            record: noCredentialsDeclaration
            fields: {offering: offering}
            set: {year: year}
          - when: 'credentialCode == ""'
            record: credentialAttempt
            fields: {student: student, offering: offering, credentialCode: credentialCode, suggestedTitle: suggestedTitle}
            set: {year: year, category: suggested}
          - record: credentialAttempt
            fields: {student: student, offering: offering, credentialCode: credentialCode}
            set: {year: year}

        """),
    format(
      "history", "credentialAttempt",
      "OldStudent student!, OldSerial offering!, OldCode credentialCode, OldName suggestedTitle, OldCategory category, "
        + "OldYear year!, OldSchool school, OldProgram program",
      records: "[{record: credentialAttempt}]"),
  ].reduce(into: [:]) { $0[$1.path] = $1.text }

  /// A format whose columns are each a title and the name of a field, with a sign where it is required.
  private static func format(
    _ name: String, _ type: String, _ columns: String, more: String = "",
    trust: String = "trust: loaded\n", records: String?, rows: String = ""
  ) -> (path: String, text: String) {
    let lines = columns.split(separator: ", ").map { column in
      let words = column.split(separator: " ")
      let title = words.dropLast().joined(separator: " ")
      let field = words.last?.replacing("!", with: "") ?? ""
      return
        "  - {title: \(title), field: \(field)\(column.hasSuffix("!") ? ", required: true" : "")}"
    }
    return (
      "formats/\(name).yaml",
      "summary: Rows of a list.\nsource: manual, 5\n\(trust)columns:\n"
        + lines.joined(separator: "\n") + "\n" + more + (records.map { "records: \($0)\n" } ?? "")
        + rows
    )
  }
}
