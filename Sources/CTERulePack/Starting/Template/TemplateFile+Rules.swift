// The rules of a new pack: two that look-ups report, and two that ask something.
extension TemplateFile {
  static let rules = [studentUnknown, programUnknown, birthDateDiffers, weeksOutOfRange]

  private static let studentUnknown = TemplateFile(
    "rules/enrollment/student-unknown.yaml",
    #"""
    # The file is named after the bad condition. A rule without 'require' is reported by a look-up, here by 'person'.
    summary: The student isn't in the state's list of students.
    appliesTo: courseEnrollment
    severity: error                   # refuses the row
    blames: [student]                 # the cell at which the finding points
    message: "no student {student} is known"
    help: Check the number, or ask the state to add the student.
    source: manual, "Students"
    examples:
      accept:
        - {record: {student: "000101"}, person: {id: "000101"}}
      reject:
        - {record: {student: "000999"}, person: []}

    """#)

  private static let programUnknown = TemplateFile(
    "rules/enrollment/program-unknown.yaml",
    #"""
    summary: The program isn't approved.
    appliesTo: courseEnrollment
    severity: error
    blames: [program]
    message: "no program {program} is approved in {year}"
    help: Check the number in the list of programs.
    source: manual, "Programs"
    examples:
      accept:
        - {record: {program: "01000000"}, listedProgram: {id: "01000000"}}
      reject:
        - {record: {program: "99000000"}, listedProgram: []}

    """#)

  private static let birthDateDiffers = TemplateFile(
    "rules/enrollment/birth-date-differs.yaml",
    #"""
    summary: The birth date isn't the one that the state has for the student.
    appliesTo: courseEnrollment
    after: [enrollment/student-unknown]   # one cause, one finding: not asked where that rule has spoken
    severity: error
    require: studentBirthDay == person.birthDay
    blames: [studentBirthDay]
    message: "the birth date of student {student} is another one"
    help: Check the student's number first, then the birth date.
    source: manual, "Students"
    # Examples are tried by 'cte pack check': put there the cases on both sides of the line.
    examples:
      accept:
        - {record: {studentBirthDay: 2009-03-14}, person: {birthDay: 2009-03-14}}
      reject:
        - {record: {studentBirthDay: 2009-03-15}, person: {birthDay: 2009-03-14}}

    """#)

  private static let weeksOutOfRange = TemplateFile(
    "rules/enrollment/weeks-out-of-range.yaml",
    #"""
    summary: The course takes fewer or more weeks than usual.
    appliesTo: courseEnrollment
    severity: warning                 # told, but the row is taken
    # A rule that reads an empty cell isn't asked, so the cell may stay empty.
    require: weeks >= parameters.weeks.min && weeks <= parameters.weeks.max
    blames: [weeks]
    message: "{weeks} weeks are unusual; most courses take {parameters.weeks.min} to {parameters.weeks.max}"
    expected: "{parameters.weeks.min} to {parameters.weeks.max}"
    help: Enter the weeks of this term, not the hours.
    source: manual, "Weeks"
    examples:
      accept:
        - {record: {weeks: 4}}
        - {record: {weeks: 40}}
      reject:
        - {record: {weeks: 3}}
        - {record: {weeks: 41}}

    """#)
}
