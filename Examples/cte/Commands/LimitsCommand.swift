import ArgumentParser
import CTECore

struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits", abstract: "List the bounds within which files are read.",
    discussion: """
      A file that passes a bound is refused with the bound's name, and nothing of it is taken. \
      Another bound is set for one command with --limit NAME=NUMBER.
      """)

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: OutputOption

  func run() throws {
    let limits = reading.limits
    try output.print(Limit.allCases.map { Entry($0, limits[$0]) }) {
      let width = Limit.allCases.map(\.rawValue.count).max() ?? 0
      return Limit.allCases.map { limit in
        let name = limit.rawValue.padding(to: width)
        return "\(name)  \(String(limits[limit]).leftPadding(to: 10))  \(limit.summary)"
          + (limit.isFixed ? " (fixed)" : "")
      }.joined(separator: "\n")
    }
  }

  private struct Entry: Encodable {
    let limit: String
    let value: Int
    let summary: String
    let fixed: Bool

    init(_ limit: Limit, _ value: Int) {
      self.limit = limit.rawValue
      self.value = value
      summary = limit.summary
      fixed = limit.isFixed
    }
  }
}

extension String {
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }

  fileprivate func leftPadding(to length: Int) -> String {
    String(repeating: " ", count: max(0, length - count)) + self
  }
}
