/// What came out of a job.
struct Outcome {
  let job: String
  /// What is told of each side, a line each.
  let lines: [String]
  let bounds: [Bound]
}

/// A figure of a job, and what the project set itself for it.
struct Bound {
  /// What is compared, such as "time".
  let figure: String
  let ours: String
  let other: String
  let reached: Double
  let limit: Double

  /// What is said of it beside its figure.
  var verdict: String { reached <= limit ? "reached" : "not reached" }
}

extension Bound {
  /// How long we take for each second of the other's.
  static func time(_ ours: Series, _ other: Series, atMost limit: Double) -> Bound {
    Bound(
      figure: "time", ours: ours.summary, other: other.summary, reached: ours.wall / other.wall,
      limit: limit)
  }

  /// How much we hold in memory for each byte of the other's.
  static func memory(_ ours: Series, _ other: Series, atMost limit: Double) -> Bound {
    Bound(
      figure: "peak memory", ours: ours.peak.asMebibytes, other: other.peak.asMebibytes,
      reached: ours.peak / other.peak, limit: limit)
  }
}

extension Outcome {
  init(_ job: String, _ contestants: [Contestant], _ series: [Series], bounds: [Bound]) {
    let lines = zip(contestants, series).map { "\($0.name): \($1.details)" }
    self.init(job: job, lines: lines, bounds: bounds)
  }

  /// The whole outcome as a person reads it.
  var text: String {
    let figures = bounds.map {
      "\($0.figure): \($0.reached.asFigure) of at most \($0.limit.asFigure), \($0.verdict)"
    }
    return ([job] + (lines + figures).map { "  " + $0 }).joined(separator: "\n")
  }

  /// The outcome as rows of a Markdown table.
  var rows: [String] {
    bounds.map {
      let cells = [
        "`\(job)`", $0.figure, $0.ours, $0.other, $0.reached.asFigure, $0.limit.asFigure,
        $0.verdict,
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
  }

  static let heading = """
    | job | figure | `cte` | beside | ratio | at most | |
    |---|---|---:|---:|---:|---:|---|
    """
}
