import CTEModel
import CTERulePack

// What checks read.
extension RecordTable {
  /// Returns the records that a look-up asks for, as columns of codes.
  ///
  /// - Parameter words: Gives the codes of free texts.
  func reference(
    for request: ReferenceRequest, students: [Int32]?, words: inout KeyTable
  ) -> ReferenceTable {
    let rows = rows(of: students, in: request.studentField).filter { isOf(request.year, $0) }
    var columns: [[Int32]?] = Array(repeating: nil, count: type.fields.count)
    for field in request.fields { columns[field] = rows.map { $0[field].code(as: &words) } }
    return ReferenceTable(columns: columns, rowCount: rows.count)
  }

  /// Returns the identities of records with digests of their content.
  func identities(for request: IdentityRequest, students: [Int32]?) -> StoredIdentities {
    var identities = StoredIdentities()
    for row in rows(of: students, in: request.studentField) {
      var digest = ContentDigest()
      for field in request.content { digest.combine(row[field]) }
      for field in request.identity {
        // The rows of a file that doesn't carry a part have none, so it counts as missing here too.
        let code = request.content.contains(field) ? row[field].code : missingCode
        identities.codes.append(
          code == missingCode ? ContentDigest.placeholder(of: digest.value) : code)
      }
      identities.digests.append(digest.value)
    }
    return identities
  }

  private func isOf(_ year: FiscalYear?, _ row: [StoredValue]) -> Bool {
    guard let year, let field = type.index(of: "year") else { return true }
    return row[field].code == Int32(year.number)
  }

  /// Returns the records in the order of their keys; where only some students are wanted, one after the other.
  private func rows(of students: [Int32]?, in studentField: Int?) -> [[StoredValue]] {
    let rows = inOrder.map(\.values)
    guard let students, let studentField else { return rows }
    let own = Dictionary(grouping: rows) { $0[studentField].code }
    return students.flatMap { own[$0] ?? [] }
  }
}
