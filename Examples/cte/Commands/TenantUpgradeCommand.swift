import ArgumentParser
import CTECore

struct TenantUpgradeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade", abstract: "Move a tenant to another pack or fiscal year.",
    discussion: """
      Records stay as they are. The report says what must be looked at again: uploads that were checked by other rules, open \
      previews, roles that the pack doesn't have, and lists that the year has none of yet.
      """)

  @Argument(help: "The tenant's name.")
  var name: String
  @Option(help: "A shipped pack's name or a pack's folder (else the tenant's own).")
  var pack: String?
  @Option(help: "The fiscal year, by the calendar year in which it ends (else the tenant's own).")
  var year: Year?
  @Flag(help: "Change nothing; only say what would have to be looked at again.")
  var plan = false
  @OptionGroup var options: StoreOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func run() async throws {
    let id = try options.tenantID(name)
    let report = try await telling {
      try await Tenant.upgrade(
        id, pack: pack.map(Packs.named), year: year?.value, in: options.store,
        packs: Packs.library, as: options.caller, isPlan: plan, at: day.now)
    }
    try output.print(json: report.json(), text: report.text())
  }
}
