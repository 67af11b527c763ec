extension Schema {
  /// The third version: programs at schools with their classes, declarations that there are no credentials, decisions on
  /// suggested ones, previews of uploads, and roles for single programs at schools.
  ///
  /// An enrollment is told apart by its class too, so its tables are made anew.
  static let version3 = """
    CREATE TABLE key_offering(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE key_section(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

    CREATE TABLE programOffering(
      year INTEGER NOT NULL, id INTEGER NOT NULL, program INTEGER, title TEXT, type INTEGER,
      school INTEGER, agency INTEGER, isActive INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY(year, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE earlier_programOffering(
      event INTEGER NOT NULL, year INTEGER NOT NULL, id INTEGER NOT NULL, program INTEGER,
      title TEXT, type INTEGER, school INTEGER, agency INTEGER, isActive INTEGER,
      submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, year, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE section(
      year INTEGER NOT NULL, offering INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT,
      school INTEGER, program INTEGER, course INTEGER, term INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY(year, offering, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE earlier_section(
      event INTEGER NOT NULL, year INTEGER NOT NULL, offering INTEGER NOT NULL,
      id INTEGER NOT NULL, title TEXT, school INTEGER, program INTEGER, course INTEGER,
      term INTEGER, submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, year, offering, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE noCredentialsDeclaration(
      year INTEGER NOT NULL, offering INTEGER NOT NULL, program INTEGER, school INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY(year, offering)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE earlier_noCredentialsDeclaration(
      event INTEGER NOT NULL, year INTEGER NOT NULL, offering INTEGER NOT NULL, program INTEGER,
      school INTEGER, submission INTEGER, "row" INTEGER, saved INTEGER,
      leftSubmission INTEGER, leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, year, offering)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE credentialSuggestion(
      title INTEGER NOT NULL, program INTEGER NOT NULL, decision INTEGER, year INTEGER,
      code INTEGER, category INTEGER, listedTitle TEXT, reason TEXT,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY(title, program)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE earlier_credentialSuggestion(
      event INTEGER NOT NULL, title INTEGER NOT NULL, program INTEGER NOT NULL,
      decision INTEGER, year INTEGER, code INTEGER, category INTEGER, listedTitle TEXT,
      reason TEXT, submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, title, program)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE schoolEnrollment ADD COLUMN isCurrent INTEGER;
    ALTER TABLE earlier_schoolEnrollment ADD COLUMN isCurrent INTEGER;
    ALTER TABLE credentialAttempt ADD COLUMN offering INTEGER;
    ALTER TABLE earlier_credentialAttempt ADD COLUMN offering INTEGER;

    ALTER TABLE courseEnrollment RENAME TO courseEnrollment2;
    CREATE TABLE courseEnrollment(
      year INTEGER NOT NULL, student INTEGER NOT NULL, school INTEGER NOT NULL,
      program INTEGER NOT NULL, course INTEGER NOT NULL, term INTEGER NOT NULL,
      period INTEGER NOT NULL, localTitle INTEGER NOT NULL, offering INTEGER NOT NULL,
      section INTEGER NOT NULL, provider INTEGER, educator INTEGER, teacherName TEXT,
      teacherEmail TEXT, credits INTEGER, minutesPerWeek INTEGER, weeks INTEGER,
      studentType INTEGER, isCurrent INTEGER,
      submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY(year, student, school, program, course, term, period, localTitle, offering,
        section)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO courseEnrollment
      SELECT year, student, school, program, course, term, period, localTitle, 0, 0, provider,
        educator, teacherName, teacherEmail, credits, minutesPerWeek, weeks, studentType, isCurrent,
        submission, "row", saved
      FROM courseEnrollment2 ORDER BY year, student, school, program, course, term, period,
        localTitle;
    DROP TABLE courseEnrollment2;
    ALTER TABLE earlier_courseEnrollment RENAME TO earlier_courseEnrollment2;
    CREATE TABLE earlier_courseEnrollment(
      event INTEGER NOT NULL, year INTEGER NOT NULL, student INTEGER NOT NULL,
      school INTEGER NOT NULL, program INTEGER NOT NULL, course INTEGER NOT NULL,
      term INTEGER NOT NULL, period INTEGER NOT NULL, localTitle INTEGER NOT NULL,
      offering INTEGER NOT NULL, section INTEGER NOT NULL, provider INTEGER, educator INTEGER,
      teacherName TEXT, teacherEmail TEXT, credits INTEGER, minutesPerWeek INTEGER, weeks INTEGER,
      studentType INTEGER, isCurrent INTEGER,
      submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, year, student, school, program, course, term, period, localTitle,
        offering, section)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO earlier_courseEnrollment
      SELECT event, year, student, school, program, course, term, period, localTitle, 0, 0,
        provider, educator, teacherName, teacherEmail, credits, minutesPerWeek, weeks, studentType,
        isCurrent, submission, "row", saved, leftSubmission, leftRow, leftSaved
      FROM earlier_courseEnrollment2;
    DROP TABLE earlier_courseEnrollment2;

    -- A preview holds a file with its findings, and none of its records yet; only previews expire, and all do.
    ALTER TABLE submission ADD COLUMN expires INTEGER;
    -- What the pack's files were when a file was previewed.
    ALTER TABLE submission ADD COLUMN packDigest TEXT;

    ALTER TABLE actorGrant RENAME TO actorGrant2;
    CREATE TABLE actorGrant(
      actor TEXT NOT NULL, role TEXT NOT NULL, organization TEXT NOT NULL, program TEXT NOT NULL,
      offering TEXT NOT NULL,
      PRIMARY KEY(actor, role, organization, program, offering)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO actorGrant SELECT actor, role, organization, program, '' FROM actorGrant2;
    DROP TABLE actorGrant2;
    """
}
