public import CTEModel
import CTERulePack
import CTEStore

// That a program at a school has no credentials in a year.
extension Tenant {
  /// Declares that nobody receives a credential in a program at a school in the tenant's year, if the rules for a file's row
  /// that says so allow it. Declaring it again changes nothing.
  ///
  /// - Parameters:
  ///   - offering: The number of the program at the school.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that rules call `today`; that of the moment if it is nil.
  /// - Throws: `AccessError`, `ChangeError` where the actor sees no such program, and `StoreError`.
  public func declareNoCredentials(
    in offering: String, at moment: Moment, on day: CalendarDay? = nil
  ) async throws -> DeclarationReport {
    try await writing { session, access in
      let (type, today) = (RecordType.noCredentialsDeclaration, day ?? moment.day)
      let scope = try access.requireEntry(of: type)
      try FileNotices.refuseOutsideWindows(type, in: pack, on: today)
      let register = try await ProgramRegister(session, access, in: pack)
      let program = try await register.program(offering)
      guard try await register.declaration(of: program) == nil else {
        await session.rollback()
        return DeclarationReport(
          offering: offering, state: .alreadyDeclared, event: nil, findings: [])
      }
      let draft = RecordDraft(type, try await register.placeValues(of: program, for: type))
      let entry = try await CheckedEntry(draft, in: pack, on: today, session, access)
      let stamp = Stamp(enteredIn: try await session.nextEvent())
      guard let record = entry.record(over: nil, of: type, stamp: stamp) else {
        await session.rollback()
        return DeclarationReport(
          offering: offering, state: .refused, event: nil, findings: entry.findings)
      }
      try scope.require([record])
      let report = try await save(
        [RecordChange(from: nil, to: record)], entry, as: "add", session, at: moment)
      return DeclarationReport(
        offering: offering, state: .declared, event: report.event, findings: report.findings)
    }
  }

  /// Takes back that a program at a school has no credentials in the tenant's year, so that some can be entered.
  /// That of a program which isn't taught any more can be taken back as well.
  ///
  /// - Parameters:
  ///   - offering: The number of the program at the school.
  ///   - moment: The time, for the audit log.
  ///   - day: The day that counts as today; that of the moment if it is nil.
  /// - Throws: `AccessError`, `ChangeError` where the actor sees no such program, and `StoreError`.
  public func revokeNoCredentials(
    in offering: String, at moment: Moment, on day: CalendarDay? = nil
  ) async throws -> DeclarationReport {
    try await writing { session, access in
      let type = RecordType.noCredentialsDeclaration
      let scope = try access.requireEntry(of: type)
      let register = try await ProgramRegister(session, access, in: pack)
      let program = try await register.program(offering, orInactive: true)
      guard let record = try await register.declaration(of: program) else {
        await session.rollback()
        return DeclarationReport(offering: offering, state: .notDeclared, event: nil, findings: [])
      }
      var changer = RecordChanger(
        session, in: pack, on: day ?? moment.day, access, scope: { _ in scope })
      try await changer.apply([(RecordChange(from: record, to: nil), .removed)])
      let taking = TakingBack(
        action: "delete \(type.name)", title: "delete \(record.id)", records: [record.id])
      let report = try await end(taking, changer, session, isPlan: false, at: moment)
      return DeclarationReport(
        offering: offering, state: .revoked, event: report.event, findings: [])
    }
  }
}

extension ProgramRegister {
  /// Returns the declaration that a program has no credentials this year; nil where there is none.
  fileprivate func declaration(of program: StoredRecord) async throws -> StoredRecord? {
    // Who sees the program sees this of it, also where it was declared while the program was at another school.
    let type = RecordType.noCredentialsDeclaration
    let fields = ["year", "offering"].compactMap { type.index(of: $0) }
    return try await session.records(
      of: type, where: fields, are: [[year, program.code(of: "id")]])[0].first
  }
}
