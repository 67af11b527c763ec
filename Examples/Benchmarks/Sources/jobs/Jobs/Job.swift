/// Something that takes time, and what it is measured against.
protocol Job: Sendable {
  var name: String { get }
  /// What is measured against what, in a sentence.
  var sentence: String { get }

  /// Does the job, and returns what came out.
  ///
  /// - Throws: `Trouble` where anybody fails or writes something else than they must, so that there is no figure.
  func outcome(_ setting: Setting) throws -> Outcome
}

/// Every job, in the order of the table.
let jobs: [any Job] = [
  UploadJob(
    name: "csv-10k", upload: Upload(.small), peer: "peer_sqlite.py", time: 0.5),
  UploadJob(
    name: "csv-100k", upload: Upload(.middle), peer: "peer_polars.py", time: 0.3),
  UploadJob(
    name: "csv-1m", upload: Upload(.state), peer: "peer_polars.py", time: 0.25, memory: 0.25),
  UploadJob(
    name: "xlsx-100k", upload: Upload(.middle, isWorkbook: true), peer: "peer_polars.py",
    time: 0.3),
  UploadJob(
    name: "xlsx-1m", upload: Upload(.state, isWorkbook: true), peer: "peer_polars.py", time: 0.3),
  UploadJob(
    name: "district-in-state", upload: Upload(extraOf: .state), peer: "peer_sqlite.py", time: 0.4),
  ManualEntryJob(),
  StartupJob(),
  RuleJob(),
  GrowthJob(),
  MemoryJob(),
]
