import CTEModel
import CTERulePack
import GRDB

/// The identities of stored records with digests of their content.
enum IdentityRows {
  static func read(_ request: IdentityRequest, from database: Database) throws -> StoredIdentities {
    var identities = StoredIdentities()
    let table = RecordTable(type: request.type)
    let fields = request.content
    let statement = try BoundStatement(table.select(fields, ofYear: false), in: database)
    let isText = fields.map { request.type.fields[$0].kind == .text }
    let isKey = fields.map { table.isKey($0) }
    let identity = request.identity.map { fields.firstIndex(of: $0) }
    var codes = Array(repeating: missingCode, count: fields.count)
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
    return identities
  }
}
