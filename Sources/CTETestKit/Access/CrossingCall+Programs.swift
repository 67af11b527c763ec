import CTECore
import CTEModel
import CTEStore

extension CrossingCall {
  /// What asks about programs at schools and names none.
  static let readingPrograms = [
    CrossingCall("programs(of:sortedBy:descending:)", naming: .nothing) { attempt in
      [try await attempt.tenant().programs(sortedBy: .credentials, descending: true).json()]
    },
    CrossingCall("completeness(of:)", naming: .nothing) { attempt in
      [try await attempt.tenant().completeness().json()]
    },
    CrossingCall("credentialSheet(receivedIn:years:)", naming: .nothing) { attempt in
      [try await attempt.tenant().credentialSheet(receivedIn: nil, years: 4).csv()]
    },
    CrossingCall("suggestions()", naming: .nothing) { attempt in
      [SuggestionList(try await attempt.tenant().suggestions()).csv()]
    },
    CrossingCall("proposals(for:)", naming: .nothing) { attempt in
      [try await attempt.tenant().proposals(for: FiscalYear(CrossingWorld.year.number + 1)).csv()]
    },
  ]

  /// What asks about the program of a place, and changes nothing.
  static let lookingAtPrograms = [
    CrossingCall("programs(of:sortedBy:descending:)") { attempt in
      try await attempt.each([attempt.place.school, attempt.place.district]) { tenant, part in
        [try await tenant.programs(of: part).json()]
      }
    },
    CrossingCall("completeness(of:)") { attempt in
      [try await attempt.tenant().completeness(of: attempt.place.district).json()]
    },
    CrossingCall("groupings(of:)") { attempt in
      [try await attempt.tenant().groupings(of: attempt.offering).json()]
    },
    CrossingCall("students(of:in:)") { attempt in
      try await attempt.each(attempt.groupings) { tenant, grouping in
        [
          StudentList(
            try await tenant.students(of: attempt.offering, in: grouping), in: tenant.pack
          ).text()
        ]
      }
    },
    CrossingCall("credentials(for:)") { attempt in
      [try await attempt.tenant().credentials(for: attempt.offering).json()]
    },
    CrossingCall("credentialSheet(of:in:)") { attempt in
      try await attempt.each(attempt.groupings) { tenant, grouping in
        [try await tenant.credentialSheet(of: attempt.offering, in: grouping).csv()]
      }
    },
    CrossingCall("credentialSheet(receivedIn:years:)") { attempt in
      try await attempt.each([attempt.place.school, attempt.place.district]) { tenant, part in
        [try await tenant.credentialSheet(receivedIn: part, years: 4).csv()]
      }
    },
  ]

  /// What changes something in the program of a place.
  static let changingPrograms = [
    CrossingCall("give(_:to:of:with:isPlan:at:on:)") { attempt in
      let place = attempt.place
      let students = [place.student(5), attempt.next.student(5)]
      return try await attempt.each([true, false]) { tenant, isPlan in
        let credentials = [
          GivenCredential.listed(code: place.code(3)), .suggested(title: "Of \(place.school)"),
        ]
        var told: [String] = []
        for credential in credentials {
          told.append(
            try await tenant.give(
              credential, to: students, of: attempt.offering, with: ["passed": "true"],
              isPlan: isPlan, at: CrossingWorld.moment
            ).json())
        }
        return told
      }
    },
    CrossingCall("declareNoCredentials(in:at:on:)") { attempt in
      let report = try await attempt.tenant().declareNoCredentials(
        in: attempt.offering, at: CrossingWorld.moment)
      return [try report.json()]
    },
    CrossingCall("revokeNoCredentials(in:at:on:)") { attempt in
      let report = try await attempt.tenant().revokeNoCredentials(
        in: attempt.offering, at: CrossingWorld.moment)
      return [try report.json()]
    },
    CrossingCall("accept(_:into:code:category:title:at:on:)") { attempt in
      try await attempt.tenant().accept(
        attempt.place.credential, into: FiscalYear(CrossingWorld.year.number + 1), code: "C99",
        category: "listed", at: CrossingWorld.moment
      ).told
    },
    CrossingCall("decline(_:reason:at:on:)") { attempt in
      try await attempt.tenant().decline(
        attempt.place.credential, reason: "not of an industry", at: CrossingWorld.moment
      ).told
    },
  ]
}

extension CrossingAttempt {
  /// The number of the program at the school of the place.
  fileprivate var offering: String { "\(place.school.dropFirst())\(place.program.dropFirst())" }

  fileprivate var groupings: [StudentGrouping] {
    [.enrolled, .inSchoolOnly, .inSection("A"), .matching("name"), .matching(place.student(1))]
  }
}
