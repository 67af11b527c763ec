import CTEModel
import CTERulePack
import GRDB

/// Reads the identities of stored records with digests of their content.
struct IdentityRows {
  private let fields: [Int]
  private let isText: [Bool]
  private let isKey: [Bool]
  /// Where the parts of the identity stand among the fields.
  private let identity: [Int?]
  private var codes: [Int32]
  private var identities = StoredIdentities()

  static func read(
    _ request: IdentityRequest, students: [Int32]?, from database: Database
  ) throws -> StoredIdentities {
    let table = RecordTable(type: request.type)
    var rows = IdentityRows(request, table)
    let statement: BoundStatement
    if let students, let field = request.studentField {
      statement = try BoundStatement(
        table.select(request.content, isOfOneYear: false, studentField: field), in: database)
      statement.bind(students, at: 1)
    } else {
      statement = try BoundStatement(
        table.select(request.content, isOfOneYear: false), in: database)
    }
    try rows.take(statement)
    return rows.identities
  }

  private init(_ request: IdentityRequest, _ table: RecordTable) {
    fields = request.content
    isText = fields.map { request.type.fields[$0].kind == .text }
    isKey = fields.map { table.isKey($0) }
    identity = request.identity.map { [fields] in fields.firstIndex(of: $0) }
    codes = Array(repeating: missingCode, count: fields.count)
  }

  /// Takes what a statement finds.
  private mutating func take(_ statement: BoundStatement) throws {
    while try statement.next() {
      var digest = ContentDigest()
      for column in fields.indices {
        if isText[column] {
          digest.combine(statement.text(Int32(column)))
        } else {
          codes[column] = statement.code(Int32(column), isKey: isKey[column])
          digest.combine(codes[column])
        }
      }
      for place in identity {
        let code = place.map { codes[$0] } ?? missingCode
        identities.codes.append(
          code == missingCode ? ContentDigest.placeholder(of: digest.value) : code)
      }
      identities.digests.append(digest.value)
    }
  }
}
