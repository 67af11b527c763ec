extension Schema {
  /// The first version. Text identifiers stand once, in key tables; facts hold integers, clustered by identity.
  ///
  /// Days are ordinals from 0001-01-01, decimals are hundredths. In a primary key 0 stands for a missing value.
  static let version1 = """
    CREATE TABLE tenant(
      pack TEXT NOT NULL, year INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE key_organization(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE key_program(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE key_course(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE key_credential(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE key_credentialCode(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE key_student(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE key_educator(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE key_word(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

    CREATE TABLE organization(
      id INTEGER PRIMARY KEY, kind INTEGER, name TEXT, parent INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE program(
      id INTEGER PRIMARY KEY, title TEXT, cip INTEGER, cluster INTEGER, nontraditionalFor INTEGER,
      firstYear INTEGER, lastYear INTEGER, replacedBy INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE course(
      program INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT, kind INTEGER, role INTEGER,
      scedCode INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL,
      PRIMARY KEY(program, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE credential(
      id INTEGER PRIMARY KEY, title TEXT, issuer INTEGER, ctid INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE credentialListing(
      year INTEGER NOT NULL, program INTEGER NOT NULL, code INTEGER NOT NULL, credential INTEGER,
      category INTEGER, points INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL,
      PRIMARY KEY(year, program, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE courseOffering(
      year INTEGER NOT NULL, school INTEGER NOT NULL, program INTEGER NOT NULL,
      course INTEGER NOT NULL, provider INTEGER NOT NULL,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL,
      PRIMARY KEY(year, school, program, course, provider)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE student(
      id INTEGER PRIMARY KEY, firstName TEXT, middleName TEXT, lastName TEXT, birthDay INTEGER,
      gender INTEGER, race INTEGER, ethnicity INTEGER, grade INTEGER, cohortYear INTEGER,
      specialPopulations INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE schoolEnrollment(
      year INTEGER NOT NULL, student INTEGER NOT NULL, school INTEGER NOT NULL,
      entryDay INTEGER NOT NULL, exitDay INTEGER, exitCode INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL,
      PRIMARY KEY(year, student, school, entryDay)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE courseEnrollment(
      year INTEGER NOT NULL, student INTEGER NOT NULL, school INTEGER NOT NULL,
      program INTEGER NOT NULL, course INTEGER NOT NULL, term INTEGER NOT NULL,
      period INTEGER NOT NULL, localTitle INTEGER NOT NULL, provider INTEGER, educator INTEGER,
      teacherName TEXT, teacherEmail TEXT, credits INTEGER, minutesPerWeek INTEGER, weeks INTEGER,
      studentType INTEGER, isCurrent INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL,
      PRIMARY KEY(year, student, school, program, course, term, period, localTitle)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE credentialAttempt(
      student INTEGER NOT NULL, credential INTEGER NOT NULL, year INTEGER, school INTEGER,
      program INTEGER, course INTEGER, provider INTEGER, credentialCode INTEGER, category INTEGER,
      day INTEGER, passed INTEGER, certificateNumber TEXT, suggestedTitle TEXT,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL,
      PRIMARY KEY(student, credential, submission, "row")
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE submission(
      number INTEGER PRIMARY KEY, format TEXT NOT NULL, fileName TEXT NOT NULL,
      fileDigest TEXT NOT NULL, pack TEXT NOT NULL, year INTEGER NOT NULL, actor TEXT NOT NULL,
      seconds INTEGER NOT NULL, "read" INTEGER NOT NULL, accepted INTEGER NOT NULL,
      unchanged INTEGER NOT NULL, updated INTEGER NOT NULL, rejected INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE finding(
      submission INTEGER NOT NULL, number INTEGER NOT NULL, "row" INTEGER NOT NULL,
      columnIndex INTEGER NOT NULL, columnTitle TEXT NOT NULL, rule TEXT NOT NULL,
      severity TEXT NOT NULL, value TEXT NOT NULL, expected TEXT, message TEXT NOT NULL, help TEXT,
      PRIMARY KEY(submission, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE auditEvent(
      number INTEGER PRIMARY KEY, seconds INTEGER NOT NULL, actor TEXT NOT NULL,
      action TEXT NOT NULL, pack TEXT NOT NULL, submission INTEGER, details TEXT NOT NULL,
      previousDigest TEXT NOT NULL, digest TEXT NOT NULL
    ) STRICT;
    """
}
