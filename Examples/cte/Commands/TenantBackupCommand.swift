import ArgumentParser
import CTECore
import CTEStoreSQLite
import Foundation

struct TenantBackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy a tenant into a folder, and verify the copy.",
    discussion: "Others can read and write meanwhile; the copy is as of one moment.")

  @Argument(help: "The tenant's name.")
  var name: String
  @Option(name: .customLong("to"), help: "The folder that is made; nothing may be there.")
  var destination: String
  @OptionGroup var options: StoreOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func run() async throws {
    let id = try options.tenantID(name)
    try await telling { try await options.requireAdministrator(of: id, to: "back the tenant up") }
    let receipt = try await telling {
      try await options.files.backup(
        id, to: URL(fileURLWithPath: destination), at: day.now)
    }
    try output.print(BackupEntry(receipt)) {
      """
      Tenant '\(id)' is backed up in \(destination): \(receipt.words).
      Next: keep the folder on another machine; cte tenant restore \(destination) makes the tenant again.
      """
    }
  }
}
