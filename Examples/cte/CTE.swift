import ArgumentParser

/// The program: every command parses its input, makes one call into the library and prints the result.
@main
struct CTE: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cte",
    abstract: "Check and keep the records of career and technical education.",
    discussion: """
      Results go to standard output, trouble to standard error. Exit codes: 0 clean, 1 findings with errors, \
      2 unusable pack, file or store, 64 wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      TenantCommand.self, RolesCommand.self, ImportCommand.self, ValidateCommand.self,
      UploadsCommand.self, CredentialsCommand.self, EnrollmentsCommand.self, ProgramsCommand.self,
      CheckCommand.self, SuggestionsCommand.self,
      UndoCommand.self, AuditCommand.self, PackCommand.self, CELCommand.self, LimitsCommand.self,
    ])

  static func main() async {
    Memory.share()
    await main(nil)
  }
}
