import CTEModel
import CTERulePack
import CTEStore

/// A tenant on its way to another pack or year.
struct Upgrade {
  private let tenant: Tenant
  private let before: TenantSettings
  private let after: TenantSettings
  private let pack: RulePack
  private let moment: Moment
  /// By what records were judged before, and are afterwards.
  private let rules: (before: UpgradeReport.Rules, after: UpgradeReport.Rules)

  /// - Parameters:
  ///   - old: The pack as it was loaded for the tenant so far; nil where it can't be used any more.
  ///   - pack: The pack afterwards, loaded for the year afterwards.
  init(
    of tenant: Tenant, from old: RulePack?, to pack: RulePack, settings: TenantSettings,
    at moment: Moment
  ) {
    self.tenant = tenant
    self.pack = pack
    self.moment = moment
    before = tenant.store.settings
    after = settings
    rules = (
      UpgradeReport.Rules(
        pack: old?.name ?? before.pack, version: old?.version, year: before.year),
      UpgradeReport.Rules(pack: pack.name, version: pack.version, year: after.year)
    )
  }

  /// Tells what must be looked at again.
  ///
  /// - Parameter event: The event that does it; nil for a plan.
  func report(_ session: any ReadSession, event: Int?) async throws -> UpgradeReport {
    let all = try await session.submissions()
    return UpgradeReport(
      tenant: tenant.id, before: rules.before, after: rules.after, event: event,
      isSame: before == after,
      submissions: all.filter {
        $0.isStanding && $0.year == after.year && $0.pack != packVersion
      },
      previews: all.filter { $0.isPreview && !$0.hasExpired(at: moment) },
      lostRoles: try await session.grants().filter { pack.role(named: $0.role) == nil },
      toLoad: try await toLoad(session))
  }

  /// Changes the tenant's pack and year, unless it has them already.
  func commit(_ session: any WriteSession) async throws -> UpgradeReport {
    guard before != after else {
      let report = try await report(session, event: nil)
      await session.rollback()
      return report
    }
    let report = try await report(session, event: session.nextEvent())
    try await session.change(after, from: before)
    try await session.commit(nil, draft())
    return report
  }

  private var packVersion: String { "\(pack.name) \(pack.version)" }

  private func draft() throws -> AuditEvent.Draft {
    AuditEvent.Draft(
      moment: moment, actor: tenant.actor.name, action: "upgrade tenant", pack: packVersion,
      details: try JSONText.line(["before": rules.before, "after": rules.after]))
  }

  /// Returns what is loaded by year and the year afterwards has none of yet.
  private func toLoad(_ session: any ReadSession) async throws -> [UpgradeReport.ToLoad] {
    var toLoad: [UpgradeReport.ToLoad] = []
    for type in RecordType.all {
      let formats = pack.formatsToLoad(type)
      guard !formats.isEmpty, let year = type.index(of: "year") else { continue }
      var query = RecordQuery(type, limit: 1)
      query.conditions = [(field: year, code: Int32(after.year.number))]
      guard try await session.records(query).isEmpty else { continue }
      toLoad.append(UpgradeReport.ToLoad(type: type, formats: formats))
    }
    return toLoad
  }
}

extension RulePack {
  /// Returns the formats by which records of a type are loaded that others need, sorted; none where a list of them comes with
  /// the pack, or where they are what is reported and nobody looks them up.
  fileprivate func formatsToLoad(_ type: RecordType) -> [String] {
    if lists.contains(where: { formats[$0.format]?.makes(type) ?? false }) { return [] }
    let all = formats.values.filter { $0.makes(type) }
    let isNeeded =
      all.allSatisfy(\.isTrusted)
      || records.values.contains { $0.lookups.contains { $0.type == type } }
    return isNeeded ? all.filter(\.isTrusted).map(\.name).sorted() : []
  }
}

extension ImportFormat {
  fileprivate func makes(_ type: RecordType) -> Bool { records.contains { $0.type == type } }
}
