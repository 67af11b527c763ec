import Foundation
import Testing

/// A small file system of its own, which can be full or read-only as no folder can be for an administrator.
struct Disk {
  let folder: URL

  /// Whether this machine lets the tests have one.
  static let isPossible: Bool = {
    #if os(Linux)
      guard geteuid() == 0 else { return false }
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      guard mkdir(folder.path, 0o700) == 0 else { return false }
      defer { rmdir(folder.path) }
      guard mount("tmpfs", folder.path, "tmpfs", 0, "size=1m") == 0 else { return false }
      return umount(folder.path) == 0
    #else
      return false
    #endif
  }()

  /// Why a test that needs one is skipped.
  static let comment: Comment = "only an administrator of Linux may mount a small file system"

  #if os(Linux)
    /// Calls a function with a new one, of which nothing is left.
    static func run(kilobytes: Int, _ body: (Disk) async throws -> Void) async throws {
      try await withPassingFolder { folder in
        try #require(mount("tmpfs", folder.path, "tmpfs", 0, "size=\(kilobytes)k") == 0)
        // Whoever still has a file open there keeps it until they are done.
        defer { umount2(folder.path, Int32(MNT_DETACH)) }
        try await body(Disk(folder: folder))
      }
    }

    /// Makes it read-only, or lets it be written again.
    func setWritable(_ isWritable: Bool) throws {
      let flags = UInt(MS_REMOUNT) | (isWritable ? 0 : UInt(MS_RDONLY))
      try #require(mount("tmpfs", folder.path, "tmpfs", flags, nil) == 0)
    }
  #else
    static func run(kilobytes: Int, _ body: (Disk) async throws -> Void) async throws {}
    func setWritable(_ isWritable: Bool) throws {}
  #endif

  private var filler: URL { folder.appendingPathComponent("filler") }

  /// Fills it up to some kilobytes that stay free.
  func fill(leaving kilobytes: Int) throws {
    var status = statvfs()
    try #require(statvfs(folder.path, &status) == 0)
    let free = Int(status.f_bavail) * Int(status.f_frsize) - kilobytes << 10
    try #require(free > 0)
    try Data(repeating: 1, count: free).write(to: filler)
  }

  /// Makes room again.
  func empty() throws {
    try FileManager.default.removeItem(at: filler)
  }
}
