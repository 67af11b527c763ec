import ArgumentParser
import CTECore

/// The tenant of whose records a command speaks.
struct TenantOptions: ParsableArguments {
  @Option(name: .customLong("tenant"), help: "The tenant's name.")
  var name: String
  @OptionGroup var store: StoreOptions

  /// Opens the tenant as the caller, and says in a sentence where that can't be done.
  func open(on day: CalendarDay? = nil) async throws -> Tenant {
    try await telling { try await store.tenant(name, on: day) }
  }

  /// Returns a command as it is typed to go on with the same tenant.
  func typed(_ command: String) -> String {
    store.typed("\(command) --tenant \(name)")
  }
}
