import CTECore
import CTEModel
import CTERulePack
import CTEStore
import Foundation

/// A store with two tenants of two districts each, in which several people have worked; or what of it one of them sees.
///
/// Where somebody's part is all there is, something takes the place of what isn't theirs that has the same numbers and that
/// they don't see: submissions, events and rows are counted through the whole tenant.
struct CrossingWorld {
  let store: any Store
  /// The only person whose part there is; nil for all.
  let person: CrossingPerson?
  let packs: PackLibrary
  private let folder: PassingFolder

  static let year = FiscalYear(2026)
  static let moment = Moment(seconds: 1_777_600_000)
  /// The tenant in which people work, and one that isn't theirs.
  static let own = Sample.id("near"), other = Sample.id("faraway")

  /// Makes the tenants, and lets people work in them.
  init(in store: any Store, partOf person: CrossingPerson? = nil) async throws {
    self.store = store
    self.person = person
    folder = try PassingFolder()
    try CrossingPack.write(in: folder.url)
    packs = PackLibrary(folders: [folder.url])
    if person?.hasAccess ?? true { try await fillOwn() }
    if person == nil { try await fillOther() }
  }

  /// Whether there is what belongs to a place.
  func holds(_ place: CrossingPlace) -> Bool { person?.sees(place) ?? true }

  /// Opens a tenant.
  func tenant(_ id: TenantID, as actor: Actor) async throws -> Tenant {
    try await Tenant(id, in: store, packs: packs, as: actor)
  }

  /// Opens the tenant in which people work, or tells why that can't be done.
  func opened(as actor: Actor) async -> Result<Tenant, any Error> {
    do {
      return .success(try await tenant(Self.own, as: actor))
    } catch {
      return .failure(error)
    }
  }

  /// Writes a file and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let file = folder.url.appendingPathComponent("\(name).csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// Imports a file of a format.
  @discardableResult
  func upload(
    _ text: String, as format: String, to tenant: Tenant
  ) async throws -> ImportReport {
    try await tenant.importFile(file(format, text), format: format, at: Self.moment)
  }
}
