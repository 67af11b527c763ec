import CTECore
import Foundation

/// The files of a tenant on the disk, but for that by which processes know of each other.
struct TenantBytes: Equatable {
  private var files: [String: Data] = [:]

  init(of demo: ChangeDemo) throws {
    let home = demo.lakeland.folder.appendingPathComponent("tenants/\(demo.tenant.id)")
    for path in try FileManager.default.subpathsOfDirectory(atPath: home.path)
    where !path.hasSuffix("-shm") {
      let file = home.appendingPathComponent(path)
      // A folder has no bytes of its own.
      files[path] = try? Data(contentsOf: file)
    }
  }
}
