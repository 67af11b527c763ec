public import CTEModel
import CTERulePack
import CTEStore

// Credentials as sheets.
extension Tenant {
  /// Returns the students of a program at a school as a sheet, with the credentials that they received in it in the tenant's
  /// year; who received none has a row too.
  ///
  /// - Parameters:
  ///   - offering: The number of the program at the school.
  ///   - grouping: Which of its students are wanted.
  /// - Throws: As `students(of:in:)`.
  public func credentialSheet(
    of offering: String, in grouping: StudentGrouping
  ) async throws -> ExportSheet {
    try await reading { session, access in
      let parts = try grouping.searchedParts()
      let register = try await ProgramRegister(session, access, in: pack)
      let program = try await register.program(offering)
      let numbers = try await ProgramRoll(of: program, in: register).students(in: grouping)
      let credentials = try await register.records(
        of: .credentialAttempt, in: program, year: register.year)
      return try await CredentialSheet(in: register).sheet(
        named: "Program \(offering)", of: numbers, with: credentials.filter(\.isReceived),
        where: { $0.matches(parts) })
    }
  }

  /// Returns all credentials as a sheet that were received in an organization in the past years, by students who are still in
  /// one of its schools, or in the school of the program, in the tenant's year.
  ///
  /// A credential was received in the school of its program, and in the organization that answers for the program. Whether
  /// somebody is in school, the actor is told of the schools alone to which they have access.
  ///
  /// - Parameters:
  ///   - organization: The organization, with all beneath it; nil for all.
  ///   - years: How many fiscal years, the last of which is the tenant's.
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where there is no such organization or no year,
  ///   `IntakeError` where a list of the pack can't be read, and `StoreError`.
  public func credentialSheet(
    receivedIn organization: String?, years: Int
  ) async throws -> ExportSheet {
    guard (1...99).contains(years) else {
      throw ChangeError(.impossible, "credentials are exported of 1 to 99 years")
    }
    return try await reading { session, access in
      let register = try await ProgramRegister(session, access, in: pack)
      let branch = try await register.branch(of: organization)
      var received: [StoredRecord] = []
      for year in register.year - Int32(years) + 1...register.year {
        received += try await register.received(in: branch, year: year)
      }
      let schools = try await register.currentSchools(of: received.map { $0.code(of: "student") })
      let left = received.filter { record in
        let place = ScopePlace(of: record)
        let near = branch?.union([record.code(of: "school")])
        return schools[record.code(of: "student"), default: []].contains { school in
          near?.contains(school) ?? true && register.scope.reaches(school, from: place)
        }
      }
      return try await CredentialSheet(in: register).sheet(
        named: "Received Credentials", of: Set(left.map { $0.code(of: "student") }), with: left)
    }
  }
}

extension ProgramRegister {
  /// Returns the credentials of a year that were received in some organizations, or in programs for which one of them answers.
  ///
  /// - Parameter branch: The organizations; nil for all.
  fileprivate func received(in branch: Set<Int32>?, year: Int32) async throws -> [StoredRecord] {
    let all = try await records.all(of: .credentialAttempt, where: ["year": year])
      .filter(\.isReceived)
    guard let branch else { return all }
    // Where a program lies is no secret to who sees a credential of it.
    let programs = try await SeenRecords(session: session, scope: .whole).all(
      of: .programOffering, where: ["year": year])
    let offered = Set(programs.filter { $0.isOffered(in: branch) }.map { $0.code(of: "id") })
    return all.filter { record in
      branch.contains(record.code(of: "school")) || offered.contains(record.code(of: "offering"))
    }
  }
}

extension StoredRecord {
  /// Whether an attempt brought a credential; one of which nothing else is said did.
  var isReceived: Bool { code(of: "passed") != 0 }
}
