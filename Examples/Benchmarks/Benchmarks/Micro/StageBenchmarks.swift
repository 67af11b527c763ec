import Benchmark
import CTECore

/// The stages of an import by themselves, each given what the one before makes: map, check, commit.
func addStageBenchmarks(_ sample: Sample) {
  add("map", sample) { upload, _, benchmark in
    var stages = upload.stages()
    benchmark.startMeasurement()
    blackHole(stages.map(upload.tables))
  }
  add("check", sample) { upload, _, benchmark in
    var stages = upload.stages()
    var batches = stages.map(upload.tables)
    benchmark.startMeasurement()
    blackHole(try stages.check(&batches))
  }
  add("commit", sample) { upload, bench, benchmark in
    var stages = upload.stages()
    var batches = stages.map(upload.tables)
    let changes = try stages.check(&batches)
    let records = try await bench.copiedRecords()
    benchmark.startMeasurement()
    try await upload.commit(changes, into: records)
  }
}

private func add(
  _ name: String, _ sample: Sample,
  _ body: @escaping (StagedUpload, Workbench, Benchmark) async throws -> Void
) {
  Benchmark.add("\(name), \(sample.studentCount) rows") {
    let bench = try await Workbench(sample).loaded()
    return (upload: try await StagedUpload(bench), bench: bench)
  } body: { subject, benchmark in
    try await body(subject.upload, subject.bench, benchmark)
    benchmark.stopMeasurement()
  }
}
