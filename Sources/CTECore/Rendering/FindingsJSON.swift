import CTEModel

/// Findings as a JSON array, one to a line.
struct FindingsJSON: FindingRenderer {
  let head = "["
  let tail = "\n]\n"

  func text(of finding: Finding, isFirst: Bool) throws -> String {
    try (isFirst ? "\n" : ",\n") + JSONText.line(FindingEntry(finding))
  }
}
