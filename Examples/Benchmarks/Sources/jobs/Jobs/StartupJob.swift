/// Starting a program that does nothing.
struct StartupJob: Job {
  let name = "startup"
  let sentence = "'cte --version', against 'sqlite3 --version'."
  /// What is to be reached of the other's time.
  let time = 8.0

  func outcome(_ setting: Setting) throws -> Outcome {
    let contestants = [
      try Contestant(name: "cte", program: Program(path: setting.cte(), arguments: ["--version"])),
      Contestant(name: "sqlite3", program: Program(path: "sqlite3", arguments: ["--version"])),
    ]
    // So short a time is mostly the system's, which takes more runs to even out.
    let series = try contestants.race(runs: setting.runs ?? 30)
    // Both hold less memory than this program, so their peaks can't be told.
    let walls = series.map(\.wall)
    return Outcome(
      job: name, lines: zip(contestants, series).map { "\($0.name): \($1.times)" },
      bounds: [
        Bound(
          figure: "time", ours: walls[0].asSeconds, other: walls[1].asSeconds,
          reached: walls[0] / walls[1], limit: time)
      ])
  }
}
