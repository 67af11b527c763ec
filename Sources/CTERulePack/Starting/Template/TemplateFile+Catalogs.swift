// What a new pack says of itself, and the words that its other files refer to.
extension TemplateFile {
  static let catalogs = [manifest, identifiers, codes, parameters, windows, roles]

  private static let manifest = TemplateFile(
    "pack.yaml",
    #"""
    # A starting point: everything in this pack is synthetic. Put your own manual's words in its place.
    # Keys are lowerCamelCase, file names kebab-case. An unknown key is refused, with the one that was meant.
    title: "{{title}}"
    summary: An invented state to start from. All of its data is synthetic.
    version: 0.1.0
    extends: perkins                  # the federal words that every state starts from
    years: {first: {{first}}, last: {{last}}}
    fiscalYear: {begins: 07-01}       # a fiscal year is named by the calendar year in which it ends
    # Every file names under 'source' one of these documents, and then where in it.
    sources:
      manual:
        title: Reporting manual (invented)
        note: Synthetic. Name your own documents here, and say who published them and when.

    """#)

  private static let identifiers = TemplateFile(
    "identifiers.yaml",
    #"""
    # How identifiers are written: each scheme says one of 'digits', 'maximumLength' and 'pattern'.
    schoolCode:
      summary: A school, a letter and three digits.
      pattern: '[A-Z][0-9]{3}'        # the whole text must match
      expected: a capital letter and three digits, such as S001
      source: manual, "Schools"
    studentNumber:
      summary: A student, six digits.
      digits: 6
      restoreZeros: true              # spreadsheets strip zeros; they are put back, and the report counts them
      source: manual, "Students"
    programNumber:
      summary: A program, eight digits.
      digits: 8
      restoreZeros: true
      source: manual, "Programs"
    courseNumber:
      summary: A course of a program.
      maximumLength: 10
      ignoreCaseAndBlanks: true       # 'ag-101' and 'AG-101' are the same course
      source: manual, "Courses"

    """#)

  private static let codes = TemplateFile(
    "codes/terms.yaml",
    #"""
    summary: The terms in which courses are taught.
    source: manual, "Terms"
    # A code with what it means. Aliases are other texts that may stand in a file for the code.
    codes:
      fall: {label: the fall term, aliases: [F]}
      spring: {label: the spring term, aliases: [S]}
      year: the whole year

    """#)

  private static let parameters = TemplateFile(
    "parameters.yaml",
    #"""
    # Numbers that rules read, so that a change of policy is a change of one line.
    weeks:
      summary: The weeks that a course may take.
      source: manual, "Weeks"
      kind: {min: wholeNumber, max: wholeNumber}
      # By fiscal year: the latest entry at or before a year holds, and null ends it.
      value: {{{first}}: {min: 4, max: 40}}

    """#)

  private static let windows = TemplateFile(
    "windows.yaml",
    #"""
    enrollments:
      summary: When enrollments are taken.
      source: manual, "Calendar"
      formats: [enrollments]
      enforce: false                  # at other times a notice says so; true would refuse the file
      open:
        {{year}}: [{first: {{previousYear}}-08-15, last: {{year}}-06-15}]

    """#)

  private static let roles = TemplateFile(
    "roles.yaml",
    #"""
    # What people may do who hold a role. For which schools and programs is said where somebody is given it.
    clerk:
      summary: Who enters a school's records.
      source: manual, "Access"
      label: Records Clerk            # the state's own name for the role
      allows: [read, enter]           # each is asked for by itself; 'certify' and 'administer' are the others
      formats: [enrollments]          # the only files that may be uploaded; all if it isn't said
    reader:
      summary: Who looks things up.
      source: manual, "Access"
      label: Reader
      allows: [read]

    """#)
}
