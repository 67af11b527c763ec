import CTECore
import CTEModel
import CTEStore

extension CrossingCall {
  /// What names nothing that belongs to a place.
  static let reading = [
    CrossingCall("all(in:as:)", naming: .nothing) { attempt in
      // Whoever sits at the console sees all tenants.
      guard attempt.person.actor != .localOperator else { return [] }
      return try await Tenant.all(in: attempt.world.store, as: attempt.person.actor).map(\.name)
    },
    CrossingCall("init(_:in:packs:as:on:)", naming: .tenants) { attempt in
      try await attempt.eachTenant { try await attempt.world.tenant($0, as: attempt.person.actor) }
    },
    CrossingCall("requireAdministrator(_:of:to:in:packs:)", naming: .tenants) { attempt in
      try await attempt.eachTenant { id in
        try await Tenant.requireAdministrator(
          attempt.person.actor, of: id, to: "delete it", in: attempt.world.store,
          packs: attempt.world.packs)
      }
    },
    CrossingCall("upgrade(_:pack:year:in:packs:as:isPlan:at:)", naming: .tenants) { attempt in
      var told: [String] = []
      for isPlan in [true, false] {
        told += try await attempt.eachTenant { id in
          let report = try await Tenant.upgrade(
            id, in: attempt.world.store, packs: attempt.world.packs, as: attempt.person.actor,
            isPlan: isPlan, at: CrossingWorld.moment)
          told.append(report.text())
        }
      }
      return told
    },
    CrossingCall("records(of:where:limit:)", naming: .nothing) { attempt in
      try await attempt.each(RecordType.all) { tenant, type in
        let records = try await tenant.records(of: type)
        let first = try await tenant.records(of: type, limit: 1)
        return [type.name] + (records + first).map(\.told)
      }
    },
    CrossingCall("count(of:)", naming: .nothing) { attempt in
      try await attempt.each(RecordType.all) { ["\(try await $0.count(of: $1)) \($1.name)"] }
    },
    CrossingCall("submissions()", naming: .nothing) { attempt in
      try await attempt.tenant().submissions().map { "\($0)" }
    },
    CrossingCall("submission(_:)", naming: .nothing) { attempt in
      try await attempt.each(0...CrossingWorld.submissions + 1) { tenant, number in
        let found = try await tenant.submission(number)
        return ["\(found.submission)"] + found.findings.map(\.told)
      }
    },
    CrossingCall("preview(_:at:on:reading:row:)", naming: .nothing) { attempt in
      try await attempt.each(0...CrossingWorld.submissions + 1) { tenant, number in
        var rows: [String] = []
        let preview = try await tenant.preview(number, at: CrossingWorld.moment) { row in
          rows += [row.told] + row.findings.map(\.told)
        }
        return ["\(preview.submission)"] + preview.columns + rows
      }
    },
    CrossingCall("original(of:)", naming: .nothing) { attempt in
      try await attempt.each(0...CrossingWorld.submissions + 1) { tenant, number in
        _ = try await tenant.original(of: number)
        return ["\(number) is there"]
      }
    },
    CrossingCall("auditEvents()", naming: .nothing) { attempt in
      try await attempt.tenant().auditEvents().map { "\($0)" }
    },
    CrossingCall("verifyAudit()", naming: .nothing) { attempt in
      ["\(try await attempt.tenant().verifyAudit())"]
    },
    CrossingCall("grants()", naming: .nothing) { attempt in
      try await attempt.tenant().grants().map { "\($0)" }
    },
  ]

  /// What asks for something that belongs to a place, and changes nothing.
  static let looking = [
    CrossingCall("records(of:where:limit:)") { attempt in
      let student = attempt.place.student(1)
      let filters = [
        (RecordType.student, ["id": student]), (.schoolEnrollment, ["student": student]),
        (.courseEnrollment, ["school": attempt.place.school]),
        (.courseEnrollment, ["offering": attempt.place.offering]),
        (.programOffering, ["id": attempt.place.offering]),
        (.credentialAttempt, ["student": student, "passed": "false"]),
        (.credentialAttempt, ["program": attempt.place.program]),
      ]
      return try await attempt.each(filters) { tenant, filter in
        try await tenant.records(of: filter.0, where: filter.1).map(\.told)
      }
    },
    CrossingCall("history(of:of:)") { attempt in
      let records = [
        (RecordType.credentialAttempt, attempt.place.credential),
        (.courseEnrollment, attempt.place.enrollment(of: 1)),
        (.courseEnrollment, attempt.place.enrollment(of: 6)),
        (.student, attempt.place.member(1)), (.schoolEnrollment, attempt.place.member(1)),
        (.program, RecordID(submission: 2, row: 2)),
        (.programOffering, RecordID(submission: 4, row: 2)),
      ]
      return try await attempt.each(records) { tenant, record in
        try await tenant.history(of: record.1, of: record.0).map(\.told)
      }
    },
    CrossingCall("check(_:replacing:on:)") { attempt in
      let (place, next) = (attempt.place, attempt.next)
      var carried = place.draft(of: 1, code: 1)
      carried.values["school"] = next.school
      let drafts = [
        (place.draft(of: 5, code: 1), nil), (place.draft(of: 1, code: 1), nil),
        (place.draft(of: 1, code: 2), place.credential), (carried, place.credential),
        (next.draft(of: 5, code: 1), place.credential), (carried, nil),
      ]
      return try await attempt.each(drafts) { tenant, draft in
        try await tenant.check(
          draft.0, replacing: draft.1, on: CrossingWorld.moment.day
        ).told
      }
    },
    CrossingCall("choices(for:on:)") { attempt in
      let (place, next) = (attempt.place, attempt.next)
      let student = ["student": place.student(1)]
      let drafts = [
        [:], student, student.merging(["school": place.school]) { $1 },
        student.merging(["school": place.school, "program": place.program]) { $1 },
        student.merging(["school": next.school, "program": next.program]) { $1 },
      ]
      return try await attempt.each(drafts) { tenant, values in
        let choices = try await tenant.choices(
          for: RecordDraft(.credentialAttempt, values), on: CrossingWorld.moment.day)
        return choices.menus.map { "\($0)" } + choices.findings.map(\.told)
      }
    },
  ]
}
