import ArgumentParser
import CTECore

struct CheckCompletenessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completeness",
    abstract: "List the active programs that have neither credentials nor the declaration of none.",
    discussion: """
      Ends with 1 where there are any. Credentials are uploaded, or given with 'cte programs give'; the declaration is made \
      with 'cte programs no-credentials'.
      """)

  @OptionGroup var tenant: TenantOptions
  @OptionGroup var part: OrganizationOption
  @OptionGroup var sheet: SheetOptions

  func run() async throws {
    let tenant = try await tenant.open()
    let report = try await telling { try await tenant.completeness(of: part.organization) }
    try sheet.write(json: report.json(), csv: report.csv(), text: report.text())
    if !report.isComplete { throw ExitCode(1) }
  }
}
