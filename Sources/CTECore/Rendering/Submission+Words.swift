import CTEModel
public import CTEStore

extension Submission {
  /// The submission in a line for people: what was uploaded, by whom, and what became of it.
  public var line: String {
    let what = "\(number)  \(moment)  \(format)  \(fileName)  by \(actor)".printable
    return ([what + ": " + rowWords] + [findingWords].filter { !$0.isEmpty } + stateWords)
      .joined(separator: "; ")
  }

  /// What became of its rows.
  var rowWords: String {
    let parts = [
      (counts.accepted, "accepted"), (counts.updated, "updated"), (counts.unchanged, "unchanged"),
      (counts.rejected, "rejected"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(counts.read) read"
      + (told.isEmpty ? "" : ", " + told.joined(separator: ", "))
  }

  /// How many errors and warnings there were; empty where there were none.
  var findingWords: String {
    [Severity.error, .warning].filter { findingCount($0) > 0 }.map {
      counted(findingCount($0), $0.rawValue)
    }.joined(separator: ", ")
  }

  private var stateWords: [String] {
    (expires.map { ["preview, expires on \($0.day)"] } ?? [])
      + (withdrawnIn.map { ["withdrawn in event \($0)"] } ?? [])
  }
}
