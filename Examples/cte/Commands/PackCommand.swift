import ArgumentParser
import CEL

struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Check, explain and begin rule packs.",
    subcommands: [
      PackNewCommand.self, PackCheckCommand.self, PackExplainCommand.self, PackSchemaCommand.self,
      UnknownPackCommand.self,
    ], defaultSubcommand: UnknownPackCommand.self)
}

/// What stands for a command that there isn't, and says which may have been meant.
struct UnknownPackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "unknown", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() throws {
    guard let word = words.first else { throw CleanExit.helpRequest(PackCommand.self) }
    let names = ["new", "check", "explain", "schema"]
    let meant = nearest(to: word, among: names).map { "did you mean '\($0)'?" }
    printError(
      "error: there is no command 'pack \(word)'\n  help: "
        + (meant ?? "there are \(names.joined(separator: ", "))"))
    throw ExitCode(64)
  }
}
