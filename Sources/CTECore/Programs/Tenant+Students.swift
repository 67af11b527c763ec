import CTEModel
import CTERulePack
import CTEStore

// The students of programs at schools.
extension Tenant {
  /// Returns how the students of a program at a school can be grouped: all, by class, and those in school alone.
  ///
  /// - Parameter offering: The number of the program at the school.
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where they see no such program, `IntakeError` where
  ///   a list of the pack can't be read, and `StoreError`.
  public func groupings(of offering: String) async throws -> ProgramGroupings {
    try await reading { session, access in
      let register = try await ProgramRegister(session, access, in: pack)
      let program = try await register.program(offering)
      let roll = try await ProgramRoll(of: program, in: register)
      let alone = try await roll.students(in: .inSchoolOnly)
      guard let described = try await register.described([program]).first else {
        preconditionFailure("each program is described")
      }
      return ProgramGroupings(
        program: described, enrolledCount: roll.now.count,
        sections: try await roll.describedSections(session), inSchoolOnlyCount: alone.count)
    }
  }

  /// Returns the students of a program at a school, with the credentials that they received in it in the tenant's year.
  ///
  /// Sorted by last name, first name and number. Whether somebody is in school, the actor is told of the schools alone to
  /// which they have access.
  ///
  /// - Parameters:
  ///   - offering: The number of the program at the school.
  ///   - grouping: Which of them are wanted.
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where they see no such program or class or where
  ///   nothing is searched, `IntakeError` where a list of the pack can't be read, and `StoreError`.
  public func students(
    of offering: String, in grouping: StudentGrouping
  ) async throws -> [ProgramStudent] {
    try await reading { session, access in
      let parts = try grouping.searchedParts()
      let register = try await ProgramRegister(session, access, in: pack)
      let program = try await register.program(offering)
      let numbers = try await ProgramRoll(of: program, in: register).students(in: grouping)
      let credentials = try await register.records(
        of: .credentialAttempt, in: program, year: register.year)
      let students = try await StudentReader(in: register).students(
        numbers, with: credentials.filter(\.isReceived))
      return students.filter { $0.matches(parts) }
    }
  }
}

extension ProgramRoll {
  /// Returns the classes for people, by their number.
  fileprivate func describedSections(
    _ session: any ReadSession
  ) async throws -> [ProgramGroupings.Section] {
    let sections = try await sections()
    let ids = try await session.texts(of: .section, sections.map(\.id))
    return sections.map { section in
      var title: String?
      if case .text(let bytes)? = section.title, !bytes.isEmpty {
        title = String(decoding: bytes, as: UTF8.self)
      }
      return ProgramGroupings.Section(
        id: ids[section.id] ?? "", title: title,
        studentCount: now.values.count { $0.contains(section.id) })
    }.sorted { SortKey($0.id) < SortKey($1.id) }
  }
}
