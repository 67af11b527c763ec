import CTECore
import Crypto
import Foundation
import GRDB
import Testing

@testable import CTEStoreSQLite
@testable import CrashHarness

struct SchemaTests {
  @Test(arguments: [
    (Schema.version1, "1a10646417784b27b28fcb72145c8d7f3b9ba7b444fe1edbb748d763dd0d0238"),
    (Schema.version2, "fd8a157ab5869ffcbc6983ba1f1b10f905f6e5be81a632a1f36508ac6b3ea8c0"),
    (Schema.version3, "ec49436c51a92fb864cda4e8090736d460b6465275fe7842797d520cdf35bdee"),
  ])
  func `a shipped version is never edited`(version: String, expected: String) {
    let digest = SHA256.hash(data: Data(version.utf8)).map { String(format: "%02x", $0) }
    #expect(digest.joined() == expected)
  }

  /// What an earlier version's tenant holds.
  private static let held = [
    (version: EarlierVersion.first, tables: 22, enrollments: 40, events: 10, credentials: 6),
    (version: .second, tables: 34, enrollments: 39, events: 17, credentials: 5),
  ]

  @Test(arguments: held)
  func `a tenant of an earlier version keeps every record, submission, event and original`(
    version: EarlierVersion, tables: Int, enrollments: Int, events: Int, credentials: Int
  ) async throws {
    try await withPassingFolder { folder in
      let stage = Stage(folder)
      try version.lay(at: stage.tenants.appendingPathComponent("demo"))
      let before = try Self.rows(of: stage.database("demo"))
      let records = try await stage.store.scoped(to: Stage.id("demo"))
      let after = try Self.rows(of: stage.database("demo"), of: before.columns)
      #expect(before.rows.count == tables)
      #expect(before.rows["courseEnrollment"]?.count == enrollments)
      #expect(after.rows == before.rows)

      let log = try await records.auditEvents()
      let verdict = AuditVerdict(log, submissions: try await records.submissions())
      #expect(verdict == .whole(events: events))
      #expect(try await records.verifyOriginals().isEmpty)
      #expect(try await records.count(of: .credentialAttempt) == credentials)
    }
  }

  @Test func `a tenant of the second version keeps its journal, its grants and what is withdrawn`()
    async throws
  {
    try await withPassingFolder { folder in
      let stage = Stage(folder)
      try EarlierVersion.second.lay(at: stage.tenants.appendingPathComponent("demo"))
      let tenant = try await stage.tenant()
      #expect(try await tenant.submissions().map(\.withdrawnIn).compactMap { $0 } == [17])
      #expect(
        try await tenant.grants() == [
          Grant(to: "anna", role: "readOnly", organization: "990401101"),
          Grant(to: "ben", role: "administrator"),
          Grant(to: "cara", role: "modify", organization: "990401", program: "52030000"),
        ])
      let before = try await Self.recordCounts(tenant)
      for number in [17, 16, 15] { _ = try await tenant.undo(event: number, at: Stage.moment) }
      let after = try await Self.recordCounts(tenant)
      #expect(before == [39, 5] && after == [40, 6])
      #expect(try await tenant.verifyAudit() == .whole(events: 20))
    }
  }

  private static func recordCounts(_ tenant: Tenant) async throws -> [Int] {
    [
      try await tenant.count(of: .courseEnrollment), try await tenant.count(of: .credentialAttempt),
    ]
  }

  @Test func `what was imported with the first version is unchanged when it comes again`()
    async throws
  {
    try await withPassingFolder { folder in
      let stage = Stage(folder)
      try EarlierVersion.first.lay(at: stage.tenants.appendingPathComponent("demo"))
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
