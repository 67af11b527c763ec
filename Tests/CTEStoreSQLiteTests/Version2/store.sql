-- A tenant's database as the second version made it, with the made-up people of Examples/Quickstart.
BEGIN TRANSACTION;
CREATE TABLE actorGrant(
  actor TEXT NOT NULL, role TEXT NOT NULL, organization TEXT NOT NULL, program TEXT NOT NULL,
  PRIMARY KEY(actor, role, organization, program)
) STRICT, WITHOUT ROWID;
INSERT INTO "actorGrant" VALUES('anna','readOnly','990401101','');
INSERT INTO "actorGrant" VALUES('ben','administrator','','');
INSERT INTO "actorGrant" VALUES('cara','modify','990401','52030000');
CREATE TABLE auditEvent(
  number INTEGER PRIMARY KEY, seconds INTEGER NOT NULL, actor TEXT NOT NULL,
  action TEXT NOT NULL, pack TEXT NOT NULL, submission INTEGER, details TEXT NOT NULL,
  previousDigest TEXT NOT NULL, digest TEXT NOT NULL
) STRICT;
INSERT INTO "auditEvent" VALUES(1,1795324927,'local operator','create tenant','arizona',NULL,'{"year":2022}','0000000000000000000000000000000000000000000000000000000000000000','1612946dadef5dea07bbd873b43e007249e88acfe1fc7e6344f144ef1a76f7f4');
INSERT INTO "auditEvent" VALUES(2,1795324927,'local operator','import organizations','arizona 0.3.0',1,'{"accepted":3,"changes":"060820a505b8442bb89e155f885b5e9abb649e2bdd7f2d99f6fa6449b72f2930","file":"6cd491f9dffc22fd57279c3677c1b12df0a0b094414092636662ab1c9f52379a","read":3,"rejected":0,"unchanged":0,"updated":0,"year":2022}','1612946dadef5dea07bbd873b43e007249e88acfe1fc7e6344f144ef1a76f7f4','aa1c3395bd6a63ca010fc9d019e341545e4732b20466428cd6f27c225596a788');
INSERT INTO "auditEvent" VALUES(3,1795324927,'local operator','import program-list','arizona 0.3.0',2,'{"accepted":2,"changes":"e7764a9dd19f2dfa30955611edacc47a2fca5fe287e0939d4eb18281054e45d7","file":"fc93369649536ee9a26a6a25ff8322f17e0ad7a474c704490efd3520a05ee8e9","read":2,"rejected":0,"unchanged":0,"updated":0,"year":2022}','aa1c3395bd6a63ca010fc9d019e341545e4732b20466428cd6f27c225596a788','5dfa4f520e0f02461ca28a629f51afdb2a28daba501c2b2909bbffa21343d401');
INSERT INTO "auditEvent" VALUES(4,1795324927,'local operator','import course-list','arizona 0.3.0',3,'{"accepted":5,"changes":"91cd2a774f70429dfb7422e5ab9a3b0011041b30a40f24a5f1ec4318bd593c04","file":"f134f6008b971cda73e163af9eea003c15abd3304e3eb17e26e5eb3a13d4be90","read":5,"rejected":0,"unchanged":0,"updated":0,"year":2022}','5dfa4f520e0f02461ca28a629f51afdb2a28daba501c2b2909bbffa21343d401','7141e8a451c7dfa0bc66bea6d7ecd196791ba8fec8144b9ad93a70d9d7672055');
INSERT INTO "auditEvent" VALUES(5,1795324928,'local operator','import coherent-sequence','arizona 0.3.0',4,'{"accepted":10,"changes":"622437ee1ca87466befcb0f60e517456d971e3edd0ac2c745cc4346d862425d6","file":"57b65fcd73629390a69e7d4f1ce86abcac1a1bb36793627a67e73849b422f3b7","read":10,"rejected":0,"unchanged":0,"updated":0,"year":2022}','7141e8a451c7dfa0bc66bea6d7ecd196791ba8fec8144b9ad93a70d9d7672055','05a58a3854a4d264c40bee0bf3c14822e259b73d11127821d07b7e224389acbe');
INSERT INTO "auditEvent" VALUES(6,1795324928,'local operator','import credential-list','arizona 0.3.0',5,'{"accepted":5,"changes":"e89bd19be88fc6f1a0f0cc12cc066d404e6a6dbca92899e5058dc68c5d29c35c","file":"ae081829c38f6f8beb055b07bc3a92133f23d9d0380fdb2083b6d45f9d0b1107","read":5,"rejected":0,"unchanged":0,"updated":0,"year":2022}','05a58a3854a4d264c40bee0bf3c14822e259b73d11127821d07b7e224389acbe','4817d076b697b29800cbcf11dc1e7735e98fed501cde9fa9bab4124ec3080030');
INSERT INTO "auditEvent" VALUES(7,1795324928,'local operator','import student-roster','arizona 0.3.0',6,'{"accepted":8,"changes":"61faeaa585a78d54a6afe699e2c10f1e34edb11387c6128b654cbc1a53d1f740","file":"ef0f46312623eded5acdce61afc51db55c6a25d904ed941dc84cb087eb39aadd","read":8,"rejected":0,"unchanged":0,"updated":0,"year":2022}','4817d076b697b29800cbcf11dc1e7735e98fed501cde9fa9bab4124ec3080030','e9acc8838f390a3f4241e772b676da5b450d1bd7333c9eaf1c10d3a72f8980dd');
INSERT INTO "auditEvent" VALUES(8,1795324928,'local operator','import enrollment-records','arizona 0.3.0',7,'{"accepted":40,"changes":"e53f7399ac6ed90643697ad129588f6f3d267786934004d52c388685cf381fe6","file":"87b47b8ac63a1015dc450c400442c8479a597f6379ddc16d4b95994636ee703d","read":40,"rejected":0,"unchanged":0,"updated":0,"year":2022}','e9acc8838f390a3f4241e772b676da5b450d1bd7333c9eaf1c10d3a72f8980dd','f00d7e773fb6572e17e34917d93603eb16ac338ea94e25b08743b5758d6570a3');
INSERT INTO "auditEvent" VALUES(9,1795324929,'local operator','import credential-records','arizona 0.3.0',8,'{"accepted":1,"changes":"91c4023d49292daebedf7fcaa6a88c5097f4c940c988b3ed857852a6886b748f","file":"a23392824b446154e996a6feb6e037651838c44fe939d2ad6a63fb5abf3774b7","read":1,"rejected":0,"unchanged":0,"updated":0,"year":2022}','f00d7e773fb6572e17e34917d93603eb16ac338ea94e25b08743b5758d6570a3','2121035b87509b3b592fd665a0f5e1f01df3df5f33033f08d0d0343faafce814');
INSERT INTO "auditEvent" VALUES(10,1795324929,'local operator','import credential-upload','arizona 0.3.0',9,'{"accepted":5,"changes":"3462b0800d103632d74e6005a08fc15f7571de114632605e7d42b02ef69e0321","file":"22d41018ef96f136ddaa1228c6ad92cc62707b7fbf4bc8c23d49776bb49e93e0","read":24,"rejected":19,"unchanged":0,"updated":0,"year":2022}','2121035b87509b3b592fd665a0f5e1f01df3df5f33033f08d0d0343faafce814','92f1b2dc114a44d70e9a8002ad8a4e95009b6af4c84b890c533e9bfb676826bb');
INSERT INTO "auditEvent" VALUES(11,1795324970,'local operator','import program-list','arizona 0.3.0',10,'{"accepted":0,"changes":"a8adec5f7cb36c20eef7310b69ae19789d2cd25c55e3b070b0b3ea5b02d811ab","file":"155c0c1003c10f0b8485d6ab301a7f25e0b7a1710a1802ca64c5be62ccfd8467","read":2,"rejected":0,"unchanged":1,"updated":1,"year":2022}','92f1b2dc114a44d70e9a8002ad8a4e95009b6af4c84b890c533e9bfb676826bb','30c1ed2821cf94d2d5ef339455d6c95773be3cfd01743e7f89c85a2b776dead4');
INSERT INTO "auditEvent" VALUES(12,1795324970,'local operator','give role','arizona 0.3.0',NULL,'{"actor":"anna","organization":"990401101","role":"readOnly"}','30c1ed2821cf94d2d5ef339455d6c95773be3cfd01743e7f89c85a2b776dead4','68b7176c13ee54875d368968f6b0fab613914537466c83d503cc7f1cda2202a5');
INSERT INTO "auditEvent" VALUES(13,1795324970,'local operator','give role','arizona 0.3.0',NULL,'{"actor":"ben","role":"administrator"}','68b7176c13ee54875d368968f6b0fab613914537466c83d503cc7f1cda2202a5','d266b54851db3ce7ad355b0e9277008ac49339d085818dfc5b501ac3f19bf46b');
INSERT INTO "auditEvent" VALUES(14,1795324970,'local operator','give role','arizona 0.3.0',NULL,'{"actor":"cara","organization":"990401","program":"52030000","role":"modify"}','d266b54851db3ce7ad355b0e9277008ac49339d085818dfc5b501ac3f19bf46b','3fe11c82c6a37aba3ae9d0c8ee20663358e8bef4772cea098b15c8abcf3125e7');
INSERT INTO "auditEvent" VALUES(15,1795324970,'ben','modify credentialAttempt','arizona 0.3.0',NULL,'{"after":"24d9000c485d0352191f6e399c2870dc0450408acb977626b170d445add2cbaf","before":"7c0070fef8a9acd70290dfa4654bfeed08ebca818e6d742c6773510943d73b43","fields":["certificateNumber"],"record":"9-5","year":2022}','3fe11c82c6a37aba3ae9d0c8ee20663358e8bef4772cea098b15c8abcf3125e7','5e574747c68b0095f6cb56e93978f308ed530cccb379193cae307d941f0a910a');
INSERT INTO "auditEvent" VALUES(16,1795324971,'ben','delete courseEnrollment','arizona 0.3.0',NULL,'{"changes":"e48597ccddd9f3ab7f77c7c08abe8e5a9fa6c2e483c1329581f2a01cbe2f1f3c","counts":{"courseEnrollment":{"removed":1}},"records":["7-6"],"year":2022}','5e574747c68b0095f6cb56e93978f308ed530cccb379193cae307d941f0a910a','1d0290e75eabe57e2509dc1dd084120dfab1a970c52cd694f96766ea62d14296');
INSERT INTO "auditEvent" VALUES(17,1795324971,'local operator','withdraw credential-records','arizona 0.3.0',8,'{"changes":"4ea47c77fa507b76bf9b554959fdd5853f9015301e72a8f0671003180c84ddb1","counts":{"credentialAttempt":{"removed":1}},"year":2022}','1d0290e75eabe57e2509dc1dd084120dfab1a970c52cd694f96766ea62d14296','332f677261fca37494a5558043ad2885e0eadeba162cfe9b4dc6d7daa156166b');
CREATE TABLE course(
  program INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT, kind INTEGER, role INTEGER,
  scedCode INTEGER,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(program, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "course" VALUES(1,1,'Accounting I',6,NULL,NULL,3,2,0);
INSERT INTO "course" VALUES(1,2,'Accounting II',6,NULL,NULL,3,3,0);
INSERT INTO "course" VALUES(1,3,'Accounting Internship',5,NULL,NULL,3,4,0);
INSERT INTO "course" VALUES(2,4,'Culinary Arts I',6,NULL,NULL,3,5,0);
INSERT INTO "course" VALUES(2,5,'Culinary Arts II',6,NULL,NULL,3,6,0);
CREATE TABLE courseEnrollment(
  year INTEGER NOT NULL, student INTEGER NOT NULL, school INTEGER NOT NULL,
  program INTEGER NOT NULL, course INTEGER NOT NULL, term INTEGER NOT NULL,
  period INTEGER NOT NULL, localTitle INTEGER NOT NULL, provider INTEGER, educator INTEGER,
  teacherName TEXT, teacherEmail TEXT, credits INTEGER, minutesPerWeek INTEGER, weeks INTEGER,
  studentType INTEGER, isCurrent INTEGER,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(year, student, school, program, course, term, period, localTitle)
) STRICT, WITHOUT ROWID;
INSERT INTO "courseEnrollment" VALUES(2021,2,3,2,4,17,0,0,NULL,NULL,NULL,NULL,100,NULL,NULL,NULL,NULL,7,11,0);
INSERT INTO "courseEnrollment" VALUES(2021,3,3,1,1,17,0,0,NULL,NULL,NULL,NULL,100,NULL,NULL,NULL,NULL,7,16,0);
INSERT INTO "courseEnrollment" VALUES(2021,4,3,2,4,17,0,0,NULL,NULL,NULL,NULL,100,NULL,NULL,NULL,NULL,7,21,0);
INSERT INTO "courseEnrollment" VALUES(2021,5,3,1,1,17,0,0,NULL,NULL,NULL,NULL,100,NULL,NULL,NULL,NULL,7,26,0);
INSERT INTO "courseEnrollment" VALUES(2021,6,4,2,4,17,0,0,NULL,NULL,NULL,NULL,100,NULL,NULL,NULL,NULL,7,31,0);
INSERT INTO "courseEnrollment" VALUES(2021,7,4,1,1,17,0,0,NULL,NULL,NULL,NULL,100,NULL,NULL,NULL,NULL,7,36,0);
INSERT INTO "courseEnrollment" VALUES(2021,8,4,2,4,17,0,0,NULL,NULL,NULL,NULL,100,NULL,NULL,NULL,NULL,7,41,0);
INSERT INTO "courseEnrollment" VALUES(2022,1,3,1,1,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,2,0);
INSERT INTO "courseEnrollment" VALUES(2022,1,3,1,1,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,3,0);
INSERT INTO "courseEnrollment" VALUES(2022,1,3,1,2,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,4,0);
INSERT INTO "courseEnrollment" VALUES(2022,1,3,1,2,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,5,0);
INSERT INTO "courseEnrollment" VALUES(2022,2,3,2,4,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,7,0);
INSERT INTO "courseEnrollment" VALUES(2022,2,3,2,4,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,8,0);
INSERT INTO "courseEnrollment" VALUES(2022,2,3,2,5,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,9,0);
INSERT INTO "courseEnrollment" VALUES(2022,2,3,2,5,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,10,0);
INSERT INTO "courseEnrollment" VALUES(2022,3,3,1,1,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,12,0);
INSERT INTO "courseEnrollment" VALUES(2022,3,3,1,1,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,13,0);
INSERT INTO "courseEnrollment" VALUES(2022,3,3,1,2,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,14,0);
INSERT INTO "courseEnrollment" VALUES(2022,3,3,1,2,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,15,0);
INSERT INTO "courseEnrollment" VALUES(2022,4,3,2,4,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,17,0);
INSERT INTO "courseEnrollment" VALUES(2022,4,3,2,4,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,18,0);
INSERT INTO "courseEnrollment" VALUES(2022,4,3,2,5,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,19,0);
INSERT INTO "courseEnrollment" VALUES(2022,4,3,2,5,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,20,0);
INSERT INTO "courseEnrollment" VALUES(2022,5,3,1,1,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,22,0);
INSERT INTO "courseEnrollment" VALUES(2022,5,3,1,1,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,23,0);
INSERT INTO "courseEnrollment" VALUES(2022,5,3,1,2,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,24,0);
INSERT INTO "courseEnrollment" VALUES(2022,5,3,1,2,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,25,0);
INSERT INTO "courseEnrollment" VALUES(2022,6,4,2,4,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,27,0);
INSERT INTO "courseEnrollment" VALUES(2022,6,4,2,4,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,28,0);
INSERT INTO "courseEnrollment" VALUES(2022,6,4,2,5,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,29,0);
INSERT INTO "courseEnrollment" VALUES(2022,6,4,2,5,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,30,0);
INSERT INTO "courseEnrollment" VALUES(2022,7,4,1,1,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,32,0);
INSERT INTO "courseEnrollment" VALUES(2022,7,4,1,1,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,33,0);
INSERT INTO "courseEnrollment" VALUES(2022,7,4,1,2,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,34,0);
INSERT INTO "courseEnrollment" VALUES(2022,7,4,1,2,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,35,0);
INSERT INTO "courseEnrollment" VALUES(2022,8,4,2,4,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,37,0);
INSERT INTO "courseEnrollment" VALUES(2022,8,4,2,4,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,38,0);
INSERT INTO "courseEnrollment" VALUES(2022,8,4,2,5,17,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,39,0);
INSERT INTO "courseEnrollment" VALUES(2022,8,4,2,5,18,0,0,NULL,NULL,NULL,NULL,50,NULL,NULL,NULL,NULL,7,40,0);
CREATE TABLE courseOffering(
  year INTEGER NOT NULL, school INTEGER NOT NULL, program INTEGER NOT NULL,
  course INTEGER NOT NULL, provider INTEGER NOT NULL,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(year, school, program, course, provider)
) STRICT, WITHOUT ROWID;
INSERT INTO "courseOffering" VALUES(2022,3,1,1,3,4,2,0);
INSERT INTO "courseOffering" VALUES(2022,3,1,2,3,4,3,0);
INSERT INTO "courseOffering" VALUES(2022,3,1,3,3,4,4,0);
INSERT INTO "courseOffering" VALUES(2022,3,2,4,3,4,5,0);
INSERT INTO "courseOffering" VALUES(2022,3,2,5,5,4,6,0);
INSERT INTO "courseOffering" VALUES(2022,4,1,1,4,4,7,0);
INSERT INTO "courseOffering" VALUES(2022,4,1,2,4,4,8,0);
INSERT INTO "courseOffering" VALUES(2022,4,1,3,4,4,9,0);
INSERT INTO "courseOffering" VALUES(2022,4,2,4,4,4,10,0);
INSERT INTO "courseOffering" VALUES(2022,4,2,5,5,4,11,0);
CREATE TABLE credential(
  id INTEGER PRIMARY KEY, title TEXT, issuer INTEGER, ctid INTEGER,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL
, saved INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "credential" VALUES(1,'Sample Bookkeeper',NULL,NULL,5,2,0);
INSERT INTO "credential" VALUES(2,'Sample Spreadsheet Associate',NULL,NULL,5,6,0);
INSERT INTO "credential" VALUES(3,'Sample Food Handler',NULL,NULL,5,4,0);
INSERT INTO "credential" VALUES(4,'Sample Kitchen Manager',NULL,NULL,5,5,0);
CREATE TABLE credentialAttempt(
  student INTEGER NOT NULL, credential INTEGER NOT NULL, year INTEGER, school INTEGER,
  program INTEGER, course INTEGER, provider INTEGER, credentialCode INTEGER, category INTEGER,
  day INTEGER, passed INTEGER, certificateNumber TEXT, suggestedTitle TEXT,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(student, credential, submission, "row")
) STRICT, WITHOUT ROWID;
INSERT INTO "credentialAttempt" VALUES(1,2,2022,3,1,1,3,2,NULL,738099,1,'SA-2001',NULL,9,2,0);
INSERT INTO "credentialAttempt" VALUES(2,3,2022,3,2,4,3,3,NULL,738221,1,'FH 12, 7',NULL,9,3,0);
INSERT INTO "credentialAttempt" VALUES(3,1,2022,3,1,1,3,1,NULL,738259,0,NULL,NULL,9,4,0);
INSERT INTO "credentialAttempt" VALUES(4,3,2022,3,2,4,3,3,NULL,738265,1,'SAMPLE-9',NULL,9,5,15);
INSERT INTO "credentialAttempt" VALUES(8,4,2022,4,2,4,4,4,NULL,738284,1,'KM-77',NULL,9,22,0);
CREATE TABLE credentialListing(
  year INTEGER NOT NULL, program INTEGER NOT NULL, code INTEGER NOT NULL, credential INTEGER,
  category INTEGER, points INTEGER,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(year, program, code)
) STRICT, WITHOUT ROWID;
INSERT INTO "credentialListing" VALUES(2022,1,1,1,NULL,NULL,5,2,0);
INSERT INTO "credentialListing" VALUES(2022,1,2,2,NULL,NULL,5,3,0);
INSERT INTO "credentialListing" VALUES(2022,2,3,3,NULL,NULL,5,4,0);
INSERT INTO "credentialListing" VALUES(2022,2,4,4,NULL,NULL,5,5,0);
INSERT INTO "credentialListing" VALUES(2022,2,5,2,NULL,NULL,5,6,0);
CREATE TABLE earlier_course(
  event INTEGER NOT NULL, program INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT,
  kind INTEGER, role INTEGER, scedCode INTEGER, submission INTEGER, "row" INTEGER,
  saved INTEGER, leftSubmission INTEGER, leftRow INTEGER, leftSaved INTEGER,
  PRIMARY KEY(event, program, id)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "earlier_courseEnrollment" VALUES(16,2021,1,3,1,1,17,0,0,NULL,NULL,NULL,NULL,100,NULL,NULL,NULL,NULL,7,6,0,NULL,NULL,NULL);
CREATE TABLE earlier_courseOffering(
  event INTEGER NOT NULL, year INTEGER NOT NULL, school INTEGER NOT NULL,
  program INTEGER NOT NULL, course INTEGER NOT NULL, provider INTEGER NOT NULL,
  submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
  leftRow INTEGER, leftSaved INTEGER,
  PRIMARY KEY(event, year, school, program, course, provider)
) STRICT, WITHOUT ROWID;
CREATE TABLE earlier_credential(
  event INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT, issuer INTEGER, ctid INTEGER,
  submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
  leftRow INTEGER, leftSaved INTEGER,
  PRIMARY KEY(event, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE earlier_credentialAttempt(
  event INTEGER NOT NULL, student INTEGER NOT NULL, credential INTEGER NOT NULL,
  year INTEGER, school INTEGER, program INTEGER, course INTEGER, provider INTEGER,
  credentialCode INTEGER, category INTEGER, day INTEGER, passed INTEGER,
  certificateNumber TEXT, suggestedTitle TEXT, submission INTEGER NOT NULL,
  "row" INTEGER NOT NULL, saved INTEGER, leftSubmission INTEGER, leftRow INTEGER,
  leftSaved INTEGER,
  PRIMARY KEY(event, student, credential, submission, "row")
) STRICT, WITHOUT ROWID;
INSERT INTO "earlier_credentialAttempt" VALUES(15,4,3,2022,3,2,4,3,3,NULL,738265,1,NULL,NULL,9,5,0,9,5,15);
INSERT INTO "earlier_credentialAttempt" VALUES(17,1,1,2022,3,1,1,3,1,NULL,738075,1,'SB-1001',NULL,8,2,0,NULL,NULL,NULL);
CREATE TABLE earlier_credentialListing(
  event INTEGER NOT NULL, year INTEGER NOT NULL, program INTEGER NOT NULL,
  code INTEGER NOT NULL, credential INTEGER, category INTEGER, points INTEGER,
  submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
  leftRow INTEGER, leftSaved INTEGER,
  PRIMARY KEY(event, year, program, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE earlier_organization(
  event INTEGER NOT NULL, id INTEGER NOT NULL, kind INTEGER, name TEXT, parent INTEGER,
  submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
  leftRow INTEGER, leftSaved INTEGER,
  PRIMARY KEY(event, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE earlier_program(
  event INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT, cip INTEGER, cluster INTEGER,
  nontraditionalFor INTEGER, firstYear INTEGER, lastYear INTEGER, replacedBy INTEGER,
  submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
  leftRow INTEGER, leftSaved INTEGER,
  PRIMARY KEY(event, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "earlier_program" VALUES(11,2,'Culinary Arts',NULL,NULL,NULL,NULL,NULL,NULL,2,3,0,10,3,0);
CREATE TABLE earlier_schoolEnrollment(
  event INTEGER NOT NULL, year INTEGER NOT NULL, student INTEGER NOT NULL,
  school INTEGER NOT NULL, entryDay INTEGER NOT NULL, exitDay INTEGER, exitCode INTEGER,
  submission INTEGER, "row" INTEGER, saved INTEGER, leftSubmission INTEGER,
  leftRow INTEGER, leftSaved INTEGER,
  PRIMARY KEY(event, year, student, school, entryDay)
) STRICT, WITHOUT ROWID;
CREATE TABLE earlier_student(
  event INTEGER NOT NULL, id INTEGER NOT NULL, firstName TEXT, middleName TEXT,
  lastName TEXT, birthDay INTEGER, gender INTEGER, race INTEGER, ethnicity INTEGER,
  grade INTEGER, cohortYear INTEGER, specialPopulations INTEGER, submission INTEGER,
  "row" INTEGER, saved INTEGER, leftSubmission INTEGER, leftRow INTEGER, leftSaved INTEGER,
  PRIMARY KEY(event, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding(
  submission INTEGER NOT NULL, number INTEGER NOT NULL, "row" INTEGER NOT NULL,
  columnIndex INTEGER NOT NULL, columnTitle TEXT NOT NULL, rule TEXT NOT NULL,
  severity TEXT NOT NULL, value TEXT NOT NULL, expected TEXT, message TEXT NOT NULL, help TEXT, officialName TEXT,
  PRIMARY KEY(submission, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "finding" VALUES(9,1,6,0,'FiscalYear','arizona:submission/fiscal-year-differs','error','2021','2022','the fiscal year is 2021, but this upload is for 2022','Enter the year of the upload in every row; credentials of another year are uploaded in that year.',NULL);
INSERT INTO "finding" VALUES(9,2,7,0,'FiscalYear','cell/not-a-year','error','FY22','2022','"FY22" is no fiscal year of four digits','Enter the year in which the fiscal year ends.',NULL);
INSERT INTO "finding" VALUES(9,3,8,1,'School of Residence CTDS','cell/not-digits','error','99-04-01-102','990401102','"99-04-01-102" isn''t 9 digits','Enter digits only, without dashes, periods or blanks.',NULL);
INSERT INTO "finding" VALUES(9,4,9,4,'Course Taught By CTDS','cell/not-digits','error','99040110O','9 digits','"99040110O" isn''t 9 digits','Enter digits only, without dashes, periods or blanks.',NULL);
INSERT INTO "finding" VALUES(9,5,10,5,'Student SUID Number','arizona:student/unknown','error','0099999999',NULL,'no student has the SUID 0099999999','Check the SUID against AzEDS; a student needs an enrollment before a credential can be entered.',NULL);
INSERT INTO "finding" VALUES(9,6,11,6,'Student Birth Date','arizona:student/birth-date-differs','error','05/18/2004',NULL,'the birth date isn''t the one that AzEDS has for SUID 0009900007','Check whether the SUID is this student''s, then the birth date, written mm/dd/yyyy.',NULL);
INSERT INTO "finding" VALUES(9,7,12,2,'Program Number','arizona:credential/program-not-enrolled','error','12050000',NULL,'SUID 0009900007 has no 2022 enrollment in program 12050000 at school 990401102','Check the school of residence and the program number, or upload the enrollment first.',NULL);
INSERT INTO "finding" VALUES(9,8,13,3,'Course Number','arizona:credential/course-not-of-program','error','12050010',NULL,'course 12050010 doesn''t belong to program 52030000','Check the course number against the program''s coherent sequence.',NULL);
INSERT INTO "finding" VALUES(9,9,14,3,'Course Number','arizona:credential/course-not-enrolled','error','52030075',NULL,'SUID 0009900007 has no 2022 enrollment in course 52030075 of program 52030000 at school 990401102','Check the course number, or upload the enrollment first.',NULL);
INSERT INTO "finding" VALUES(9,10,15,4,'Course Taught By CTDS','arizona:credential/provider-not-on-sequence','error','990801001',NULL,'school 990801001 doesn''t provide course 12050010 of program 12050000 on the 2022 coherent sequence of school 990401102','Enter the school that teaches the course; if it is the school of residence, repeat that number.',NULL);
INSERT INTO "finding" VALUES(9,11,16,7,'Test Date','cell/not-a-day','error','02/30/2022','mm/dd/yyyy','"02/30/2022" is no day of the calendar; expected mm/dd/yyyy','Enter month, day and year of a day that exists.',NULL);
INSERT INTO "finding" VALUES(9,12,17,8,'Pass/Fail','cell/not-listed','error','Yes','Y, N','"Yes" isn''t one of Y, N','Enter it exactly as listed, in upper and lower case as shown.',NULL);
INSERT INTO "finding" VALUES(9,13,18,9,'Credential Code','arizona:credential/not-listed','error','S101',NULL,'credential code S101 isn''t on the 2022 list for program 12050000','Look the code up in the credential list of this fiscal year; codes change every year.',NULL);
INSERT INTO "finding" VALUES(9,14,19,9,'Credential Code','cell/missing','error','',NULL,'the cell is empty','Fill the cell in; only columns that say so may be left empty.',NULL);
INSERT INTO "finding" VALUES(9,15,20,9,'Credential Code','arizona:credential/already-recorded','error','S101',NULL,'Sample Bookkeeper is recorded for SUID 0009900001 already','A credential is recorded once per student. To change the recorded one, modify it; otherwise leave this row out.','The credential record exists for the student');
INSERT INTO "finding" VALUES(9,16,21,9,'Credential Code','arizona:credential/repeated-in-file','error','S101',NULL,'an earlier row of this file has Sample Bookkeeper for SUID 0009900003 with other details','A credential is recorded once per student. Keep the right row and remove the other.',NULL);
INSERT INTO "finding" VALUES(9,17,23,10,'Optional Certificate/License Number','cell/too-long','error','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx','at most 50 characters','the text has 51 characters, more than 50','Shorten it.',NULL);
INSERT INTO "finding" VALUES(9,18,24,11,'','row/too-many-cells','error','',NULL,'the row has 12 cells, but there are 11 titles','A value with a comma or another separator in it needs quotation marks around it.',NULL);
INSERT INTO "finding" VALUES(9,19,25,10,'Optional Certificate/License Number','cell/not-readable','error','Caf� 9',NULL,'the cell has letters that can''t be read in the file''s encoding','Save the file as CSV (UTF-8) and upload it again.',NULL);
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1');
INSERT INTO "grdb_migrations" VALUES('2');
CREATE TABLE key_course(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "key_course" VALUES(1,'52030010');
INSERT INTO "key_course" VALUES(2,'52030020');
INSERT INTO "key_course" VALUES(3,'52030075');
INSERT INTO "key_course" VALUES(4,'12050010');
INSERT INTO "key_course" VALUES(5,'12050020');
CREATE TABLE key_credential(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "key_credential" VALUES(1,'sample bookkeeper');
INSERT INTO "key_credential" VALUES(2,'sample spreadsheet associate');
INSERT INTO "key_credential" VALUES(3,'sample food handler');
INSERT INTO "key_credential" VALUES(4,'sample kitchen manager');
CREATE TABLE key_credentialCode(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "key_credentialCode" VALUES(1,'S101');
INSERT INTO "key_credentialCode" VALUES(2,'S102');
INSERT INTO "key_credentialCode" VALUES(3,'S201');
INSERT INTO "key_credentialCode" VALUES(4,'S202');
INSERT INTO "key_credentialCode" VALUES(5,'S203');
CREATE TABLE key_educator(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE key_organization(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "key_organization" VALUES(1,'990401');
INSERT INTO "key_organization" VALUES(2,'990801');
INSERT INTO "key_organization" VALUES(3,'990401101');
INSERT INTO "key_organization" VALUES(4,'990401102');
INSERT INTO "key_organization" VALUES(5,'990801001');
CREATE TABLE key_program(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "key_program" VALUES(1,'52030000');
INSERT INTO "key_program" VALUES(2,'12050000');
CREATE TABLE key_student(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "key_student" VALUES(1,'0009900001');
INSERT INTO "key_student" VALUES(2,'0009900002');
INSERT INTO "key_student" VALUES(3,'0009900003');
INSERT INTO "key_student" VALUES(4,'0009900004');
INSERT INTO "key_student" VALUES(5,'0009900005');
INSERT INTO "key_student" VALUES(6,'0009900006');
INSERT INTO "key_student" VALUES(7,'0009900007');
INSERT INTO "key_student" VALUES(8,'0009900008');
CREATE TABLE key_word(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "key_word" VALUES(1,'district');
INSERT INTO "key_word" VALUES(2,'school');
INSERT INTO "key_word" VALUES(5,'internship');
INSERT INTO "key_word" VALUES(6,'regular');
INSERT INTO "key_word" VALUES(7,'M');
INSERT INTO "key_word" VALUES(8,'F');
INSERT INTO "key_word" VALUES(9,'disability,homeless');
INSERT INTO "key_word" VALUES(10,'englishLearner');
INSERT INTO "key_word" VALUES(11,'migrant,singleParent');
INSERT INTO "key_word" VALUES(12,'militaryParent,nontraditionalField');
INSERT INTO "key_word" VALUES(13,'economicallyDisadvantaged,fosterCare');
INSERT INTO "key_word" VALUES(16,'G');
INSERT INTO "key_word" VALUES(17,'1');
INSERT INTO "key_word" VALUES(18,'2');
CREATE TABLE organization(
  id INTEGER PRIMARY KEY, kind INTEGER, name TEXT, parent INTEGER,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL
, saved INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "organization" VALUES(1,1,NULL,NULL,1,3,0);
INSERT INTO "organization" VALUES(2,1,NULL,NULL,1,4,0);
INSERT INTO "organization" VALUES(3,2,'Sample Ridge High School',1,1,2,0);
INSERT INTO "organization" VALUES(4,2,'Sample Valley High School',1,1,3,0);
INSERT INTO "organization" VALUES(5,2,'Sample Technical Campus',2,1,4,0);
CREATE TABLE program(
  id INTEGER PRIMARY KEY, title TEXT, cip INTEGER, cluster INTEGER, nontraditionalFor INTEGER,
  firstYear INTEGER, lastYear INTEGER, replacedBy INTEGER,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL
, saved INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "program" VALUES(1,'Accounting',NULL,NULL,NULL,NULL,NULL,NULL,2,2,0);
INSERT INTO "program" VALUES(2,'Culinary Arts and Hospitality',NULL,NULL,NULL,NULL,NULL,NULL,10,3,0);
CREATE TABLE ruleCount(
  submission INTEGER NOT NULL, number INTEGER NOT NULL, rule TEXT NOT NULL,
  severity TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY(submission, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "ruleCount" VALUES(9,1,'cell/missing','error',1);
INSERT INTO "ruleCount" VALUES(9,2,'cell/not-digits','error',2);
INSERT INTO "ruleCount" VALUES(9,3,'cell/not-listed','error',1);
INSERT INTO "ruleCount" VALUES(9,4,'cell/not-a-day','error',1);
INSERT INTO "ruleCount" VALUES(9,5,'cell/not-a-year','error',1);
INSERT INTO "ruleCount" VALUES(9,6,'cell/too-long','error',1);
INSERT INTO "ruleCount" VALUES(9,7,'cell/not-readable','error',1);
INSERT INTO "ruleCount" VALUES(9,8,'row/too-many-cells','error',1);
INSERT INTO "ruleCount" VALUES(9,9,'arizona:credential/already-recorded','error',1);
INSERT INTO "ruleCount" VALUES(9,10,'arizona:credential/repeated-in-file','error',1);
INSERT INTO "ruleCount" VALUES(9,11,'arizona:student/unknown','error',1);
INSERT INTO "ruleCount" VALUES(9,12,'arizona:credential/program-not-enrolled','error',1);
INSERT INTO "ruleCount" VALUES(9,13,'arizona:credential/course-not-of-program','error',1);
INSERT INTO "ruleCount" VALUES(9,14,'arizona:credential/course-not-enrolled','error',1);
INSERT INTO "ruleCount" VALUES(9,15,'arizona:credential/not-listed','error',1);
INSERT INTO "ruleCount" VALUES(9,16,'arizona:credential/provider-not-on-sequence','error',1);
INSERT INTO "ruleCount" VALUES(9,17,'arizona:student/birth-date-differs','error',1);
INSERT INTO "ruleCount" VALUES(9,18,'arizona:submission/fiscal-year-differs','error',1);
CREATE TABLE schoolEnrollment(
  year INTEGER NOT NULL, student INTEGER NOT NULL, school INTEGER NOT NULL,
  entryDay INTEGER NOT NULL, exitDay INTEGER, exitCode INTEGER,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL, saved INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(year, student, school, entryDay)
) STRICT, WITHOUT ROWID;
INSERT INTO "schoolEnrollment" VALUES(2022,1,3,0,NULL,NULL,6,2,0);
INSERT INTO "schoolEnrollment" VALUES(2022,2,3,0,NULL,16,6,3,0);
INSERT INTO "schoolEnrollment" VALUES(2022,3,3,0,NULL,NULL,6,4,0);
INSERT INTO "schoolEnrollment" VALUES(2022,4,3,0,NULL,NULL,6,5,0);
INSERT INTO "schoolEnrollment" VALUES(2022,5,3,0,NULL,NULL,6,6,0);
INSERT INTO "schoolEnrollment" VALUES(2022,6,4,0,NULL,NULL,6,7,0);
INSERT INTO "schoolEnrollment" VALUES(2022,7,4,0,NULL,NULL,6,8,0);
INSERT INTO "schoolEnrollment" VALUES(2022,8,4,0,NULL,NULL,6,9,0);
CREATE TABLE student(
  id INTEGER PRIMARY KEY, firstName TEXT, middleName TEXT, lastName TEXT, birthDay INTEGER,
  gender INTEGER, race INTEGER, ethnicity INTEGER, grade INTEGER, cohortYear INTEGER,
  specialPopulations INTEGER,
  submission INTEGER NOT NULL, "row" INTEGER NOT NULL
, saved INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "student" VALUES(1,'Avery',NULL,'Sample',731649,7,NULL,NULL,NULL,NULL,9,6,2,0);
INSERT INTO "student" VALUES(2,'Blake',NULL,'Sample',731915,8,NULL,NULL,NULL,NULL,10,6,3,0);
INSERT INTO "student" VALUES(3,'Casey',NULL,'Sample',731961,7,NULL,NULL,NULL,NULL,11,6,4,0);
INSERT INTO "student" VALUES(4,'Drew',NULL,'Sample',732118,8,NULL,NULL,NULL,NULL,12,6,5,0);
INSERT INTO "student" VALUES(5,'Emery',NULL,'Sample',731795,7,NULL,NULL,NULL,NULL,13,6,6,0);
INSERT INTO "student" VALUES(6,'Finley',NULL,'Sample',732005,8,NULL,NULL,NULL,NULL,9,6,7,0);
INSERT INTO "student" VALUES(7,'Gray',NULL,'Sample',731718,7,NULL,NULL,NULL,NULL,10,6,8,0);
INSERT INTO "student" VALUES(8,'Harper',NULL,'Sample',732192,8,NULL,NULL,NULL,NULL,11,6,9,0);
CREATE TABLE submission(
  number INTEGER PRIMARY KEY, format TEXT NOT NULL, fileName TEXT NOT NULL,
  fileDigest TEXT NOT NULL, pack TEXT NOT NULL, year INTEGER NOT NULL, actor TEXT NOT NULL,
  seconds INTEGER NOT NULL, "read" INTEGER NOT NULL, accepted INTEGER NOT NULL,
  unchanged INTEGER NOT NULL, updated INTEGER NOT NULL, rejected INTEGER NOT NULL
, event INTEGER NOT NULL DEFAULT 0, withdrawnIn INTEGER, isJournaled INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "submission" VALUES(1,'organizations','school.csv','6cd491f9dffc22fd57279c3677c1b12df0a0b094414092636662ab1c9f52379a','arizona 0.3.0',2022,'local operator',1795324927,3,3,0,0,0,2,NULL,1);
INSERT INTO "submission" VALUES(2,'program-list','program.csv','fc93369649536ee9a26a6a25ff8322f17e0ad7a474c704490efd3520a05ee8e9','arizona 0.3.0',2022,'local operator',1795324927,2,2,0,0,0,3,NULL,1);
INSERT INTO "submission" VALUES(3,'course-list','course.csv','f134f6008b971cda73e163af9eea003c15abd3304e3eb17e26e5eb3a13d4be90','arizona 0.3.0',2022,'local operator',1795324927,5,5,0,0,0,4,NULL,1);
INSERT INTO "submission" VALUES(4,'coherent-sequence','coherent_sequence.csv','57b65fcd73629390a69e7d4f1ce86abcac1a1bb36793627a67e73849b422f3b7','arizona 0.3.0',2022,'local operator',1795324928,10,10,0,0,0,5,NULL,1);
INSERT INTO "submission" VALUES(5,'credential-list','credential_list.csv','ae081829c38f6f8beb055b07bc3a92133f23d9d0380fdb2083b6d45f9d0b1107','arizona 0.3.0',2022,'local operator',1795324928,5,5,0,0,0,6,NULL,1);
INSERT INTO "submission" VALUES(6,'student-roster','student.csv','ef0f46312623eded5acdce61afc51db55c6a25d904ed941dc84cb087eb39aadd','arizona 0.3.0',2022,'local operator',1795324928,8,8,0,0,0,7,NULL,1);
INSERT INTO "submission" VALUES(7,'enrollment-records','enrollment.csv','87b47b8ac63a1015dc450c400442c8479a597f6379ddc16d4b95994636ee703d','arizona 0.3.0',2022,'local operator',1795324928,40,40,0,0,0,8,NULL,1);
INSERT INTO "submission" VALUES(8,'credential-records','credential.csv','a23392824b446154e996a6feb6e037651838c44fe939d2ad6a63fb5abf3774b7','arizona 0.3.0',2022,'local operator',1795324929,1,1,0,0,0,9,17,1);
INSERT INTO "submission" VALUES(9,'credential-upload','upload.csv','22d41018ef96f136ddaa1228c6ad92cc62707b7fbf4bc8c23d49776bb49e93e0','arizona 0.3.0',2022,'local operator',1795324929,24,5,0,0,19,10,NULL,1);
INSERT INTO "submission" VALUES(10,'program-list','renamed.csv','155c0c1003c10f0b8485d6ab301a7f25e0b7a1710a1802ca64c5be62ccfd8467','arizona 0.3.0',2022,'local operator',1795324970,2,0,1,1,0,11,NULL,1);
CREATE TABLE tenant(
  pack TEXT NOT NULL, year INTEGER NOT NULL
) STRICT;
INSERT INTO "tenant" VALUES('arizona',2022);
COMMIT;
