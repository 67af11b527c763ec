public import CTEModel

/// The records of every tenant.
public protocol Store: Sendable {
  /// Returns the names of all tenants, sorted.
  func tenants() async throws -> [TenantID]

  /// Creates a tenant, empty but for what it is told of itself.
  ///
  /// - Throws: `StoreError` with the code `tenantExists` where there is one of the name.
  func create(_ tenant: TenantID, settings: TenantSettings, by actor: Actor, at moment: Moment)
    async throws

  /// Returns the records of one tenant; nothing reached through them belongs to another.
  ///
  /// - Throws: `StoreError` with the code `unknownTenant` where there is none of the name.
  func scoped(to tenant: TenantID) async throws -> any TenantStore

  /// Deletes a tenant and all that it holds, for good.
  ///
  /// - Throws: `StoreError` with the code `unknownTenant` where there is none of the name, and `busy` where somebody is
  ///   writing to it; it is whole then.
  func delete(_ tenant: TenantID) async throws
}

/// What a tenant is told of itself.
public struct TenantSettings: Hashable, Sendable {
  /// The pack: the name of a shipped one, or a folder's path.
  public let pack: String
  /// The fiscal year whose rules hold.
  public let year: FiscalYear

  /// Creates settings.
  public init(pack: String, year: FiscalYear) {
    self.pack = pack
    self.year = year
  }
}

/// The records of one tenant.
public protocol TenantStore: Sendable {
  /// What the tenant is told of itself; what it was told when it was opened, if that was changed since.
  var settings: TenantSettings { get }

  /// Begins to read. What others write meanwhile isn't seen.
  ///
  /// - Throws: `StoreError` with the code `unknownTenant` where the tenant was deleted since.
  func beginReading() async throws -> any ReadSession

  /// Begins to write. Nobody else writes to the tenant until the session is committed or rolled back.
  ///
  /// - Throws: `StoreError` with the code `busy` where somebody else keeps writing, and `unknownTenant` where the tenant was
  ///   deleted since.
  func beginWriting() async throws -> any WriteSession

  /// Returns a new file beside the tenant's records, into which the original of an upload is kept while it is read.
  ///
  /// Call it while a session is open: there is one at a time.
  func newUpload() throws -> any UploadFile

  /// Returns the path of the original of a digest; nil where the store keeps none.
  func original(_ digest: String) throws -> String?

  /// Returns the submissions in their order; those that were withdrawn since, and previews, too.
  func submissions() async throws -> [Submission]

  /// Returns the events of the audit log, in their order.
  func auditEvents() async throws -> [AuditEvent]

  /// Returns the originals that aren't what the submissions say of them, in the order of the submissions.
  ///
  /// A store that keeps no originals has none that could be damaged.
  func verifyOriginals() async throws -> [DamagedOriginal]

  /// Returns how many records of a type there are.
  func count(of type: RecordType) async throws -> Int
}

/// The original of an upload while it is read.
public protocol UploadFile: AnyObject {
  /// Appends bytes.
  func append(_ bytes: UnsafeRawBufferPointer) throws
  /// Keeps the file under its digest, safely on the disk, also in place of one of that name that was changed or damaged.
  ///
  /// The file is removed if this is never called.
  func keep(as digest: String) throws
}
