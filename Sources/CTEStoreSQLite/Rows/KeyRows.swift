import CTEModel
import CTERulePack
import GRDB

/// The rows of key tables.
enum KeyRows {
  static func read(_ domain: KeyDomain, from database: Database, into keys: inout KeyTable) throws {
    let count = try greatest(domain, in: database)
    keys.reserve(count, bytes: count * 12)
    let rows = try BoundStatement(
      "SELECT id, text FROM key_\(domain.rawValue) ORDER BY id", in: database)
    while try rows.next() {
      keys.appendStored(rows.text(1), number: rows.code(0, isKey: true))
    }
  }

  /// Reads the numbers of some identifiers alone. The numbers of all others are left out.
  static func read(
    _ texts: [String], of domain: KeyDomain, from database: Database, into keys: inout KeyTable
  ) throws {
    take(
      try numbers(of: texts, domain, in: database), of: try greatest(domain, in: database),
      into: &keys)
  }

  /// An identifier with its number.
  typealias Number = (number: Int32, text: String)

  /// Returns the numbers of those among some identifiers that have one.
  static func numbers(
    of texts: [String], _ domain: KeyDomain, in database: Database
  ) throws -> [Number] {
    let statement = try BoundStatement(
      """
      SELECT keys.id, keys.text FROM json_each(?) AS wanted \
      CROSS JOIN key_\(domain.rawValue) AS keys ON keys.text = wanted.value
      """, in: database)
    statement.bind(texts, at: 1)
    var found: [Number] = []
    while try statement.next() {
      found.append((statement.number(0), String(decoding: statement.text(1), as: UTF8.self)))
    }
    return found
  }

  /// Takes some identifiers into a table, which leaves out all others up to the greatest number.
  static func take(_ found: [Number], of greatest: Int, into keys: inout KeyTable) {
    for (number, text) in found.sorted(by: { $0.number < $1.number }) {
      var text = text
      text.withUTF8 { keys.appendStored($0, number: number) }
    }
    keys.skipStored(upTo: Int32(greatest))
  }

  /// Returns the texts of numbers that stand for some.
  static func texts(
    of domain: KeyDomain, _ numbers: [Int32], from database: Database
  ) throws -> [Int32: String] {
    let statement = try BoundStatement(
      "SELECT text FROM key_\(domain.rawValue) WHERE id = ?", in: database)
    var found: [Int32: String] = [:]
    for number in numbers {
      statement.bind(number, at: 1)
      while try statement.next() {
        found[number] = String(decoding: statement.text(0), as: UTF8.self)
      }
    }
    return found
  }

  /// Returns the greatest number of a domain, or 0 where it has none.
  static func greatest(_ domain: KeyDomain, in database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT max(id) FROM key_\(domain.rawValue)") ?? 0
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
