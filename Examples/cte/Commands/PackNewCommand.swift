import ArgumentParser
import CTECore
import Foundation

struct PackNewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a small pack of an invented state to start from.")

  @Argument(help: "The pack's name: lower-case letters, digits and hyphens.")
  var name: String
  @Option(name: .customLong("in"), help: "The folder in which the pack's folder is made.")
  var parent = "."
  @Option(
    name: [.customLong("years"), .customLong("year")],
    help: "The fiscal years to cover, such as 2026 or 2026-2027 (else the one of today).",
    transform: { try YearSpan($0) })
  var years: YearSpan?
  @Option(help: "The pack's name for people (else the words of its name).")
  var title: String?
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  func validate() throws {
    if parent.allSatisfy(\.isWhitespace) {
      throw ValidationError("--in names no folder; leave it out for the current one")
    }
    do {
      _ = try plan()
    } catch {
      throw ValidationError(error.message)
    }
  }

  func run() async throws {
    let pack = try plan()
    try await telling { try pack.write(in: URL(fileURLWithPath: parent)) }
    let entry = NewPackEntry(pack, in: parent)
    try output.print(entry) { entry.words }
  }

  private func plan() throws(PackWritingError) -> NewPack {
    let current = FiscalCalendar.july.year(of: day.today)
    return try NewPack(
      named: name, title: title, years: years?.value ?? current...current, besides: Packs.shipped)
  }
}

/// A fiscal year or a span of them as an argument.
struct YearSpan {
  let value: ClosedRange<FiscalYear>

  init(_ argument: String) throws {
    let years = argument.split(separator: "-", omittingEmptySubsequences: false).map {
      Year(String($0))?.value
    }
    guard (1...2).contains(years.count), let first = years[0], let last = years[years.count - 1]
    else { throw ValidationError("years are written 2026 or 2026-2027") }
    guard first <= last else { throw ValidationError("the last year comes before the first") }
    value = first...last
  }
}

/// What `cte pack new` says.
private struct NewPackEntry: Encodable {
  let pack: String
  let folder: String
  let years: [Int]
  let files: [String]

  init(_ pack: NewPack, in parent: String) {
    self.pack = pack.name
    folder = parent.hasSuffix("/") ? parent + pack.name : "\(parent)/\(pack.name)"
    years = Array(pack.years.lowerBound.number...pack.years.upperBound.number)
    files = pack.files.map(\.path)
  }

  var words: String {
    """
    The pack '\(pack)' is made in \(folder): \(files.count) files for \(span). All of its data is synthetic.
    Next, to try it:
      cte validate \(folder)/sample.csv --pack \(folder) --year \(years[0])
      cte tenant create \(pack) --pack \(folder) --year \(years[0])
      cte import \(folder)/tests/reference/students.csv --tenant \(pack)
      cte import \(folder)/sample.csv --tenant \(pack)
    Then change it file by file, beginning with \(folder)/pack.yaml, and see what still holds:
      cte pack check \(folder)
    With the files of cte pack schema --out schemas, your editor completes keys and marks mistakes.
    """
  }

  private var span: String {
    years.count == 1
      ? "fiscal year \(years[0])" : "the fiscal years \(years[0]) to \(years[years.count - 1])"
  }
}
