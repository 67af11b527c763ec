import CTECore
import CTEModel
import CTEStore

extension CrossingCall {
  /// What brings something to a place.
  static let entering = [
    CrossingCall("importFile(_:format:at:on:isDryRun:reading:findings:progress:)") { attempt in
      let (place, next, home) = (attempt.place, attempt.next, attempt.home)
      let carried = place.credential(of: 5, code: 2)
        .replacing(",\(place.school),", with: ",\(next.school),")
      let files = [
        (
          "credentials",
          CrossingWorld.credentialTitles + place.credential(of: 1, code: 1)
            + place.credential(of: 1, code: 3) + carried + place.credential(of: 5, code: 1)
        ),
        (
          "enrollments",
          CrossingWorld.enrollmentTitles
            + "\(place.student(1)),\(place.school),\(place.program),C1,1.00,\(place.offering)\n"
            + "\(place.student(1)),\(next.school),\(next.program),C2,1.00,\(next.offering)\n"
            + "\(place.student(5)),\(place.school),\(place.program),C3,1.00,\(place.offering)\n"
            + "\(place.student(1)),\(home.school),\(home.program),C5,1.00,\(home.offering)\n"
        ),
        (
          "credentials",
          CrossingWorld.credentialTitles
            + "\(place.student(1)),\(home.school),\(home.program),\(home.code(3)),Y,,\(home.offering)\n"
        ),
        (
          "previews",
          CrossingWorld.credentialTitles + place.credential(of: 6, code: 3)
            + place.credential(of: 6, code: 1).replacing(place.offering, with: next.offering)
        ),
        ("programs", "Program Number,Program Title\nP1,Metal Work\n"),
      ]
      return try await attempt.each(files.flatMap { [($0, true), ($0, false)] }) { tenant, file in
        let ((format, text), isDryRun) = file
        let report = try await tenant.importFile(
          attempt.world.file(format, text), format: format, at: CrossingWorld.moment,
          isDryRun: isDryRun)
        return [try report.json()] + report.findings.map(\.told)
      }
    },
    CrossingCall("add(_:at:on:)") { attempt in
      let (place, next, home) = (attempt.place, attempt.next, attempt.home)
      var carried = place.draft(of: 4, code: 3)
      carried.values["school"] = next.school
      let enrollments = [place, home].map { school in
        RecordDraft(
          .courseEnrollment,
          [
            "student": place.student(4), "school": school.school, "program": school.program,
            "course": "C4", "offering": school.offering,
          ])
      }
      let drafts = [
        place.draft(of: 4, code: 3), place.draft(of: 1, code: 1), carried, enrollments[0],
        enrollments[0],
        enrollments[1],
        RecordDraft(.program, ["id": "P9", "title": "Program of \(place.school)"]),
        RecordDraft(.organization, ["id": "S9", "parent": place.district]),
        RecordDraft(.student, ["id": "9\(place.student(1))", "lastName": "New"]),
      ]
      return try await attempt.each(drafts) { tenant, draft in
        try await tenant.add(draft, at: CrossingWorld.moment).told
      }
    },
    CrossingCall("modify(_:of:_:at:on:)") { attempt in
      let (place, next) = (attempt.place, attempt.next)
      let changes = [
        (RecordType.credentialAttempt, place.credential, ["passed": "true"]),
        (.credentialAttempt, place.credential, ["school": next.school, "program": next.program]),
        (.credentialAttempt, place.credential, ["student": next.student(5)]),
        (.credentialAttempt, place.credential, ["offering": next.offering]),
        (.courseEnrollment, place.enrollment(of: 2), ["credits": "2.00"]),
        (.courseEnrollment, place.enrollment(of: 2), ["school": next.school]),
        (.student, place.member(1), ["lastName": "Other"]),
        (.schoolEnrollment, place.member(1), ["exitDay": "2026-05-01"]),
        (.program, RecordID(submission: 2, row: 2), ["title": "Program of \(place.school)"]),
        (.organization, RecordID(submission: 1, row: 2), ["name": "of \(place.school)"]),
      ]
      return try await attempt.each(changes) { tenant, change in
        try await tenant.modify(change.1, of: change.0, change.2, at: CrossingWorld.moment).told
      }
    },
  ]
}
