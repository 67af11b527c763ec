import CTEModel
import GRDB
import Testing

@testable import CTEStoreSQLite

struct LayoutTests {
  @Test(arguments: RecordType.all)
  func `a table and its journal have a column for every stored field and are clustered by the key`(
    type: RecordType
  ) throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    let table = RecordTable(type: type)
    let (columns, key) = try Self.layout(of: type.name, in: queue)
    let stored = type.fields.filter { !$0.isTransient }.map(\.name)
    #expect(Set(columns) == Set(stored + ["submission", "row", "saved"]))
    #expect(key == table.keyColumns)

    let journal = try Self.layout(of: table.journal, in: queue)
    #expect(
      Set(journal.columns)
        == Set(columns + ["event", "leftSubmission", "leftRow", "leftSaved"]))
    #expect(journal.key == ["event"] + table.keyColumns)
  }

  private static func layout(
    of table: String, in queue: DatabaseQueue
  ) throws -> (columns: [String], key: [String]) {
    try queue.read { database in
      (try database.columns(in: table).map(\.name), try database.primaryKey(table).columns)
    }
  }

  @Test func `every domain has a key table`() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    for domain in KeyDomain.allCases {
      #expect(try queue.read { try $0.tableExists("key_\(domain.rawValue)") })
    }
  }
}
