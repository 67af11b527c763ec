import CTEModel
import Foundation
import GRDB

/// All that a stage holds, line by line: every row of every table, and every original that one of them names.
struct Snapshot: Equatable {
  let lines: [String]

  /// Reads a stage without changing anything in it.
  init(_ stage: Stage) throws {
    lines =
      try Self.names(in: stage.tenants).filter { TenantID($0) != nil }.flatMap {
        try Self.lines(of: stage.tenants.appendingPathComponent($0))
      } + Self.lines(of: stage.backup)
  }

  private static func lines(of home: URL) throws -> [String] {
    let database = home.appendingPathComponent("store.sqlite")
    guard FileManager.default.fileExists(atPath: database.path) else { return [] }
    let rows = try rows(of: database)
    // Others were left by imports that were cut off, until the next one.
    let originals = names(in: home.appendingPathComponent("uploads")).filter { name in
      rows.contains { $0.contains(name) }
    }
    let place = home.deletingLastPathComponent().lastPathComponent + "/" + home.lastPathComponent
    return (rows + originals).map { "\(place) \($0)" }
  }

  private static func rows(of file: URL) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: file.path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { database in
      let tables = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
      return try tables.flatMap { table -> [String] in
        let name: String = table["name"]
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM \"\(name)\"")
        return [table["sql"] ?? ""] + rows.map { "\(name) \($0)" }.sorted()
      }
    }
  }

  /// What lies in a folder; nothing where there is none.
  private static func names(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
  }
}

extension Stage {
  /// The paths of all files and folders, but for those that SQLite keeps beside a database.
  var paths: [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (all ?? []).filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted()
  }
}
