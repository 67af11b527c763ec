public import CTEModel
public import CTEStore
public import Foundation
import GRDB

/// Tenants in folders: each has a database and the originals of its uploads in a folder of its own.
public struct SQLiteStore: Store {
  private let folder: URL

  /// Creates a store in a folder, which is made when the first tenant is.
  public init(at folder: URL) {
    self.folder = folder
  }

  /// Returns the names of all tenants, sorted.
  public func tenants() async throws -> [TenantID] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: tenantsFolder.path)
      return names.sorted().compactMap(TenantID.init).filter { isTenant($0) }
    } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
      return []
    } catch {
      throw StoreError(.unusable, "the folder \(tenantsFolder.path) can't be read")
    }
  }

  /// Creates a tenant: a folder with a database that holds the event of its making.
  public func create(
    _ tenant: TenantID, settings: TenantSettings, by actor: Actor, at moment: Moment
  ) async throws {
    guard !isTenant(tenant) else {
      throw StoreError(.tenantExists, "there is a tenant '\(tenant)' already; choose another name")
    }
    let home = home(of: tenant)
    do {
      // Students' records are nobody's but the owner's.
      try FileManager.default.createDirectory(
        at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      // The database gets its name when it is whole, so that a tenant is there or isn't.
      let incoming = home.appendingPathComponent("incoming.sqlite")
      // Left by a run that was cut off, or not there.
      try? FileManager.default.removeItem(at: incoming)
      try SQLiteTenantStore.createDatabase(at: incoming, settings: settings, by: actor, at: moment)
      try FileManager.default.moveItem(at: incoming, to: database(of: tenant))
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(
        .unusable,
        "the tenant's folder \(home.path) can't be written: \(error.localizedDescription)")
    }
  }

  /// Returns the records of one tenant.
  public func scoped(to tenant: TenantID) async throws -> any TenantStore {
    guard isTenant(tenant) else {
      let known = try await tenants().map(\.name).joined(separator: ", ")
      throw StoreError(
        .unknownTenant,
        "there is no tenant '\(tenant)' in \(folder.path)"
          + (known.isEmpty ? "; create one first" : "; there are \(known)"))
    }
    return try SQLiteTenantStore(at: home(of: tenant), database: database(of: tenant))
  }

  private var tenantsFolder: URL { folder.appendingPathComponent("tenants") }

  private func home(of tenant: TenantID) -> URL {
    tenantsFolder.appendingPathComponent(tenant.name)
  }

  private func database(of tenant: TenantID) -> URL {
    home(of: tenant).appendingPathComponent("store.sqlite")
  }

  private func isTenant(_ tenant: TenantID) -> Bool {
    FileManager.default.fileExists(atPath: database(of: tenant).path)
  }
}
