import CTEModel

extension DeclarationReport {
  /// Returns the report in lines for people: what became of the declaration, and what is wrong.
  public func text() -> String {
    ([headline.printable] + findings.flatMap(\.linesWithoutCell)).joined(separator: "\n")
  }

  private var headline: String {
    let done = event.map { ", in event \($0) of the audit log" } ?? ""
    return switch state {
    case .declared: "Declared that program \(offering) has no credentials this year\(done)."
    case .alreadyDeclared: "Program \(offering) was declared to have no credentials already."
    case .refused: "Nothing was declared."
    case .revoked: "Taken back that program \(offering) has no credentials this year\(done)."
    case .notDeclared: "Program \(offering) isn't declared to have no credentials."
    }
  }

  /// Returns the report as one JSON object; equal reports give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(
      Entry(
        offering: offering, state: state.rawValue, event: event,
        findingList: findings.map(FindingEntry.ofEntry)))
  }

  private struct Entry: Encodable {
    let offering: String
    let state: String
    let event: Int?
    let findingList: [FindingEntry]
  }
}
