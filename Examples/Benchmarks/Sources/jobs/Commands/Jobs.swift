import ArgumentParser

@main
struct Jobs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs",
    abstract: "Measure whole jobs beside others that do the same, and print the ratios.",
    discussion: "Nothing is judged by time: the exit code is 0 however long anything took.",
    subcommands: [MeasureCommand.self, AllCommand.self, ListCommand.self],
    defaultSubcommand: MeasureCommand.self)
}

struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure one job; the word 'measure' may be left out.")

  @Argument(help: "The job's name, as 'jobs list' tells it.")
  var job: String
  @OptionGroup var options: SettingOptions

  func run() throws {
    guard let job = jobs.first(where: { $0.name == job }) else {
      throw ValidationError(
        "there is no job '\(job)'; there are \(jobs.map(\.name).joined(separator: ", "))")
    }
    print(try job.outcome(options.setting()).text)
  }
}

struct AllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Measure every job, and print a table in Markdown.")

  @OptionGroup var options: SettingOptions

  func run() throws {
    let setting = try options.setting()
    var outcomes: [Outcome] = []
    var failures = 0
    for job in jobs {
      tell("\(job.name) ...")
      do {
        outcomes.append(try job.outcome(setting))
        tell(outcomes[outcomes.count - 1].text)
      } catch {
        // The other jobs have their figures all the same.
        failures += 1
        tell("\(job.name): \(error)")
      }
    }
    print(([Outcome.heading] + outcomes.flatMap(\.rows)).joined(separator: "\n"))
    if failures > 0 { throw ExitCode(2) }
  }
}

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the jobs.")

  func run() {
    let width = jobs.map(\.name.count).max() ?? 0
    for job in jobs {
      print(job.name.padding(to: width), job.sentence, separator: "  ")
    }
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
