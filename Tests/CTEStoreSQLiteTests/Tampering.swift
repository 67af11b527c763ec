import CTEStoreSQLite
import Foundation
import GRDB

@testable import CTEStoreSQLite

/// What can happen to a backup.
enum Tampering: CaseIterable, Sendable {
  case noManifest, brokenManifest, newerManifest, wayOut, absolutePath, namedTwice, noTenant
  case changedDatabase, changedOriginal, shortOriginal, missingOriginal, forgottenOriginal
  case linkedOriginal, linkedFolder, stranger, log, changedEvent, lostEvent, newerDatabase
  case otherDatabase, cutLog

  /// Does it to the backup in a folder.
  func happen(to backup: URL) throws {
    let database = backup.appendingPathComponent("store.sqlite")
    let original = try backup.anyOriginal()
    let files = FileManager.default
    switch self {
    case .noManifest: try files.removeItem(at: backup.manifest)
    case .brokenManifest: try Data("{\"form\": 1}".utf8).write(to: backup.manifest)
    case .newerManifest: try backup.changeManifest { $0["form"] = 2 }
    case .wayOut: try backup.changePath(of: original, to: "../outside")
    case .absolutePath: try backup.changePath(of: original, to: "/etc/passwd")
    case .namedTwice:
      try backup.changeFiles { $0 + $0.suffix(1) }
    case .noTenant: try backup.changeManifest { $0["tenant"] = "../demo" }
    case .changedDatabase: try database.overwrite(5_000..<5_001)
    case .changedOriginal: try original.overwrite(0..<1)
    case .shortOriginal: try Data().write(to: original)
    case .missingOriginal: try files.removeItem(at: original)
    case .forgottenOriginal:
      try files.removeItem(at: original)
      try backup.changeFiles { $0.filter { $0["sha256"] as? String != original.lastPathComponent } }
    case .linkedOriginal: try original.putLink(to: backup.deletingLastPathComponent())
    case .linkedFolder:
      try original.deletingLastPathComponent().putLink(to: backup.deletingLastPathComponent())
    case .stranger: try Data().write(to: backup.appendingPathComponent("uploads/notes.txt"))
    case .log: try Data().write(to: backup.appendingPathComponent("store.sqlite-wal"))
    case .changedEvent: try backup.changeRows("UPDATE auditEvent SET actor = 'x' WHERE number = 3")
    case .lostEvent: try backup.changeRows("DELETE FROM auditEvent WHERE number = 5")
    case .cutLog: try backup.changeRows("UPDATE submission SET withdrawnIn = 9 WHERE number = 1")
    case .newerDatabase: try backup.changeRows("INSERT INTO grdb_migrations VALUES('future')")
    case .otherDatabase: try backup.changeManifest { $0["schema"] = "0" }
    }
  }

  /// What the error says of it.
  var words: String {
    switch self {
    case .noManifest: "is no backup: it has no file manifest.json"
    case .brokenManifest: "manifest.json isn't as it was written"
    case .newerManifest, .newerDatabase: "was made by a newer version; update this program"
    case .wayOut: "manifest.json names '../outside', which no backup has"
    case .absolutePath: "manifest.json names '/etc/passwd', which no backup has"
    case .namedTwice: "manifest.json names a file twice"
    case .noTenant: "manifest.json names no tenant"
    case .changedDatabase: "store.sqlite has other bytes than it had"
    case .changedOriginal: "has other bytes than it had"
    case .shortOriginal: "has 0 bytes in place of"
    case .missingOriginal, .linkedOriginal, .linkedFolder: "is missing or no file"
    case .forgottenOriginal: "the original of submission"
    case .stranger: "'uploads/notes.txt' isn't in manifest.json"
    case .log: "'store.sqlite-wal' isn't in manifest.json"
    case .changedEvent: "event 3 of the audit log doesn't follow from the one before"
    case .lostEvent: "submission 4 has no event in the audit log"
    case .cutLog: "the audit log ends before event 9, which changed records"
    case .otherDatabase: "manifest.json speaks of another store.sqlite"
    }
  }
}

extension URL {
  fileprivate var manifest: URL { appendingPathComponent("manifest.json") }

  fileprivate func anyOriginal() throws -> URL {
    let uploads = appendingPathComponent("uploads")
    let names = try FileManager.default.contentsOfDirectory(atPath: uploads.path).sorted()
    return uploads.appendingPathComponent(names.first ?? "")
  }

  fileprivate func changeManifest(_ change: (inout [String: Any]) throws -> Void) throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: manifest))
    var entries = object as? [String: Any] ?? [:]
    try change(&entries)
    try JSONSerialization.data(withJSONObject: entries).write(to: manifest)
  }

  fileprivate func changeFiles(_ change: ([[String: Any]]) -> [[String: Any]]) throws {
    try changeManifest { $0["files"] = change($0["files"] as? [[String: Any]] ?? []) }
  }

  fileprivate func changePath(of original: URL, to path: String) throws {
    try changeFiles { files in
      files.map { file in
        guard file["sha256"] as? String == original.lastPathComponent else { return file }
        return file.merging(["path": path]) { $1 }
      }
    }
  }

  /// Moves what is here away and puts a link to it in its place.
  fileprivate func putLink(to folder: URL) throws {
    let other = folder.appendingPathComponent("elsewhere")
    try FileManager.default.moveItem(at: self, to: other)
    try FileManager.default.createSymbolicLink(at: self, withDestinationURL: other)
  }

  /// Changes the database, and the manifest so that it fits, as somebody would who knows how.
  fileprivate func changeRows(_ sql: String) throws {
    let file = appendingPathComponent("store.sqlite")
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
    let digest = try FileDigest(of: file)
    try changeFiles { files in
      files.map { entry in
        guard entry["path"] as? String == "store.sqlite" else { return entry }
        return entry.merging(["bytes": digest.bytes, "sha256": digest.sha256]) { $1 }
      }
    }
  }
}
