/// How the time of a row grows with the file.
struct GrowthJob: Job {
  let name = "growth"
  let sentence = "The time per row of an upload of 1,000,000 rows, against one of 100,000."
  /// What is to be reached of the time of a row of the shorter file.
  let time = 1.3

  func outcome(_ setting: Setting) throws -> Outcome {
    let uploads = [Upload(.state), Upload(.middle)]
    let contestants = try uploads.contestants(setting)
    let series = try contestants.race(runs: setting.runs)
    let perRow = zip(uploads, series).map { $1.wall / Double($0.rows) }
    let texts = perRow.map { ($0 * 1_000_000).asFigure + " µs a row" }
    return Outcome(
      name, contestants, series,
      bounds: [
        Bound(
          figure: "time per row", ours: texts[0], other: texts[1], reached: perRow[0] / perRow[1],
          limit: time)
      ])
  }
}

/// How the memory grows with the file.
struct MemoryJob: Job {
  let name = "memory"
  let sentence =
    "The peak memory of an upload of 4,000,000 rows above that of one of 1,000,000, in bytes per further row."
  /// What is to be reached, in bytes per further row.
  let bytes = 24.0

  func outcome(_ setting: Setting) throws -> Outcome {
    let uploads = [Upload(extraOf: .large), Upload(.state)]
    let contestants = try uploads.contestants(setting)
    let series = try contestants.race(runs: setting.runs)
    let further = Double(uploads[0].rows - uploads[1].rows)
    return Outcome(
      name, contestants, series,
      bounds: [
        Bound(
          figure: "bytes per further row", ours: series[0].peak.asMebibytes,
          other: series[1].peak.asMebibytes, reached: (series[0].peak - series[1].peak) / further,
          limit: bytes)
      ])
  }
}

extension [Upload] {
  /// Returns `cte` with each of the files.
  fileprivate func contestants(_ setting: Setting) throws -> [Contestant] {
    try map { upload in
      var ours = try upload.ours(setting)
      ours.name = "cte, \(upload.rows.grouped) rows"
      return ours
    }
  }
}
