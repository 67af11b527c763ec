import CTETestKit
import Foundation

/// Feeds generated and mutated expressions to the lexer, parser, checker and evaluators, until one breaks a promise.
///
/// ```
/// swift run -c release CELFuzz [executions] [seed] [corpus folder]
/// ```
@main
struct CELFuzz {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { $0 }
    let executions = arguments.first.flatMap { Int($0) } ?? 100_000
    let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1
    let folder = arguments.count > 2 ? arguments[2] : corpusFolder
    try Fuzzing(corpus: corpus(in: folder), seed: seed).run(executions)
  }

  static let corpusFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpus").path

  /// Returns the expressions of a folder's files, one on each line.
  static func corpus(in folder: String) throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try files.flatMap { file in
      try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\n")
        .map(String.init)
    }
  }
}

/// A run of the fuzzer.
struct Fuzzing {
  let corpus: [String]
  let seed: UInt64

  /// Executes expressions, and ends the program at the first that breaks a promise.
  func run(_ executions: Int) {
    let promises = Promises()
    let mutator = Mutator(corpus: corpus)
    var random = SeededGenerator(seed: seed)
    var generator = ExpressionGenerator(seed: seed)
    for execution in 1...max(1, executions) {
      // Half of them fit the types, the others need not even be expressions.
      let source =
        execution.isMultiple(of: 2)
        ? generator.expression() : mutator.mutate(&random)
      if let breach = promises.breach(of: source) {
        print("\(breach)\n\(source)")
        exit(1)
      }
      if execution.isMultiple(of: 1_000_000) { print("\(execution) executions") }
    }
    print("\(executions) executions, seed \(seed): every promise was kept")
  }
}
