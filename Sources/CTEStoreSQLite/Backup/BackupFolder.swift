import CTEModel
import CTEStore
import Foundation
import GRDB

/// A folder that says it is a backup, whose every word is checked.
struct BackupFolder {
  let url: URL

  /// Reads the manifest.
  ///
  /// - Throws: `StoreError` with the code `badBackup` where there is none, or one that can't be taken, and `newer`.
  func manifest() throws -> BackupManifest {
    let file = url.appendingPathComponent(BackupManifest.fileName)
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw StoreError(
        .badBackup, "\(url.path) is no backup: it has no file \(BackupManifest.fileName)")
    }
    struct Form: Decodable { let form: Int }
    do {
      guard try JSONDecoder().decode(Form.self, from: data).form <= BackupManifest.form else {
        throw StoreError(
          .newer, "the backup \(url.path) was made by a newer version; update this program")
      }
      return try JSONDecoder().decode(BackupManifest.self, from: data)
    } catch is DecodingError {
      throw untrusted(["\(BackupManifest.fileName) isn't as it was written"])
    }
  }

  /// Returns the tenant that a manifest names.
  func tenant(of manifest: BackupManifest) throws -> TenantID {
    guard let tenant = TenantID(manifest.tenant) else {
      throw untrusted(["\(BackupManifest.fileName) names no tenant"])
    }
    return tenant
  }

  /// Makes sure that everything in the folder is as the manifest says, and nothing else is there.
  ///
  /// - Parameters:
  ///   - copy: A folder into which the files are copied while they are read; it is the copy that is judged then.
  ///   - step: Called after every file.
  /// - Returns: What the backup holds.
  /// - Throws: `StoreError` with the code `badBackup`, which names all that doesn't hold.
  func verify(copyingTo copy: URL? = nil, step: () -> Void = {}) throws -> BackupReceipt {
    let manifest = try manifest()
    let tenant = try tenant(of: manifest)
    var problems = strangers(manifest)
    // Whatever else there is to say, a path that isn't a backup's is never followed.
    guard problems.isEmpty else { throw untrusted(problems) }
    if let copy { _ = try StoreFolders.uploads(in: copy).makeFolder() }
    for file in manifest.files {
      if let problem = try self.problem(with: file, copyingTo: copy) { problems.append(problem) }
      step()
    }
    guard problems.isEmpty else { throw untrusted(problems) }
    problems = try self.problems(
      withDatabaseAt: StoreFolders.database(in: copy ?? url), manifest)
    guard problems.isEmpty else { throw untrusted(problems) }
    return BackupReceipt(tenant: tenant, manifest)
  }

  /// One error for everything that doesn't hold.
  private func untrusted(_ problems: [String]) -> StoreError {
    let told = problems.prefix(5).joined(separator: "; ")
    let rest = problems.count > 5 ? "; and \(problems.count - 5) more" : ""
    return StoreError(
      .badBackup, "the backup \(url.path) can't be trusted: \(told)\(rest); use another")
  }
}

/// What may not hold.
extension BackupFolder {
  /// Compares the names in the folder with those in the manifest.
  private func strangers(_ manifest: BackupManifest) -> [String] {
    var problems: [String] = []
    for file in manifest.files where !file.isKnown {
      problems.append("\(BackupManifest.fileName) names '\(file.path)', which no backup has")
    }
    let named = manifest.files.map(\.path)
    if Set(named).count < named.count {
      problems.append("\(BackupManifest.fileName) names a file twice")
    }
    if !named.contains(BackupManifest.File.database) {
      problems.append("\(BackupManifest.fileName) names no \(BackupManifest.File.database)")
    }
    let expected = Set(named + [BackupManifest.fileName, "uploads"])
    // A folder that can't be read has no file of the manifest either, which is told of each.
    let found = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
    for path in found.sorted() where !expected.contains(path) {
      problems.append("'\(path)' isn't in \(BackupManifest.fileName)")
    }
    return problems
  }

  private func problem(
    with file: BackupManifest.File, copyingTo copy: URL?
  ) throws -> String? {
    let place = url.appendingPathComponent(file.path)
    guard place.isFile, place.deletingLastPathComponent().isFolder else {
      return "\(file.path) is missing or no file"
    }
    let digest = try FileDigest(of: place, copyingTo: copy?.appendingPathComponent(file.path))
    if digest.bytes != file.bytes {
      return "\(file.path) has \(digest.bytes) bytes in place of \(file.bytes)"
    }
    return digest.sha256 == file.sha256 ? nil : "\(file.path) has other bytes than it had"
  }

  private func problems(
    withDatabaseAt file: URL, _ manifest: BackupManifest
  ) throws -> [String] {
    do {
      let database = try BackupDatabase(file)
      var problems = database.problems
      if database.audit != manifest.audit || database.schema != manifest.schema {
        problems.append("\(BackupManifest.fileName) speaks of another store.sqlite")
      }
      let kept = Set(manifest.files.map(\.path))
      for (submission, digest) in database.originals
      where !kept.contains(BackupManifest.File.path(ofOriginal: digest)) {
        problems.append("the original of submission \(submission) isn't there")
      }
      return problems
    } catch let error as DatabaseError where error.resultCode != .SQLITE_IOERR {
      return ["store.sqlite is damaged"]
    }
  }
}
