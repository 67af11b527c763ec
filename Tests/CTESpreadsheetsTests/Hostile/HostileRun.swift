import Foundation

@testable import HostileFiles

/// One run of the program that reads every hostile file, in a process of its own: what is measured is its memory.
struct HostileRun {
  /// What the program said of each file, in its order.
  let lines: [Line]
  let exitCode: Int32

  /// What the program said of a file.
  struct Line: CustomStringConvertible {
    let name: String
    let expected: String
    let outcome: String
    let kilobytes: Int
    let message: String

    var description: String {
      "\(name): \(outcome), \(kilobytes) KB, \(message)"
    }

    /// Reads a line; nil for the one of a file that took the program down.
    init?(_ text: Substring) {
      let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 5, let kilobytes = Int(parts[3]) else { return nil }
      (name, expected, outcome, message) = (parts[0], parts[1], parts[2], parts[4])
      self.kilobytes = kilobytes
    }

    /// Whether this may have come of the file.
    var isAsExpected: Bool {
      switch expected {
      case "any": true
      case "refused": outcome != "read"
      default: outcome == expected
      }
    }
  }

  static let shared = Result { try HostileRun() }

  private init() throws {
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    process.executableURL = products.appendingPathComponent("HostileFiles")
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    lines = text.split(separator: "\n").compactMap(Line.init)
    exitCode = process.terminationStatus
  }
}
