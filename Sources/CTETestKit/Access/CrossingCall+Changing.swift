import CTECore
import CTEModel
import CTEStore

extension CrossingCall {
  /// What takes something of a place away, or back.
  static let changing = [
    CrossingCall("delete(_:of:isPlan:at:on:)") { attempt in
      let place = attempt.place
      let records = [
        (RecordType.credentialAttempt, [place.credential, attempt.next.credential]),
        (.courseEnrollment, [place.enrollment(of: 1)]), (.student, [place.member(1)]),
        (.schoolEnrollment, [place.member(1)]), (.program, [RecordID(submission: 2, row: 2)]),
      ]
      return try await attempt.each(records.flatMap { [($0, true), ($0, false)] }) {
        tenant, what in
        let ((type, ids), isPlan) = what
        return try await tenant.delete(ids, of: type, isPlan: isPlan, at: CrossingWorld.moment).told
      }
    },
    CrossingCall("commit(preview:at:on:reading:findings:progress:)", naming: .nothing) { attempt in
      try await attempt.each(0...CrossingWorld.submissions + 1) { tenant, number in
        let report = try await tenant.commit(preview: number, at: CrossingWorld.moment)
        return [try report.json()] + report.findings.map(\.told)
      }
    },
    CrossingCall("undo(event:isPlan:at:on:)", naming: .nothing) { attempt in
      let plans = (0...CrossingWorld.events).map { ($0, true) }
      let last = (CrossingWorld.events - 8...CrossingWorld.events).map { ($0, false) }
      return try await attempt.each(plans + last) { tenant, event in
        try await tenant.undo(event: event.0, isPlan: event.1, at: CrossingWorld.moment).told
      }
    },
    CrossingCall("withdraw(submission:isPlan:at:on:)", naming: .nothing) { attempt in
      let plans = (0...CrossingWorld.submissions + 1).map { ($0, true) }
      let own = (8...CrossingWorld.submissions).map { ($0, false) }
      return try await attempt.each(plans + own) { tenant, number in
        try await tenant.withdraw(
          submission: number.0, isPlan: number.1, at: CrossingWorld.moment
        ).told
      }
    },
    CrossingCall("undo(withdrawalOf:isPlan:at:on:)", naming: .nothing) { attempt in
      try await attempt.each((8...CrossingWorld.submissions).flatMap { [($0, true), ($0, false)] })
      { tenant, number in
        try await tenant.undo(
          withdrawalOf: number.0, isPlan: number.1, at: CrossingWorld.moment
        ).told
      }
    },
  ]

  /// What gives access to what belongs to a place.
  static let giving = [
    CrossingCall("give(_:at:)") { attempt in
      let own = Grant(to: attempt.person.actor.name, role: Grant.administrator)
      return try await attempt.each(grants(in: attempt.place) + [own]) { tenant, grant in
        // Whoever may give themselves everything has it already.
        try await tenant.give(grant, at: CrossingWorld.moment)
        return ["given"]
      }
    },
    CrossingCall("takeBack(_:at:)") { attempt in
      let others = CrossingPerson.clerks.flatMap(\.grants)
      return try await attempt.each(grants(in: attempt.place) + others) { tenant, grant in
        try await tenant.takeBack(grant, at: CrossingWorld.moment)
        return ["taken back"]
      }
    },
  ]

  /// What a newcomer may be given in a place, above it and where there is nothing.
  private static func grants(in place: CrossingPlace) -> [Grant] {
    [
      Grant(to: "newcomer", role: "reader", organization: place.school),
      Grant(to: "newcomer", role: "clerk", organization: place.school, program: place.program),
      Grant(to: "newcomer", role: "clerk", offering: place.offering),
      Grant(to: "newcomer", role: "clerk", organization: "S11", offering: place.offering),
      Grant(to: "newcomer", role: "registrar", organization: place.school),
      Grant(to: "newcomer", role: "lead", organization: place.school),
      Grant(to: "newcomer", role: "reader", organization: place.district),
      Grant(to: "newcomer", role: "reader", organization: "unknown"),
      Grant(to: "newcomer", role: "reader", offering: "unknown"),
    ]
  }
}
