import ArgumentParser
import CTECore
import CTEStoreSQLite
import Foundation

struct TenantRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Verify a backup and make its tenant again.")

  /// Whoever restores a backup has all that is in it, and nobody was given a role in what isn't there yet.
  private static let notAllowed = AccessError(
    .notAllowed, "only the local operator can restore a tenant; leave --as out")

  @Argument(help: "The folder of the backup.")
  var folder: String
  @Option(help: "Another name for the tenant than the one that it had.")
  var asTenant: String?
  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let id = try asTenant.map { try options.tenantID($0) }
    let receipt = try await telling {
      guard options.caller == .localOperator else { throw Self.notAllowed }
      return try await options.files.restore(from: URL(fileURLWithPath: folder), as: id)
    }
    let tenant = id ?? receipt.tenant
    try output.print(BackupEntry(receipt, restoredAs: tenant)) {
      """
      Tenant '\(tenant)' is there as it was at \(receipt.moment): \(receipt.words).
      Next: cte uploads list --tenant \(tenant) shows the last upload that it knows.
      """
    }
  }
}
