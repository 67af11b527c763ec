import CTEModel
import CTERulePack
import CTEStore

/// What an actor sees of the records that checks look up.
struct AccessFilter {
  private let scope: AccessScope
  /// The students of whom the actor sees an enrollment.
  private let students: Set<Int32>

  /// Finds what an actor sees. It costs nothing for who sees the whole tenant.
  ///
  /// - Parameter type: The only type of records that will be asked about; nil for any.
  init(
    _ scope: AccessScope, _ session: any ReadSession, about type: RecordType? = nil
  ) async throws {
    self.scope = scope
    guard !scope.isWhole, type ?? .student == .student else {
      students = []
      return
    }
    var students: Set<Int32> = []
    for type in [RecordType.schoolEnrollment, .courseEnrollment] {
      students.formUnion(try await Self.students(of: type, in: scope, session))
    }
    self.students = students
  }

  private static func students(
    of type: RecordType, in scope: AccessScope, _ session: any ReadSession
  ) async throws -> [Int32] {
    guard let student = type.index(of: "student"), let school = type.scopeField else { return [] }
    let program = type.index(of: "program")
    let fields = [student, school, program].compactMap { $0 }.sorted()
    let request = ReferenceRequest(
      lookup: type.name, type: type, fields: fields, year: nil, studentField: nil)
    var keys = KeyTables()
    let data = try await session.reference(for: [request], students: nil, keys: &keys)
    guard let table = data.tables[type.name], let all = table.columns[student],
      let schools = table.columns[school]
    else { return [] }
    let programs = program.flatMap { table.columns[$0] }
    return all.indices.filter {
      scope.contains(organization: schools[$0], program: programs?[$0])
    }.map { all[$0] }
  }

  /// Returns whether the actor sees a record.
  func shows(_ record: StoredRecord) -> Bool {
    if scope.isWhole || !Self.isLimited(record.type) { return true }
    return record.type == .student
      ? students.contains(record.code(of: "id")) : scope.contains(record)
  }

  /// Returns a wish that also asks for what says whether a record may be seen.
  func widened(_ request: ReferenceRequest) -> ReferenceRequest {
    guard !scope.isWhole, Self.isLimited(request.type) else { return request }
    let more = [request.type.scopeField, request.type.index(of: "program")].compactMap { $0 }
    return ReferenceRequest(
      lookup: request.lookup, type: request.type,
      fields: Set(request.fields + more + [Self.idField(of: request.type)].compactMap { $0 })
        .sorted(),
      year: request.year, studentField: request.studentField)
  }

  /// Returns the records of a table that the actor sees.
  func seen(_ table: ReferenceTable, of type: RecordType) -> ReferenceTable {
    guard !scope.isWhole, Self.isLimited(type) else { return table }
    let rows = (0..<table.rowCount).filter { isSeen($0, of: table, type) }
    return ReferenceTable(
      columns: table.columns.map { column in column.map { column in rows.map { column[$0] } } },
      rowCount: rows.count, isPartial: table.isPartial)
  }

  private func isSeen(_ row: Int, of table: ReferenceTable, _ type: RecordType) -> Bool {
    if let field = Self.idField(of: type) {
      return students.contains(table.columns[field]?[row] ?? missingCode)
    }
    guard let field = type.scopeField else { return true }
    return scope.contains(
      organization: table.columns[field]?[row] ?? missingCode,
      program: type.index(of: "program").flatMap { table.columns[$0]?[row] })
  }

  /// What is published for everybody (organizations, programs, courses, credentials and their lists) has no limits.
  private static func isLimited(_ type: RecordType) -> Bool {
    type == .student || (type != .organization && type.scopeField != nil)
  }

  private static func idField(of type: RecordType) -> Int? {
    type == .student ? type.index(of: "id") : nil
  }
}
