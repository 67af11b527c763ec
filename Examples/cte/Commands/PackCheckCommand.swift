import ArgumentParser
import CTECore

struct PackCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Try everything that a rule pack promises, for every year that it covers.",
    discussion: """
      Exit codes: 0 everything holds, 1 something doesn't, 2 the pack can't be used.
      """)

  @Argument(help: "A pack's folder or a shipped pack's name.")
  var pack: String
  @Flag(help: "Try also whether every rule's examples tell it from its mutants.")
  var mutants = false
  @OptionGroup var output: OutputOption

  func run() async throws {
    let name = Packs.named(pack)
    let report = await PackCheck(name, from: Packs.library).run(tryingMutants: mutants)
    let folder = name.contains("/") ? pack : nil
    print(output.form == .json ? try report.json() : report.text(folder: folder))
    if !report.isUsable { throw ExitCode(2) }
    if !report.issues.isEmpty { throw ExitCode(1) }
  }
}
