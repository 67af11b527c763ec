import CTEModel
import GRDB
import Testing

@testable import CTEStoreSQLite

struct SchemaTests {
  @Test(arguments: RecordType.all)
  func `a table has a column for every stored field and is clustered by the natural key`(
    type: RecordType
  ) throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    let (columns, key) = try queue.read { database in
      (try database.columns(in: type.name).map(\.name), try database.primaryKey(type.name).columns)
    }
    let stored = type.fields.filter { !$0.isTransient }.map(\.name)
    #expect(Set(columns) == Set(stored + ["submission", "row"]))
    #expect(key == RecordTable(type: type).keyColumns)
  }

  @Test func `every domain has a key table`() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    for domain in KeyDomain.allCases {
      #expect(try queue.read { try $0.tableExists("key_\(domain.rawValue)") })
    }
  }
}
