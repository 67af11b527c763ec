import Foundation
import Testing

/// The built program, run as a person would.
struct Program: ~Copyable {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  struct Result {
    let output: String
    let trouble: String
    let exitCode: Int32
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func run(_ arguments: String...) throws -> Result {
    try run(arguments)
  }

  func run(_ arguments: [String], setting variables: [String: String] = [:]) throws -> Result {
    try run(Self.cte, arguments, setting: variables)
  }

  /// Runs it on a terminal, as if a person watched; what it says then comes as one.
  func runWatched(_ arguments: [String]) throws -> String {
    // No argument has a blank or a quote in it.
    #if os(Linux)
      let line = [
        "-q", "-e", "-c", ([Self.cte.path] + arguments).joined(separator: " "), "/dev/null",
      ]
    #else
      let line = ["-q", "/dev/null", Self.cte.path] + arguments
    #endif
    return try run(URL(fileURLWithPath: "/usr/bin/script"), line).output
  }

  private static var cte: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("cte")
  }

  private func run(
    _ program: URL, _ arguments: [String], setting variables: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = Self.root.appendingPathComponent("Examples/Quickstart")
    process.environment = ProcessInfo.processInfo.environment.merging(["CTE_DATA": folder.path]) {
      $1
    }.merging(variables) { $1 }
    let output = Pipe()
    let trouble = Pipe()
    process.standardOutput = output
    process.standardError = trouble
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let errors = String(decoding: trouble.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Result(output: text, trouble: errors, exitCode: process.terminationStatus)
  }

  /// Makes the passing folder, and returns its path.
  func madeFolder() throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }

  func makeDemo() throws {
    _ = try run("tenant", "create", "demo", "--pack", "arizona", "--year", "2022")
    for list in [
      "school", "program", "course", "coherent_sequence", "credential_list", "student",
      "enrollment", "credential",
    ] {
      _ = try run("import", "\(list).csv", "--tenant", "demo", "--on", "2022-05-01")
    }
  }
}

extension Program {
  /// Runs it with a mistake, and expects nothing of it but a sentence on standard error.
  func expectTrouble(_ arguments: [String], _ code: Int32, _ words: String) throws {
    let result = try run(arguments)
    #expect(result.exitCode == code, "\(arguments)")
    #expect(result.trouble.contains(words), "\(arguments) \(result.trouble)")
    #expect(result.output.isEmpty, "\(arguments)")
  }
}
