import ArgumentParser
import CTECore

struct TenantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenant", abstract: "Create and list tenants.",
    subcommands: [Create.self, List.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create a tenant with a pack and a fiscal year.")

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
          in: options.store,
          packs: Packs.library, as: options.caller, at: day.now)
      }
      try output.print(TenantEntry(tenant)) {
        """
        Tenant '\(id)' is made: \(tenant.pack.title), fiscal year \(year.value).
        Next: cte import FILE --tenant \(id), first the lists that files are checked against.
        """
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the tenants.")

    @OptionGroup var options: StoreOptions
    @OptionGroup var output: OutputOption

    func run() async throws {
      let names = try await telling { try await options.store.tenants() }.map(\.name)
      try output.print(names) {
        names.isEmpty
          ? "There are no tenants yet; make one with cte tenant create."
          : names.joined(separator: "\n")
      }
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
