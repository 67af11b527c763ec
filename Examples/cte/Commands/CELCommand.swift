import ArgumentParser
import CEL
import CTECore

struct CELCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cel", abstract: "Try the language in which rules are written.",
    subcommands: [Eval.self, Conformance.self])

  struct Eval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Evaluate an expression, and say its value, type and cost.",
      discussion: """
        The file of bindings is a JSON object of the variables' values, such as {"grade": 12}. A number \
        that is written with a point is a double, any other an int. A value of a type that \
        JSON doesn't have is an object of one key that names it: {"uint": 1}, {"double": 1}, {"bytes": "00ff"}, \
        {"timestamp": "2026-07-01T00:00:00Z"}, {"duration": [90, 0]}, {"map": [[1, "one"]]}.
        """)

    @Argument(help: "The expression.")
    var expression: String
    @Option(help: "A JSON file with the values of variables.")
    var bindings: String?
    @Option(help: "What the evaluation may cost.")
    var costLimit: UInt64 = Evaluator.defaultCostLimit
    @Flag(help: "Say how the value came about.")
    var explain = false
    @OptionGroup var output: OutputOption

    func run() async throws {
      let evaluation = try await telling {
        try Evaluation(
          of: expression, over: try bindings.map { try readBindings($0) } ?? [:],
          costLimit: costLimit, explains: explain)
      }
      try output.print(evaluation) { evaluation.words }
      guard let error = evaluation.error else { return }
      printError("error: \(error)")
      throw ExitCode(2)
    }
  }

  struct Conformance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run cases of the language's conformance suite.")

    @Argument(help: "JSON files, each with a list of cases.")
    var files: [String]
    @OptionGroup var output: OutputOption

    func run() async throws {
      let result = try await telling { try ConformanceResult(of: files) }
      try output.print(result) { result.words }
      if result.failed > 0 { throw ExitCode(1) }
    }
  }
}

/// What `cte cel eval` says.
private struct Evaluation: Encodable {
  var value: String?
  var error: String?
  private var isGivenUp = false
  let type: String
  let cost: UInt64
  let estimate: String
  var explanation: ExplanationEntry?
  private let sentences: String?

  private enum CodingKeys: CodingKey {
    case value, error, type, cost, estimate, explanation
  }

  init(
    of source: String, over bindings: [String: Value], costLimit: UInt64, explains: Bool
  ) throws {
    var environment = Environment()
    for (name, value) in bindings.sorted(by: { $0.key < $1.key }) {
      environment.declare(name, as: value.valueType)
    }
    let expression = try environment.check(source)
    let evaluator = Evaluator(expression, costLimit: costLimit, explains: explains)
    for (name, value) in bindings { evaluator[name] = value }
    do {
      value = try evaluator.value().literal(atMost: 1_000_000)
    } catch {
      self.error = error.description
      isGivenUp = error.code == .costLimit
    }
    type = expression.type.description
    cost = evaluator.cost
    estimate = expression.estimatedCost.words
    explanation = evaluator.explanation.map { ExplanationEntry($0) }
    sentences = evaluator.explanation?.sentences
  }

  var words: String {
    [
      "value: \(value ?? "none")", "type: \(type)",
      "cost: \(isGivenUp ? "more than " : "")\(cost) (estimated \(estimate))",
    ]
    .joined(separator: "\n") + (sentences.map { "\n\n" + $0 } ?? "")
  }
}

extension ClosedRange<UInt64> {
  fileprivate var words: String {
    if lowerBound == upperBound { return "\(lowerBound)" }
    return upperBound == .max ? "\(lowerBound) or more" : "\(lowerBound) to \(upperBound)"
  }
}

private func readBindings(_ file: String) throws -> [String: Value] {
  let json = try JSONValue(file: file)
  guard case .object(let object) = json else {
    throw JSONFileError("\(file) is no JSON object of values by the variables' names")
  }
  var values: [String: Value] = [:]
  for (name, json) in object.sorted(by: { $0.key < $1.key }) {
    do {
      values[name] = try Value(json)
    } catch let error as JSONFileError {
      throw JSONFileError("\(file): \(name): \(error)")
    }
  }
  return values
}
