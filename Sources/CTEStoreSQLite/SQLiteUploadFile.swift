import CTEStore
import Foundation

/// The original of an upload in the tenant's folder, under a passing name until it is known to be whole.
final class SQLiteUploadFile: UploadFile {
  private let folder: URL
  private let incoming: URL
  private let handle: FileHandle
  private let trial: StoreTrial

  /// Begins a file in the folder of a tenant's originals.
  ///
  /// - Parameter known: The digests that submissions name; other originals were left by runs that were cut off.
  init(in folder: URL, known: Set<String>, _ trial: StoreTrial) throws {
    self.folder = folder
    self.trial = trial
    incoming = folder.appendingPathComponent("incoming-\(UUID().uuidString)")
    do {
      try folder.makeFolders()
      try Self.removeLeftovers(in: folder, known: known)
      guard FileManager.default.createFile(atPath: incoming.path, contents: nil) else {
        throw CocoaError(.fileWriteUnknown)
      }
      handle = try FileHandle(forWritingTo: incoming)
    } catch {
      throw StoreError(.unusable, "the tenant's folder \(folder.path) can't be written")
    }
    trial.reached(.uploadBegun)
  }

  /// Only who writes to the tenant keeps an original, so nobody else is at work on any of these.
  private static func removeLeftovers(in folder: URL, known: Set<String>) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where !known.contains(name) {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }

  deinit {
    // What was kept has another name by now; what wasn't is of no use.
    try? handle.close()
    try? FileManager.default.removeItem(at: incoming)
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws {
    do {
      try handle.write(contentsOf: Data(bytes))
      trial.reached(.uploadAppended)
    } catch {
      throw StoreError(.unusable, "the original can't be kept in \(folder.path); is the disk full?")
    }
  }

  func keep(as digest: String) throws {
    let kept = folder.appendingPathComponent(digest)
    do {
      try handle.synchronize()
      trial.reached(.uploadSynced)
      if kept.isFile, try FileDigest(of: kept).sha256 == digest { return }
      guard rename(incoming.path, kept.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
      trial.reached(.uploadNamed)
      folder.synchronizeFolder()
      trial.reached(.uploadFolderSynced)
    } catch {
      throw StoreError(.unusable, "the original can't be kept in \(folder.path); is the disk full?")
    }
  }
}
