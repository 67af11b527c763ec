import ArgumentParser
import CTECore

struct ProgramsGiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give", abstract: "Give a credential to students of a program at a school.",
    discussion: """
      Each student is checked by the same rules as uploads. Those without a problem receive it; who has it already is left as \
      they are. 'cte programs credentials' shows the codes, 'cte programs students' the students. It is undone with \
      'cte undo'.
      """)

  @Argument(help: "The number of the program at the school, as in the list.")
  var offering: String
  @Argument(help: "The numbers of the students.")
  var students: [String]
  @Option(help: "The code of the credential.")
  var code: String?
  @Option(help: "The title of a credential that is in no list, to suggest it.")
  var suggest: String?
  @OptionGroup var entry: EntryOptions
  @Flag(help: "Change nothing; only say what would become of it for whom.")
  var plan = false
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func validate() throws {
    guard (code == nil) != (suggest == nil) else {
      throw ValidationError("a credential is given by --code or by --suggest; take one of them")
    }
  }

  func run() async throws {
    let opened = try await tenant.open(on: day.today)
    let credential = code.map { GivenCredential.listed(code: $0) }
    let report = try await telling {
      try await opened.give(
        credential ?? .suggested(title: suggest ?? ""), to: students, of: offering,
        with: entry.values, isPlan: plan, at: day.now, on: day.today)
    }
    let undo = report.event.map { "\nTo undo it: \(tenant.typed("undo \($0)"))" } ?? ""
    try output.print(json: report.json(), text: report.text() + undo)
    if report.count(of: .refused) > 0 { throw ExitCode(1) }
  }
}
