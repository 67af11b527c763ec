import ArgumentParser
import CTECore
import Foundation

/// The form of a list, and where it goes.
struct SheetOptions: ParsableArguments {
  @Option(name: .customLong("output"), help: "The form of the list.")
  var form = Form.text
  @Option(help: "A file into which the list is written, in the place of one that is there.")
  var out: String?

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
  }

  func validate() throws {
    if out?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--out names no file; leave it out to print the list")
    }
  }

  /// Prints a list, which knows all forms itself, or writes it into the file.
  ///
  /// - Parameter subject: What is in the file then, as in "The list is".
  func write(
    _ subject: String = "The list is",
    json: @autoclosure () throws -> String, csv: @autoclosure () throws -> String,
    text: @autoclosure () throws -> String
  ) throws {
    let content =
      switch form {
      case .json: try json() + "\n"
      case .csv: try csv()
      case .text: try text() + "\n"
      }
    guard let out else { return Swift.print(content, terminator: "") }
    try telling(about: out) {
      try Data(content.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
    }
    Swift.print("\(subject) in \(out).")
  }
}

/// Says in a sentence where a file can't be written.
func telling(about file: String, _ write: () throws -> Void) throws {
  do {
    try write()
  } catch {
    printError("error: \(file) can't be written; does its folder exist, and is it yours?")
    throw ExitCode(2)
  }
}
