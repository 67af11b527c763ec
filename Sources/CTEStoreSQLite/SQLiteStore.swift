public import CTEModel
public import CTEStore
public import Foundation
import GRDB

/// Tenants in folders: each has a database and the originals of its uploads in a folder of its own.
///
/// What a process that was cut off has left of a tenant that was being made, restored or deleted is removed by the next
/// that makes, restores, deletes or lists tenants.
public struct SQLiteStore: Store {
  let folders: StoreFolders
  let trial: StoreTrial

  /// Creates a store in a folder, which is made when the first tenant is.
  public init(at folder: URL) {
    folders = StoreFolders(root: folder)
    trial = .none
  }

  /// Creates a store that a test puts on trial.
  ///
  /// - Parameters:
  ///   - mostPages: How many pages a database may have, as if the disk were full then.
  ///   - watch: Called at every step, on whichever thread reaches it.
  package init(
    at folder: URL, mostPages: Int? = nil, watching watch: (@Sendable (StoreStep) -> Void)?
  ) {
    folders = StoreFolders(root: folder)
    trial = StoreTrial(watch: watch, mostPages: mostPages)
  }

  /// Returns the names of all tenants, sorted.
  public func tenants() async throws -> [TenantID] {
    StagingFolder.removeLeftovers(in: folders.tenants)
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folders.tenants.path)
      return names.sorted().compactMap(TenantID.init).filter { folders.has($0) }
    } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
      return []
    } catch {
      throw StoreError(.unusable, "the folder \(folders.tenants.path) can't be read")
    }
  }

  /// Creates a tenant: a folder with a database that holds the event of its making.
  public func create(
    _ tenant: TenantID, settings: TenantSettings, by actor: Actor, at moment: Moment
  ) async throws {
    let staging = try makeStaging(for: tenant)
    trial.reached(.tenantFolderMade)
    try StoreError.translating {
      try SQLiteTenantStore.createDatabase(
        at: StoreFolders.database(in: staging.url), settings: settings, by: actor, at: moment, trial
      )
    }
    trial.reached(.tenantDatabaseMade)
    try give(staging, to: tenant)
    trial.reached(.tenantNamed)
  }

  /// Returns the records of one tenant.
  public func scoped(to tenant: TenantID) async throws -> any TenantStore {
    let home = folders.home(of: tenant)
    guard home.isFolder else { throw try await unknown(tenant) }
    return try SQLiteTenantStore(at: home, trial)
  }

  func unknown(_ tenant: TenantID) async throws -> StoreError {
    let known = try await tenants().map(\.name).joined(separator: ", ")
    return StoreError(
      .unknownTenant,
      "there is no tenant '\(tenant)' in \(folders.root.path)"
        + (known.isEmpty ? "; create one first" : "; there are \(known)"))
  }
}

/// A tenant is made or restored in a folder that gets its name when it is whole, so that a tenant is there or isn't.
extension SQLiteStore {
  func makeStaging(for tenant: TenantID) throws -> StagingFolder {
    guard !folders.has(tenant) else { throw Self.taken(tenant) }
    try folders.tenants.makeFolders()
    StagingFolder.removeLeftovers(in: folders.tenants)
    return try StagingFolder(at: StagingFolder.nameOfIncoming(in: folders.tenants))
  }

  func give(_ staging: StagingFolder, to tenant: TenantID) throws {
    let home = folders.home(of: tenant)
    guard try !staging.take(name: home) else { return }
    guard !folders.has(tenant) else { throw Self.taken(tenant) }
    throw StoreError(
      .unusable, "the folder \(home.path) has no database in it; delete the tenant, or move it away"
    )
  }

  private static func taken(_ tenant: TenantID) -> StoreError {
    StoreError(.tenantExists, "there is a tenant '\(tenant)' already; choose another name")
  }
}
