import ArgumentParser
import CTECore

struct ProgramsNoCredentialsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "no-credentials",
    abstract: "Declare that a program at a school has no credentials this year, or take it back.",
    discussion: "A program that has credentials can't be declared to have none.")

  @Argument(help: "The number of the program at the school, as in the list.")
  var offering: String
  @Flag(help: "Whether to make the declaration or to take it back.")
  var act: Act
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  enum Act: String, EnumerableFlag {
    case declare
    case revoke
  }

  func run() async throws {
    let tenant = try await tenant.open(on: day.today)
    let report = try await telling {
      switch act {
      case .declare:
        try await tenant.declareNoCredentials(in: offering, at: day.now, on: day.today)
      case .revoke:
        try await tenant.revokeNoCredentials(in: offering, at: day.now, on: day.today)
      }
    }
    try output.print(json: report.json(), text: report.text())
    if report.state == .refused { throw ExitCode(1) }
  }
}
