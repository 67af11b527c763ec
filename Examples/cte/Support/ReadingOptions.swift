import ArgumentParser
import CTECore
import CTESpreadsheets

/// Within which bounds files are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Another bound, such as rows=50000; may be given several times. 'cte limits' lists them.",
      valueName: "name=number"), transform: Change.init)
  var changes: [Change] = []

  /// The bounds.
  var limits: ReadingLimits {
    changes.reduce(into: ReadingLimits()) { $0[$1.limit] = $1.value }
  }

  /// Text and workbooks, within the bounds.
  var reading: Reading {
    var reading = Reading.spreadsheets
    reading.limits = limits
    return reading
  }

  /// A bound as it is set.
  struct Change {
    let limit: Limit
    let value: Int

    init(_ argument: String) throws {
      let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let value = Int(parts[1]), value > 0 else {
        throw ValidationError("a bound is set as NAME=NUMBER, such as rows=50000")
      }
      let settable = Limit.allCases.filter { !$0.isFixed }
      guard let limit = settable.first(where: { $0.rawValue == parts[0] }) else {
        let names = settable.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("no bound '\(parts[0])' can be set; those that can are \(names)")
      }
      guard value <= limit.greatest else {
        throw ValidationError("the bound '\(limit.rawValue)' is at most \(limit.greatest)")
      }
      self.limit = limit
      self.value = value
    }
  }
}
