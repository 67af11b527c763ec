import ArgumentParser
import CTECore

struct TenantListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tenants to which you have access.")

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let entries = try await telling {
      var entries: [ListedTenant] = []
      for id in try await Tenant.all(in: options.store, as: options.caller) {
        entries.append(await ListedTenant(id, in: options.store))
      }
      return entries
    }
    try output.print(entries) {
      entries.isEmpty
        ? "There are no tenants yet; make one with cte tenant create."
        : TextTable.lines(entries.map(\.cells)).joined(separator: "\n")
    }
  }
}

/// A tenant of the list as JSON.
private struct ListedTenant: Encodable {
  let tenant: String
  var pack: String?
  var year: Int?
  var trouble: String?

  init(_ id: TenantID, in store: any Store) async {
    tenant = id.name
    do {
      let settings = try await store.scoped(to: id).settings
      pack = settings.pack
      year = settings.year.number
    } catch {
      // One that can't be opened must not keep the others from being listed.
      trouble = (error as? StoreError)?.message ?? "it can't be opened"
    }
  }

  var cells: [String] {
    [tenant, trouble ?? "\(pack ?? ""), fiscal year \(year.map { "\($0)" } ?? "")"]
  }
}
