import ArgumentParser
import CTECore

struct TenantCreateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create a tenant with a pack and a fiscal year.",
    discussion: "Whoever makes it with --as administers it.")

  @Argument(help: "The tenant's name: lower-case letters, digits and hyphens.")
  var name: String
  @Option(help: "A shipped pack's name or a pack's folder.")
  var pack: String
  @Option(help: "The fiscal year, by the calendar year in which it ends.")
  var year: Year
  @OptionGroup var options: StoreOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func run() async throws {
    let id = try options.tenantID(name)
    let tenant = try await telling {
      try await Tenant.create(
        id, settings: TenantSettings(pack: Packs.named(pack), year: year.value),
        in: options.store, packs: Packs.library, as: options.caller, at: day.now)
    }
    try output.print(TenantEntry(tenant)) {
      """
      Tenant '\(id)' is made: \(tenant.pack.title), fiscal year \(year.value).
      Next: cte import FILE --tenant \(id), first the lists that files are checked against.
      """
    }
  }
}

private struct TenantEntry: Encodable {
  let tenant: String
  let pack: String
  let year: Int

  init(_ tenant: Tenant) {
    self.tenant = tenant.id.name
    pack = tenant.pack.name
    year = tenant.pack.year.number
  }
}
