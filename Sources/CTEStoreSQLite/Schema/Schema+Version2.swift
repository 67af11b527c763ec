extension Schema {
  /// The second version: who saved a record last, a journal of what events did to records, who may do what, and the life
  /// of submissions.
  ///
  /// In a journal, a record without `saved` wasn't there before the event, and none is left without `leftSaved`.
  static let version2 = """
    ALTER TABLE organization ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_organization(
      event INTEGER NOT NULL, id INTEGER NOT NULL, kind INTEGER, name TEXT, parent INTEGER,
      submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, id)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE program ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_program(
      event INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT, cip INTEGER, cluster INTEGER,
      nontraditionalFor INTEGER, firstYear INTEGER, lastYear INTEGER, replacedBy INTEGER,
      submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, id)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE course ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_course(
      event INTEGER NOT NULL, program INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT,
      kind INTEGER, role INTEGER, scedCode INTEGER, submission INTEGER, "row" INTEGER,
      saved INTEGER, leftSubmission INTEGER, leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, program, id)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE credential ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_credential(
      event INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT, issuer INTEGER, ctid INTEGER,
      submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, id)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE credentialListing ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_credentialListing(
      event INTEGER NOT NULL, year INTEGER NOT NULL, program INTEGER NOT NULL,
      code INTEGER NOT NULL, credential INTEGER, category INTEGER, points INTEGER,
      submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, year, program, code)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE courseOffering ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_courseOffering(
      event INTEGER NOT NULL, year INTEGER NOT NULL, school INTEGER NOT NULL,
      program INTEGER NOT NULL, course INTEGER NOT NULL, provider INTEGER NOT NULL,
      submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, year, school, program, course, provider)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE student ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_student(
      event INTEGER NOT NULL, id INTEGER NOT NULL, firstName TEXT, middleName TEXT,
      lastName TEXT, birthDay INTEGER, gender INTEGER, race INTEGER, ethnicity INTEGER,
      grade INTEGER, cohortYear INTEGER, specialPopulations INTEGER, submission INTEGER,
      "row" INTEGER, saved INTEGER, leftSubmission INTEGER, leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, id)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE schoolEnrollment ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_schoolEnrollment(
      event INTEGER NOT NULL, year INTEGER NOT NULL, student INTEGER NOT NULL,
      school INTEGER NOT NULL, entryDay INTEGER NOT NULL, exitDay INTEGER, exitCode INTEGER,
      submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, year, student, school, entryDay)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE courseEnrollment ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_courseEnrollment(
      event INTEGER NOT NULL, year INTEGER NOT NULL, student INTEGER NOT NULL,
      school INTEGER NOT NULL, program INTEGER NOT NULL, course INTEGER NOT NULL,
      term INTEGER NOT NULL, period INTEGER NOT NULL, localTitle INTEGER NOT NULL,
      provider INTEGER, educator INTEGER, teacherName TEXT, teacherEmail TEXT, credits INTEGER,
      minutesPerWeek INTEGER, weeks INTEGER, studentType INTEGER, isCurrent INTEGER,
      submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
      leftRow INTEGER, leftSaved INTEGER,
      PRIMARY KEY(event, year, student, school, program, course, term, period, localTitle)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE credentialAttempt ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE earlier_credentialAttempt(
      event INTEGER NOT NULL, student INTEGER NOT NULL, credential INTEGER NOT NULL,
      year INTEGER, school INTEGER, program INTEGER, course INTEGER, provider INTEGER,
      credentialCode INTEGER, category INTEGER, day INTEGER, passed INTEGER,
      certificateNumber TEXT, suggestedTitle TEXT, submission INTEGER NOT NULL,
      "row" INTEGER NOT NULL, saved INTEGER, leftSubmission INTEGER, leftRow INTEGER,
      leftSaved INTEGER,
      PRIMARY KEY(event, student, credential, submission, "row")
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE submission ADD COLUMN event INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE submission ADD COLUMN withdrawnIn INTEGER;
    -- Submissions of the first version ended versions of records without keeping them.
    ALTER TABLE submission ADD COLUMN isJournaled INTEGER NOT NULL DEFAULT 0;
    UPDATE submission SET event = coalesce(
      (SELECT min(number) FROM auditEvent WHERE auditEvent.submission = submission.number), 0);
    ALTER TABLE finding ADD COLUMN officialName TEXT;
    CREATE TABLE ruleCount(
      submission INTEGER NOT NULL, number INTEGER NOT NULL, rule TEXT NOT NULL,
      severity TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY(submission, number)
    ) STRICT, WITHOUT ROWID;
    -- At most a thousand findings of a rule were kept, so these counts are exact below that.
    INSERT INTO ruleCount
      SELECT submission, row_number() OVER (PARTITION BY submission ORDER BY rule), rule, severity,
        count(*)
      FROM finding GROUP BY submission, rule, severity;

    CREATE TABLE actorGrant(
      actor TEXT NOT NULL, role TEXT NOT NULL, organization TEXT NOT NULL, program TEXT NOT NULL,
      PRIMARY KEY(actor, role, organization, program)
    ) STRICT, WITHOUT ROWID;
    -- Before there were grants, whoever made a tenant could do everything in it.
    INSERT INTO actorGrant
      SELECT actor, 'administrator', '', '' FROM auditEvent
      WHERE number = 1 AND actor <> 'local operator';
    """
}
