// What a new pack says about records, and how its files become records.
extension TemplateFile {
  static let records = [student, program, courseEnrollment]
  static let formats = [students, programs, enrollments]

  private static let student = TemplateFile(
    "records/student.yaml",
    #"""
    summary: A student, as the state's student system says.
    source: manual, "Students"
    fields:
      id:                 {label: Student Number, scheme: studentNumber, required: true}
      birthDay:           {label: Birth Date, required: true}
      specialPopulations: {label: Special Populations, codes: special-populations}   # a list of 'perkins'

    """#)

  private static let program = TemplateFile(
    "records/program.yaml",
    #"""
    summary: An approved program.
    source: manual, "Programs"
    fields:
      id: {label: Program Number, scheme: programNumber, required: true}

    """#)

  private static let courseEnrollment = TemplateFile(
    "records/course-enrollment.yaml",
    #"""
    summary: A student in a course of a program, in one term.
    source: manual, "Enrollments"
    # 'required' means: where a file has the column, its cells must be filled in.
    fields:
      school:          {label: School Code, scheme: schoolCode, required: true}
      student:         {label: Student Number, scheme: studentNumber, required: true}
      studentBirthDay: {label: Birth Date, required: true}
      program:         {label: Program Number, scheme: programNumber, required: true}
      course:          {label: Course Number, scheme: courseNumber, required: true}
      term:            {label: Term, codes: terms, required: true}
      credits:         {label: Credits, required: true}
      weeks:           {label: Weeks}
    # What an enrollment is checked against. Where nothing is found, the rule under 'absent' reports it.
    lookups:
      person:        {record: student, where: {id: student}, expect: one, absent: enrollment/student-unknown}
      listedProgram: {record: program, where: {id: program}, expect: one, absent: enrollment/program-unknown}
    # An enrollment can't stand without its student: it is deleted with the record of the student.
    restsOn:
      student: {record: student, where: {id: student}}
    # What a screen offers where somebody enters an enrollment by hand: the numbers of programs, shown by their titles.
    choices:
      program: {record: program, field: id, label: title}

    """#)

  private static let students = TemplateFile(
    "formats/students.yaml",
    #"""
    summary: The students of the state.
    source: manual, "Students"
    trust: loaded                     # the state's own list: cells are checked, rules aren't asked
    columns:
      - {title: Student Number, field: id, required: true}
      - {title: First Name, field: firstName}
      - {title: Last Name, field: lastName}
      - {title: Birth Date, field: birthDay, form: m/d/yyyy, required: true}
      # Columns that 'add' a word make one set together.
      - {title: English Learner, field: specialPopulations, adds: englishLearner, when: Y, otherwise: N}
      - {title: Homeless, field: specialPopulations, adds: homeless, when: Y, otherwise: N}
    records:
      - {record: student}

    """#)

  private static let programs = TemplateFile(
    "formats/programs.yaml",
    #"""
    summary: The approved programs.
    source: manual, "Programs"
    trust: loaded
    columns:
      - {title: Program Number, field: id, required: true}
      - {title: Program Title, field: title, required: true}
    records:
      - {record: program}

    """#)

  private static let enrollments = TemplateFile(
    "formats/enrollments.yaml",
    #"""
    summary: Enrollments in courses, as schools upload them.
    source: manual, "Enrollments"
    container: {kinds: [csv, xlsx, xls], header: {row: 1, matchCase: false, matchBlanks: false, matchApostrophes: false}}
    unknownColumns: notice            # a column that isn't named here is told; 'refuse' and 'ignore' are the others
    acceptance: {mode: rows}          # rows without an error are taken, whatever becomes of the others
    columns:
      - {title: School Code, field: school, required: true}
      - {title: Student Number, field: student, required: true}
      - {title: Birth Date, field: studentBirthDay, form: m/d/yyyy, required: true}
      - {title: Program Number, field: program, required: true}
      - {title: Course Number, field: course, required: true}
      - {title: Term, field: term, required: true}
      - {title: Credits, field: credits, form: n.nn, required: true}
      - {titles: [Weeks, Number of Weeks], field: weeks}
    records:
      - {record: courseEnrollment, set: {year: year}}   # the file has no year, so it is the tenant's

    """#)
}
