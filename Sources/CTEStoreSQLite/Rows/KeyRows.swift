import CTEModel
import CTERulePack
import GRDB

/// The rows of key tables.
enum KeyRows {
  static func read(_ domain: KeyDomain, from database: Database, into keys: inout KeyTable) throws {
    let count = try Int.fetchOne(database, sql: "SELECT max(id) FROM key_\(domain.rawValue)") ?? 0
    keys.reserve(count, bytes: count * 12)
    let rows = try BoundStatement(
      "SELECT id, text FROM key_\(domain.rawValue) ORDER BY id", in: database)
    while try rows.next() {
      keys.appendStored(rows.text(1), number: rows.code(0, isKey: true))
    }
  }

  static func write(_ keys: [ChangeSet.NewKey], to database: Database) throws {
    for domain in KeyDomain.allCases {
      let own = keys.filter { $0.domain == domain }
      guard !own.isEmpty else { continue }
      let statement = try BoundStatement(
        "INSERT INTO key_\(domain.rawValue)(id, text) VALUES(?, ?)", in: database)
      for key in own {
        var text = key.text
        try text.withUTF8 { bytes in
          statement.bind(key.number, at: 1)
          statement.bind(bytes, at: 2)
          _ = try statement.run()
        }
      }
    }
  }
}
