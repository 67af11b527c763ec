import CTEModel
import CTERulePack
import CTEStore

/// What an actor sees of the records that checks look up.
struct AccessFilter {
  /// The parts of the tenant, all of which must have what is seen.
  private let scopes: [AccessScope]
  /// The students of whom the actor sees an enrollment.
  private var students: Set<Int32> = []
  /// The programs at schools that the actor sees where they are now. What belongs to them is seen with them, also what was
  /// recorded while they were at another school, or in a year of which no programs were ever loaded.
  private var offerings: Set<Int32> = []

  private var isWhole: Bool { scopes.allSatisfy(\.isWhole) }

  /// Finds what an actor sees. It costs nothing for who sees the whole tenant.
  ///
  /// - Parameter type: The only type of records that will be asked about; nil for any.
  init(
    _ scopes: [AccessScope], _ session: any ReadSession, about type: RecordType? = nil
  ) async throws {
    self.scopes = scopes
    guard !scopes.allSatisfy(\.isWhole) else { return }
    offerings = try await Self.offerings(in: scopes, session)
    guard type ?? .student == .student else { return }
    for type in [RecordType.schoolEnrollment, .courseEnrollment] {
      students.formUnion(try await students(of: type, session))
    }
  }

  private static func offerings(
    in scopes: [AccessScope], _ session: any ReadSession
  ) async throws -> Set<Int32> {
    let type = RecordType.programOffering
    guard let year = type.index(of: "year"), let id = type.offeringField else { return [] }
    let table = try await table(of: type, type.scopeFields + [year], session)
    var last: [Int32: Int] = [:]
    for row in 0..<table.rowCount {
      let known = last[table.code(row, id)].map { table.code($0, year) } ?? .min
      if table.code(row, year) >= known { last[table.code(row, id)] = row }
    }
    let seen = last.filter { _, row in
      let place = table.place(of: row, type)
      return scopes.allSatisfy { $0.contains(place) }
    }
    return Set(seen.keys)
  }

  private static func table(
    of type: RecordType, _ fields: [Int], _ session: any ReadSession
  ) async throws -> ReferenceTable {
    let request = ReferenceRequest(
      lookup: type.name, type: type, fields: Set(fields).sorted(), year: nil, studentField: nil)
    var keys = KeyTables()
    let data = try await session.reference(for: [request], students: nil, keys: &keys)
    return data.tables[type.name] ?? ReferenceTable(columns: [], rowCount: 0)
  }

  /// Returns whether a place is in all parts, or belongs to a program that is by now.
  private func contains(_ place: ScopePlace) -> Bool {
    scopes.allSatisfy { $0.contains(place) } || place.offering.map(offerings.contains) ?? false
  }

  private func students(
    of type: RecordType, _ session: any ReadSession
  ) async throws -> [Int32] {
    guard let student = type.index(of: "student") else { return [] }
    let table = try await Self.table(of: type, [student] + type.scopeFields, session)
    return (0..<table.rowCount).filter { contains(table.place(of: $0, type)) }
      .map { table.code($0, student) }
  }

  /// Returns whether the actor sees a record.
  func shows(_ record: StoredRecord) -> Bool {
    if isWhole || !Self.isLimited(record.type) { return true }
    return record.type == .student
      ? students.contains(record.code(of: "id")) : contains(ScopePlace(of: record))
  }

  /// Returns a wish that also asks for what says whether a record may be seen.
  func widened(_ request: ReferenceRequest) -> ReferenceRequest {
    guard !isWhole, Self.isLimited(request.type) else { return request }
    let more = request.type.scopeFields + [Self.idField(of: request.type)].compactMap { $0 }
    return ReferenceRequest(
      lookup: request.lookup, type: request.type, fields: Set(request.fields + more).sorted(),
      year: request.year, studentField: request.studentField,
      isWithoutRepeats: request.isWithoutRepeats)
  }

  /// Returns the records of a table that the actor sees.
  func seen(_ table: ReferenceTable, of type: RecordType) -> ReferenceTable {
    guard !isWhole, Self.isLimited(type) else { return table }
    let rows = (0..<table.rowCount).filter { isSeen($0, of: table, type) }
    return ReferenceTable(
      columns: table.columns.map { column in column.map { column in rows.map { column[$0] } } },
      rowCount: rows.count, isPartial: table.isPartial)
  }

  private func isSeen(_ row: Int, of table: ReferenceTable, _ type: RecordType) -> Bool {
    if let field = Self.idField(of: type) {
      return students.contains(table.columns[field]?[row] ?? missingCode)
    }
    return contains(table.place(of: row, type))
  }

  /// What is published for everybody (organizations, programs, also those at schools, courses, credentials and their lists)
  /// has no limits.
  private static func isLimited(_ type: RecordType) -> Bool {
    type == .student
      || (type.scopeField != nil && ![.organization, .programOffering].contains(type))
  }

  private static func idField(of type: RecordType) -> Int? {
    type == .student ? type.index(of: "id") : nil
  }
}

extension ReferenceTable {
  /// The part of a tenant to which a record belongs; what wasn't read of it is missing.
  fileprivate func place(of row: Int, _ type: RecordType) -> ScopePlace {
    ScopePlace(of: type) { code(row, $0) }
  }

  /// The code of a field; that of a missing value where it wasn't read.
  fileprivate func code(_ row: Int, _ field: Int) -> Int32 {
    columns.indices.contains(field) ? columns[field]?[row] ?? missingCode : missingCode
  }
}
