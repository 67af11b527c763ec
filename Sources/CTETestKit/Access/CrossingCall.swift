import CTECore
import CTEModel

/// A call on a tenant that somebody tries with what belongs to a place.
struct CrossingCall: Sendable {
  /// The function, as its name and labels.
  let function: String
  /// What is named in the call, so that an answer may repeat it.
  let naming: Naming
  private let body: @Sendable (CrossingAttempt) async throws -> [String]

  init(
    _ function: String, naming: Naming = .places,
    _ body: @escaping @Sendable (CrossingAttempt) async throws -> [String]
  ) {
    self.function = function
    self.naming = naming
    self.body = body
  }

  /// What a call can name.
  enum Naming {
    case nothing
    /// Other tenants.
    case tenants
    /// What belongs to a place; such a call is tried with every place.
    case places
  }

  /// Returns all that is told, whether an answer or an error.
  func answer(_ attempt: CrossingAttempt) async -> [String] {
    do { return try await body(attempt) } catch { return ["\(type(of: error)): \(error)"] }
  }

  /// All calls, those that change something after those that don't.
  static let all =
    reading + readingPrograms + looking + lookingAtPrograms + entering + changing
    + changingPrograms + giving
}

/// Somebody's attempt to do something with what belongs to a place.
struct CrossingAttempt: Sendable {
  let world: CrossingWorld
  let person: CrossingPerson
  let place: CrossingPlace
  /// The tenant in which people work, as the person opened it, or why they can't.
  let opened: Result<Tenant, any Error>

  /// Where the person may bring something.
  var home: CrossingPlace { person.home }

  /// Returns the tenant in which people work.
  func tenant() throws -> Tenant { try opened.get() }

  /// The place after this one, into which somebody may try to carry something.
  var next: CrossingPlace {
    let all = CrossingPlace.all
    return all[((all.firstIndex(of: place) ?? 0) + 1) % all.count]
  }

  /// Does something with each of several things, and tells of each what came of it.
  func each<Element>(
    _ elements: some Sequence<Element>, _ body: (Tenant, Element) async throws -> [String]
  ) async throws -> [String] {
    let tenant = try tenant()
    var told: [String] = []
    for element in elements {
      do {
        told += try await body(tenant, element)
      } catch {
        told.append("\(type(of: error)): \(error)")
      }
    }
    return told
  }

  /// Does something with the tenant, with another that isn't the person's, and with one that isn't there.
  func eachTenant(_ body: (TenantID) async throws -> some Any) async throws -> [String] {
    var told: [String] = []
    for id in [CrossingWorld.own, CrossingWorld.other, Sample.id("unknown")]
    // Whoever sits at the console may open all tenants.
    where id == CrossingWorld.own || person.actor != .localOperator {
      do {
        _ = try await body(id)
        told.append("\(id) is open")
      } catch {
        told.append("\(error)")
      }
    }
    return told
  }
}
