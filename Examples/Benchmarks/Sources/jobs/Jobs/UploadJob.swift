import Foundation

/// An upload imported by `cte` and by a peer.
struct UploadJob: Job {
  let name: String
  let upload: Upload
  let peer: String
  /// What is to be reached of the peer's time.
  let time: Double
  /// What is to be reached of the peer's memory, where anything is.
  var memory: Double?

  var sentence: String {
    let kind = upload.isWorkbook ? "XLSX" : "CSV"
    let store =
      upload.rows == upload.set.students
      ? "" : " into a store of \(upload.set.students.grouped) students"
    return
      "A credential upload of \(upload.rows.grouped) rows (\(kind))\(store), against \(peer)."
  }

  func outcome(_ setting: Setting) throws -> Outcome {
    let contestants = [try upload.ours(setting), try upload.theirs(peer, setting)]
    let series = try contestants.race(runs: setting.runs)
    var bounds = [Bound.time(series[0], series[1], atMost: time)]
    if let memory { bounds.append(.memory(series[0], series[1], atMost: memory)) }
    return Outcome(name, contestants, series, bounds: bounds)
  }
}

extension Upload {
  /// Returns `cte`, which imports the file into a fresh copy of its tenant.
  func ours(_ setting: Setting) throws -> Contestant {
    let folder = try setting.scratch("cte")
    let tenants = Tenants(set: set)
    let errors = folder.appending(path: "errors.csv")
    let report = folder.appending(path: "import.json")
    let file = try file(setting)
    var program = try setting.importing(
      file, into: folder.appending(path: "tenant"), on: "2022-08-01",
      ["--errors", errors.path, "--output", "json"])
    program.output = report
    // Rows with mistakes are what the upload is about, so errors among the findings are no failure.
    program.successes = [1]
    var comparing = try setting.peers().script(
      "compare.py", [errors.path, truth(setting).path, report.path, "\(rows)"])
    comparing.output = folder.appending(path: "comparison.txt")
    return Contestant(
      name: "cte", program: program, files: [file],
      prepare: { try tenants.copy(to: folder.appending(path: "tenant"), setting) },
      check: { [comparing] in try comparing.run() })
  }

  /// Returns a peer, which reads the store and writes what it accepts into a file of its own.
  func theirs(_ peer: String, _ setting: Setting) throws -> Contestant {
    let folder = try setting.scratch("peer")
    let accepted = folder.appending(path: "accepted.sqlite").path
    let errors = folder.appending(path: "errors.csv").path
    let peers = try setting.peers()
    let file = try file(setting)
    let store = try set.folder(setting).appending(path: "store.sqlite")
    let program = peers.script(
      "peers/" + peer,
      [
        "--in", file.path, "--store", store.path, "--out", accepted, "--errors", errors,
      ])
    var comparing = peers.script("check.py", [try truth(setting).path, errors, accepted])
    comparing.output = folder.appending(path: "comparison.txt")
    return Contestant(
      name: peer, program: program, files: [file, store],
      prepare: { try FileManager.default.empty(folder) },
      check: { [comparing] in try comparing.run() })
  }
}
