import ArgumentParser
import CTECore

struct ProgramsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the active programs at schools of the tenant's year.",
    discussion:
      "It can be sorted by each column: \(columns), or a column's title in the list.")

  @OptionGroup var tenant: TenantOptions
  @OptionGroup var part: OrganizationOption
  @Option(help: "The column by which they are sorted.")
  var sort = ProgramColumn.offering.rawValue
  @Flag(help: "Begin with the greatest.")
  var descending = false
  @OptionGroup var sheet: SheetOptions

  func run() async throws {
    let tenant = try await tenant.open()
    let list = try await telling {
      try await tenant.programs(
        of: part.organization, sortedBy: ProgramColumn(sort, in: tenant.pack),
        descending: descending)
    }
    try sheet.write(json: list.json(), csv: list.csv(), text: list.text())
  }

  private static var columns: String {
    ProgramColumn.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

/// The organization of which a command speaks.
struct OrganizationOption: ParsableArguments {
  @Option(help: "The organization, with all beneath it (else all of them).")
  var organization: String?
}
