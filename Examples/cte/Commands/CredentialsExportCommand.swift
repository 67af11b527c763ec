import ArgumentParser
import CTECore

struct CredentialsExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the credentials of a program at a school, or of an organization, as a file.",
    discussion: """
      With --offering: students of a program at a school with the credentials that they received in it this year; who received \
      none has a row too. Else: all credentials that were received in an organization in the past years, by students who are \
      still in one of its schools.
      """)

  @Option(help: "The number of a program at a school, of whose students the file tells.")
  var offering: String?
  @OptionGroup var grouping: GroupingOptions
  @OptionGroup var part: OrganizationOption
  @Option(help: "How many years, the last of which is the tenant's (else 4).")
  var years: Int?
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var file: SheetFileOptions

  func validate() throws {
    if offering != nil, part.organization != nil || years != nil {
      throw ValidationError("--offering goes without --organization and --years; take one of them")
    }
    if offering == nil, grouping.isGiven {
      throw ValidationError("a group is one of a program; name it with --offering")
    }
  }

  func run() async throws {
    let tenant = try await tenant.open()
    try file.write(try await telling { try await sheet(of: tenant) })
  }

  private func sheet(of tenant: Tenant) async throws -> ExportSheet {
    guard let offering else {
      return try await tenant.credentialSheet(receivedIn: part.organization, years: years ?? 4)
    }
    return try await tenant.credentialSheet(of: offering, in: grouping.value)
  }
}
