import CTECore
import Crypto
import Foundation
import GRDB
import Testing

@testable import CTEStoreSQLite
@testable import CrashHarness

struct SchemaTests {
  @Test func `a shipped version is never edited`() {
    let digest = SHA256.hash(data: Data(Schema.version1.utf8)).map { String(format: "%02x", $0) }
    #expect(digest.joined() == "1a10646417784b27b28fcb72145c8d7f3b9ba7b444fe1edbb748d763dd0d0238")
  }

  @Test func `a tenant of the first version keeps every record, submission, event and original`()
    async throws
  {
    try await withPassingFolder { folder in
      let stage = Stage(folder)
      try Version1.lay(at: stage.tenants.appendingPathComponent("demo"))
      let before = try Self.rows(of: stage.database("demo"))
      let records = try await stage.store.scoped(to: Stage.id("demo"))
      let after = try Self.rows(of: stage.database("demo"), of: before.columns)
      #expect(before.rows.count == 22 && before.rows["courseEnrollment"]?.count == 40)
      #expect(after.rows == before.rows)

      let events = try await records.auditEvents()
      let verdict = AuditVerdict(events, submissions: try await records.submissions())
      #expect(verdict == .whole(events: 10))
      #expect(try await records.verifyOriginals().isEmpty)
      #expect(try await records.count(of: .credentialAttempt) == 6)
    }
  }

  @Test func `what was imported with the first version is unchanged when it comes again`()
    async throws
  {
    try await withPassingFolder { folder in
      let stage = Stage(folder)
      try Version1.lay(at: stage.tenants.appendingPathComponent("demo"))
      let uploads = stage.tenants.appendingPathComponent("demo/uploads")
      let records = try await stage.store.scoped(to: Stage.id("demo"))
      for submission in try await records.submissions() {
        try await stage.importFile(uploads.appendingPathComponent(submission.fileDigest).path)
      }
      #expect(try await records.submissions().count == 9)
    }
  }

  /// The rows of each table of records, as they are told by some columns.
  ///
  /// - Parameter columns: The columns of each table; nil for all that there are.
  private static func rows(
    of database: URL, of columns: [String: [String]]? = nil
  ) throws -> (columns: [String: [String]], rows: [String: [String]]) {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: database.path, configuration: configuration).read { database in
      let columns = try columns ?? Self.columns(in: database)
      var rows: [String: [String]] = [:]
      for (table, names) in columns {
        let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
        rows[table] = try Row.fetchAll(database, sql: "SELECT \(list) FROM \"\(table)\"").map {
          $0.description
        }.sorted()
      }
      return (columns, rows)
    }
  }

  private static func columns(in database: Database) throws -> [String: [String]] {
    let tables = try String.fetchAll(
      database,
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb%'")
    return try Dictionary(
      uniqueKeysWithValues: tables.map { ($0, try database.columns(in: $0).map(\.name)) })
  }
}
