import CTEModel
import CTERulePack
import CTEStore

/// Who is or was enrolled in a program at a school, as far as an actor sees it.
struct ProgramRoll {
  private let register: ProgramRegister
  let program: StoredRecord
  /// All who were ever enrolled.
  let ever: Set<Int32>
  /// Who is enrolled in which class now, by the student; a class without a number is a missing one.
  let now: [Int32: Set<Int32>]

  init(of program: StoredRecord, in register: ProgramRegister) async throws {
    self.register = register
    self.program = program
    let enrollments = try await register.records(
      of: .courseEnrollment, in: program, year: nil)
    ever = Set(enrollments.map { $0.code(of: "student") })
    let current = enrollments.filter {
      $0.code(of: "year") == register.year && $0.code(of: "isCurrent") != 0
    }
    now = Dictionary(grouping: current) { $0.code(of: "student") }
      .mapValues { Set($0.map { $0.code(of: "section") }) }
  }

  /// Returns the students of a grouping, but for searches, which need their names.
  func students(in grouping: StudentGrouping) async throws -> Set<Int32> {
    switch grouping {
    case .enrolled: return Set(now.keys)
    case .inSection(let section):
      let code = try await code(of: section)
      return Set(now.filter { $0.value.contains(code) }.keys)
    case .inSchoolOnly: return try await inSchoolOnly()
    case .matching: return ever
    }
  }

  private func inSchoolOnly() async throws -> Set<Int32> {
    let absent = ever.subtracting(now.keys)
    let schools = try await register.currentSchools(of: absent)
    let place = ScopePlace(of: program)
    return absent.filter { student in
      schools[student, default: []].contains { register.scope.reaches($0, from: place) }
    }
  }

  /// Returns the number of a class among those of the program.
  private func code(of section: String) async throws -> Int32 {
    let id = register.pack.written(section, as: "id", of: .section)
    if let code = register.keys[.section].knownNumber(for: id),
      try await sections().contains(where: { $0.id == code })
    {
      return code
    }
    throw ChangeError(
      .unknown, "the program has no class \(section) in \(register.pack.year); list its groups")
  }

  /// Returns the classes of the year with their titles: those that are listed, and others in which somebody is enrolled.
  func sections() async throws -> [(id: Int32, title: StoredValue?)] {
    let listed = try await register.records(
      of: .section, in: program, year: register.year)
    var titles: [Int32: StoredValue?] = [:]
    for code in now.values.joined() where code != missingCode { titles[code] = .some(nil) }
    for record in listed {
      titles[record.code(of: "id")] = RecordType.section.index(of: "title").map {
        record.values[$0]
      }
    }
    return titles.sorted { $0.key < $1.key }.map { (id: $0.key, title: $0.value) }
  }
}

extension ProgramRegister {
  /// Returns the records of a program at a school that the actor sees; what a record lacks of its place is the program's.
  ///
  /// - Parameter year: The only year wanted; nil for all.
  func records(
    of type: RecordType, in program: StoredRecord, year: Int32?
  ) async throws -> [StoredRecord] {
    var codes = ["offering": program.code(of: "id")]
    codes["year"] = year
    let all = SeenRecords(session: session, scope: .whole)
    return try await all.all(of: type, where: codes).filter { record in
      scope.contains(
        ScopePlace(of: type) { field in
          let own = record.values[field].code
          return own == missingCode ? program.code(of: type.fields[field].name) : own
        })
    }
  }

  /// Returns the schools in which students are in the tenant's year and haven't left.
  func currentSchools(of students: some Sequence<Int32>) async throws -> [Int32: Set<Int32>] {
    let all = SeenRecords(session: session, scope: .whole)
    let memberships = try await all.all(
      of: .schoolEnrollment, where: ["year", "student"],
      are: Set(students).sorted().map { [year, $0] })
    let current = memberships.filter { record in
      let says = record.code(of: "isCurrent")
      return says == missingCode ? record.code(of: "exitDay") == missingCode : says != 0
    }
    return Dictionary(grouping: current) { $0.code(of: "student") }
      .mapValues { Set($0.map { $0.code(of: "school") }) }
  }
}
