import CEL

/// An explanation as JSON.
struct ExplanationEntry: Encodable {
  let expression: String
  let line: Int
  let column: Int
  var value: String?
  var problem: String?
  var elementCount: Int?
  let because: [ExplanationEntry]

  init(_ explanation: Explanation) {
    expression = explanation.expression
    line = explanation.line
    column = explanation.column
    switch explanation.outcome {
    case .value(let value): self.value = value.description
    case .failure(_, let problem): self.problem = problem
    }
    elementCount = explanation.elements?.count
    because = explanation.because.map { ExplanationEntry($0) }
  }
}
