import ArgumentParser
import Foundation

/// The form of a command's result.
struct OutputOption: ParsableArguments {
  @Option(name: .customLong("output"), help: "The form of the result.")
  var form = Form.text

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  /// Prints a result as JSON with sorted keys, or in words.
  func print(_ value: some Encodable, _ text: () -> String) throws {
    guard form == .json else { return Swift.print(text()) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    Swift.print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
