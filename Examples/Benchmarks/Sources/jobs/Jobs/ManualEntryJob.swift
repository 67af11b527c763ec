import Foundation

/// One credential that is checked and recorded by hand, in a large store and in a small one.
struct ManualEntryJob: Job {
  let name = "manual-entry"
  let sentence =
    "One credential entered by hand into a store of 1,000,000 students, against the same into one of 10,000."
  /// What is to be reached of the time in the small store.
  let time = 2.0

  func outcome(_ setting: Setting) throws -> Outcome {
    let contestants = [
      try clerk("cte, 1,000,000 students", Upload(.state), setting),
      try clerk("cte, 10,000 students", Upload(.small), setting),
    ]
    let series = try contestants.race(runs: setting.runs)
    return Outcome(
      name, contestants, series, bounds: [.time(series[0], series[1], atMost: time)])
  }

  private func clerk(_ name: String, _ upload: Upload, _ setting: Setting) throws -> Contestant {
    let folder = try setting.scratch("entry-\(upload.set.students)").appending(path: "tenant")
    let tenants = Tenants(set: upload.set)
    let row = try ValidRow(of: upload, setting)
    let values = row.values.flatMap { ["--set", "\($0)=\($1)"] }
    let program = try Program(
      path: setting.cte(),
      arguments: ["credentials", "add", "--tenant", Tenants.name, "--on", "2022-08-01"] + values,
      environment: ["CTE_DATA": folder.path])
    return Contestant(
      name: name, program: program, prepare: { try tenants.copy(to: folder, setting) })
  }
}

/// A row of an upload without a mistake, as it is entered by hand.
private struct ValidRow {
  let values: [(field: String, text: String)]

  init(of upload: Upload, _ setting: Setting) throws {
    let truth = try Self.beginning(of: upload.truth(setting))
    let wrong = Set(truth.map { $0.prefix { $0 != "," } })
    let lines = try Self.beginning(of: upload.file(setting))
    for (number, line) in lines.enumerated() where !wrong.contains("\(number + 2)") {
      if let values = Self.values(of: line) {
        self.values = values
        return
      }
    }
    throw Trouble("there is no row without a mistake at the beginning of the upload")
  }

  /// Returns the first lines of a file below its titles.
  private static func beginning(of file: URL) throws -> ArraySlice<Substring> {
    // The whole file isn't needed, and would count as memory of whatever is run later.
    let bytes = try FileHandle(forReadingFrom: file).read(upToCount: 1 << 12) ?? Data()
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.dropFirst().dropLast()
  }

  /// Returns the values of a line, or nil where it has anything else than plain cells.
  private static func values(of line: Substring) -> [(field: String, text: String)]? {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let day = cells.count == 11 ? cells[7].split(separator: "/") : []
    guard day.count == 3, !line.contains("\"") else { return nil }
    return [
      ("school", cells[1]), ("program", cells[2]), ("course", cells[3]), ("provider", cells[4]),
      ("student", cells[5]), ("day", "\(day[2])-\(day[0])-\(day[1])"),
      ("passed", cells[8] == "Y" ? "true" : "false"), ("credentialCode", cells[9]),
    ]
  }
}
