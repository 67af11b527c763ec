import CTEModel
import Foundation

/// Where a store keeps what.
struct StoreFolders: Sendable {
  /// The store's own folder.
  let root: URL

  /// The folder with a folder per tenant.
  var tenants: URL { root.appendingPathComponent("tenants") }

  func home(of tenant: TenantID) -> URL {
    tenants.appendingPathComponent(tenant.name)
  }

  func database(of tenant: TenantID) -> URL {
    Self.database(in: home(of: tenant))
  }

  /// Returns whether there is a tenant of the name.
  func has(_ tenant: TenantID) -> Bool {
    FileManager.default.fileExists(atPath: database(of: tenant).path)
  }

  /// Returns whether a place, at which nothing need be, lies in the folder of the tenants, wherever links lead.
  func hold(_ place: URL) -> Bool {
    var folder = place.deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.path), folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
    }
    let own = tenants.resolvingSymlinksInPath().standardizedFileURL.pathComponents
    return folder.resolvingSymlinksInPath().standardizedFileURL.pathComponents.starts(with: own)
  }

  /// The database in the folder of a tenant or of a backup.
  static func database(in home: URL) -> URL {
    home.appendingPathComponent("store.sqlite")
  }

  /// The folder of the originals in the folder of a tenant or of a backup.
  static func uploads(in home: URL) -> URL {
    home.appendingPathComponent("uploads")
  }
}
