// The list that ships with a new pack, and the files with which it is tried.
extension TemplateFile {
  static let lists = [programIndex, programList]
  static let fixtures = [referenceStudents, clean, cleanRows, everyRule, everyRuleRows]

  private static let programIndex = TemplateFile(
    "programs/index.yaml",
    #"""
    summary: The approved programs, which ship with the pack.
    source: manual, "Programs"
    format: programs
    coverage: whole                   # or 'partial': what isn't found in a part isn't judged
    file: {{{first}}: {{first}}.csv}           # the latest list at or before a year holds; a tenant may load its own

    """#)

  private static let programList = TemplateFile(
    "programs/{{first}}.csv",
    #"""
    Program Number,Program Title
    01000000,Agriculture (synthetic)
    15000000,Engineering (synthetic)

    """#)

  private static let referenceStudents = TemplateFile(
    "tests/reference/students.csv",
    #"""
    Student Number,First Name,Last Name,Birth Date,English Learner,Homeless
    000101,Ada,Synthetic,3/14/2009,N,N
    000102,Ben,Synthetic,11/2/2008,Y,N
    000103,Cleo,Synthetic,7/30/2009,N,N

    """#)

  private static let clean = TemplateFile(
    "tests/clean-{{year}}/expect.yaml",
    #"""
    summary: Nothing is wrong with this file.
    year: {{year}}
    today: {{year}}-05-01
    reference:
      - {file: ../reference/students.csv, format: students}
    files:
      - file: enrollments.csv
        format: enrollments
        counts: {read: 3, accepted: 3, unchanged: 0, updated: 0, rejected: 0}
        findings: []

    """#)

  private static let cleanRows = TemplateFile("tests/clean-{{year}}/enrollments.csv", sample.text)

  private static let everyRule = TemplateFile(
    "tests/every-rule-{{year}}/expect.yaml",
    #"""
    summary: Every rule fires once, and so does every check of a cell that the columns have.
    year: {{year}}
    today: {{year}}-05-01
    reference:
      - {file: ../reference/students.csv, format: students}
    files:
      - file: enrollments.csv
        format: enrollments
        counts: {read: 9, accepted: 2, unchanged: 0, updated: 0, rejected: 7}
        # All that is found, and nothing else. Rows count as a spreadsheet shows them: titles stand in row 1.
        findings:
          - {row: 3, column: Student Number, rule: enrollment/student-unknown}
          - {row: 4, column: Program Number, rule: enrollment/program-unknown}
          - {row: 5, column: Birth Date, rule: enrollment/birth-date-differs}
          - {row: 6, column: Weeks, rule: enrollment/weeks-out-of-range, expected: 4 to 40}
          - {row: 7, column: School Code, rule: cell/no-match}
          - {row: 8, column: Term, rule: cell/not-listed}
          - {row: 9, column: Birth Date, rule: cell/not-a-day}
          - {row: 10, column: Credits, rule: cell/missing}

    """#)

  private static let everyRuleRows = TemplateFile(
    "tests/every-rule-{{year}}/enrollments.csv",
    #"""
    School Code,Student Number,Birth Date,Program Number,Course Number,Term,Credits,Weeks
    S001,000101,3/14/2009,01000000,AG-101,fall,0.5,18
    S001,000999,3/14/2009,01000000,AG-102,fall,0.5,18
    S001,000101,3/14/2009,99000000,AG-102,fall,0.5,18
    S001,000102,3/14/2009,01000000,AG-102,fall,0.5,18
    S001,000103,7/30/2009,01000000,AG-102,fall,0.5,41
    1,000101,3/14/2009,01000000,AG-102,fall,0.5,18
    S001,000101,3/14/2009,01000000,AG-102,winter,0.5,18
    S001,000101,2009-31-12,01000000,AG-102,fall,0.5,18
    S001,000101,3/14/2009,01000000,AG-102,fall,,18

    """#)
}
