import CTEModel
import CTEStore
import Foundation

/// What a backup says of itself, in the file `manifest.json` that is written last.
struct BackupManifest: Codable {
  static let fileName = "manifest.json"
  /// The only form of manifests and folders that there is so far.
  static let form = 1

  var form = BackupManifest.form
  let tenant: String
  /// When the backup was made, in seconds since 1970-01-01T00:00:00Z, and for people.
  let seconds: Int64
  let moment: String
  /// The version of the database.
  let schema: String
  let audit: Audit
  /// The files of the backup, sorted by their paths.
  let files: [File]

  /// The end of the audit log.
  struct Audit: Codable, Equatable {
    let events: Int
    let digest: String
  }

  /// A file of the backup.
  struct File: Codable {
    let path: String
    let bytes: Int64
    let sha256: String
  }

  init(
    tenant: TenantID, at moment: Moment, schema: String, audit: Audit, files: [File]
  ) {
    self.tenant = tenant.name
    seconds = moment.seconds
    self.moment = moment.description
    self.schema = schema
    self.audit = audit
    self.files = files.sorted { $0.path < $1.path }
  }

  /// Writes the manifest into the folder of a backup, safely on the disk.
  func write(to folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let file = folder.appendingPathComponent(Self.fileName)
    try encoder.encode(self).write(to: file)
    let handle = try FileHandle(forUpdating: file)
    try handle.synchronize()
    try handle.close()
  }
}

extension BackupManifest.File {
  static let database = "store.sqlite"

  init(path: String, _ digest: FileDigest) {
    self.init(path: path, bytes: digest.bytes, sha256: digest.sha256)
  }

  /// The path of an original.
  static func path(ofOriginal digest: String) -> String { "uploads/\(digest)" }

  /// Whether a backup has files of such a path: its database, and originals under their digests. No other is ever opened.
  var isKnown: Bool {
    path == Self.database || (path == Self.path(ofOriginal: sha256) && sha256.isDigest)
  }
}

extension String {
  /// Whether the text is a SHA-256 in hexadecimal digits.
  var isDigest: Bool {
    utf8.count == 64
      && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
