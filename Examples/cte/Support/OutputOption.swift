import ArgumentParser
import CTECore

/// The form of a command's result.
struct OutputOption: ParsableArguments {
  @Option(name: .customLong("output"), help: "The form of the result.")
  var form = Form.text

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  /// Prints a report, which knows both forms itself.
  func print(json: @autoclosure () throws -> String, text: @autoclosure () -> String) throws {
    Swift.print(form == .json ? try json() : text())
  }

  /// Prints a result as JSON with sorted keys, or in words.
  func print(_ value: some Encodable, _ text: () -> String) throws {
    Swift.print(form == .json ? try JSONText.pretty(value) : text())
  }
}
