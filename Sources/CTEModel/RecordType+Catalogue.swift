extension RecordType {
  /// Every record type, in the order in which one refers to another.
  public static let all: [RecordType] = [
    .organization, .program, .course, .credential, .credentialListing, .programOffering,
    .courseOffering, .section, .student, .schoolEnrollment, .courseEnrollment, .credentialAttempt,
    .noCredentialsDeclaration, .credentialSuggestion,
  ]

  /// A state, region, district, school or postsecondary site; together they are a tree.
  public static let organization = RecordType(
    "organization", naturalKey: ["id"],
    fields: [
      RecordField("id", .key(.organization)),
      RecordField("kind", .key(.word)),
      RecordField("name", .text),
      RecordField("parent", .key(.organization)),
    ])

  /// An approved program.
  public static let program = RecordType(
    "program", naturalKey: ["id"],
    fields: [
      RecordField("id", .key(.program)),
      RecordField("title", .text),
      RecordField("cip", .key(.word)),
      RecordField("cluster", .key(.word)),
      RecordField("nontraditionalFor", .key(.word)),
      RecordField("firstYear", .year),
      RecordField("lastYear", .year),
      RecordField("replacedBy", .key(.program)),
    ])

  /// A course of a program.
  public static let course = RecordType(
    "course", naturalKey: ["program", "id"],
    fields: [
      RecordField("program", .key(.program)),
      RecordField("id", .key(.course)),
      RecordField("title", .text),
      RecordField("kind", .key(.word)),
      RecordField("role", .key(.word)),
      RecordField("scedCode", .key(.word)),
    ])

  /// What can be earned; stable over the years.
  public static let credential = RecordType(
    "credential", naturalKey: ["id"],
    fields: [
      RecordField("id", .key(.credential)),
      RecordField("title", .text),
      RecordField("issuer", .key(.word)),
      RecordField("ctid", .key(.word)),
    ])

  /// A line of the state's credential list of one year: a code is valid for a program and means a credential.
  public static let credentialListing = RecordType(
    "credentialListing", naturalKey: ["year", "program", "code"],
    fields: [
      RecordField("year", .year),
      RecordField("program", .key(.program)),
      RecordField("code", .key(.credentialCode)),
      RecordField("credential", .key(.credential)),
      RecordField("category", .key(.word)),
      RecordField("points", .hundredths),
    ])

  /// A program at a school in a year, which may have a number of its own.
  ///
  /// The agency is the organization that answers for it; titles may be local, so a program isn't known by them.
  public static let programOffering = RecordType(
    "programOffering", naturalKey: ["year", "id"],
    fields: [
      RecordField("year", .year),
      RecordField("id", .key(.offering)),
      RecordField("program", .key(.program)),
      RecordField("title", .text),
      RecordField("type", .key(.word)),
      RecordField("school", .key(.organization)),
      RecordField("agency", .key(.organization)),
      RecordField("isActive", .boolean),
    ])

  /// A line of a coherent sequence: a course of a program at a school, and who provides it.
  public static let courseOffering = RecordType(
    "courseOffering", naturalKey: ["year", "school", "program", "course", "provider"],
    fields: [
      RecordField("year", .year),
      RecordField("school", .key(.organization)),
      RecordField("program", .key(.program)),
      RecordField("course", .key(.course)),
      RecordField("provider", .key(.organization)),
    ])

  /// A class of a program at a school.
  public static let section = RecordType(
    "section", naturalKey: ["year", "offering", "id"],
    fields: [
      RecordField("year", .year),
      RecordField("offering", .key(.offering)),
      RecordField("id", .key(.section)),
      RecordField("title", .text),
      RecordField("school", .key(.organization)),
      RecordField("program", .key(.program)),
      RecordField("course", .key(.course)),
      RecordField("term", .key(.word)),
    ])

  /// A student, as the state's student system says.
  public static let student = RecordType(
    "student", naturalKey: ["id"],
    fields: [
      RecordField("id", .key(.student)),
      RecordField("firstName", .text),
      RecordField("middleName", .text),
      RecordField("lastName", .text),
      RecordField("birthDay", .day),
      RecordField("gender", .key(.word)),
      RecordField("race", .key(.word)),
      RecordField("ethnicity", .key(.word)),
      RecordField("grade", .key(.word)),
      RecordField("cohortYear", .year),
      RecordField("specialPopulations", .wordSet),
    ])

  /// A student's membership in a school.
  public static let schoolEnrollment = RecordType(
    "schoolEnrollment", naturalKey: ["year", "student", "school", "entryDay"],
    fields: [
      RecordField("year", .year),
      RecordField("student", .key(.student)),
      RecordField("school", .key(.organization)),
      RecordField("entryDay", .day),
      RecordField("exitDay", .day),
      RecordField("exitCode", .key(.word)),
      RecordField("isCurrent", .boolean),
    ])

  /// A student in a course. Credits are exact hundredths.
  public static let courseEnrollment = RecordType(
    "courseEnrollment",
    naturalKey: [
      "year", "student", "school", "program", "course", "term", "period", "localTitle", "offering",
      "section",
    ],
    lacking: ["course", "offering", "section"],
    fields: [
      RecordField("year", .year),
      RecordField("student", .key(.student)),
      RecordField("school", .key(.organization)),
      RecordField("program", .key(.program)),
      RecordField("course", .key(.course)),
      RecordField("term", .key(.word)),
      RecordField("period", .key(.word)),
      RecordField("localTitle", .key(.word)),
      RecordField("offering", .key(.offering)),
      RecordField("section", .key(.section)),
      RecordField("provider", .key(.organization)),
      RecordField("educator", .key(.educator)),
      RecordField("teacherName", .text),
      RecordField("teacherEmail", .text),
      RecordField("credits", .hundredths),
      RecordField("minutesPerWeek", .integer),
      RecordField("weeks", .integer),
      RecordField("studentType", .key(.word)),
      RecordField("isCurrent", .boolean),
      RecordField("studentBirthDay", .day, isTransient: true),
    ])

  /// An attempt to earn a credential, failed ones too.
  public static let credentialAttempt = RecordType(
    "credentialAttempt", naturalKey: ["student", "credential"], isKeyedByProvenance: true,
    fields: [
      RecordField("student", .key(.student)),
      RecordField("credential", .key(.credential)),
      RecordField("year", .year),
      RecordField("school", .key(.organization)),
      RecordField("program", .key(.program)),
      RecordField("offering", .key(.offering)),
      RecordField("course", .key(.course)),
      RecordField("provider", .key(.organization)),
      RecordField("credentialCode", .key(.credentialCode)),
      RecordField("category", .key(.word)),
      RecordField("day", .day),
      RecordField("passed", .boolean),
      RecordField("certificateNumber", .text),
      RecordField("suggestedTitle", .text),
      RecordField("studentBirthDay", .day, isTransient: true),
    ])

  /// That nobody earns a credential in a program at a school in a year.
  public static let noCredentialsDeclaration = RecordType(
    "noCredentialsDeclaration", naturalKey: ["year", "offering"],
    fields: [
      RecordField("year", .year),
      RecordField("offering", .key(.offering)),
      RecordField("program", .key(.program)),
      RecordField("school", .key(.organization)),
    ])

  /// What a state decided of a credential that schools suggested for a program.
  ///
  /// The decision is `accepted` or `declined`; an accepted one is proposed for the credential list of its year, under the title
  /// that the state gave it there.
  public static let credentialSuggestion = RecordType(
    "credentialSuggestion", naturalKey: ["title", "program"],
    fields: [
      RecordField("title", .key(.word)),
      RecordField("program", .key(.program)),
      RecordField("decision", .key(.word)),
      RecordField("year", .year),
      RecordField("code", .key(.credentialCode)),
      RecordField("category", .key(.word)),
      RecordField("listedTitle", .text),
      RecordField("reason", .text),
    ])
}
