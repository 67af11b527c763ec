/// What one run of a program took.
struct Run {
  /// From before it was started to after it ended, in seconds.
  let wall: Double
  /// The processor time of all its threads, in seconds.
  let processor: Double
  /// The most memory that it held at once, in bytes.
  let peak: Double
}

/// Several runs of one program.
struct Series {
  let runs: [Run]

  var wall: Double { runs.map(\.wall).median }
  var processor: Double { runs.map(\.processor).median }
  var peak: Double { runs.map(\.peak).median }

  /// The medians and how far times lie apart, as a line of a report.
  var details: String { "\(times), peak \(peak.asMebibytes)" }

  /// The same without the memory.
  var times: String {
    let walls = runs.map(\.wall)
    let range = "\((walls.min() ?? 0).asSeconds) to \((walls.max() ?? 0).asSeconds)"
    return
      "\(wall.asSeconds) (\(range) in \(runs.count) runs), processor \(processor.asSeconds)"
  }

  /// The medians, as a cell of a table.
  var summary: String { "\(wall.asSeconds), \(peak.asMebibytes)" }
}

extension [Double] {
  /// The value in the middle, the lower one of an even number of values.
  var median: Double {
    precondition(!isEmpty, "there is no median of nothing")
    return sorted()[(count - 1) / 2]
  }
}
