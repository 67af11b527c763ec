import Benchmark
import CTECore

/// The whole import as an embedder makes it, in this process, with a new copy of the tenant each time.
func addImportBenchmark(_ sample: Sample) {
  Benchmark.add("import, \(sample.studentCount) rows") {
    let bench = try await Workbench(sample).loaded()
    return (path: try bench.csv(), bench: bench)
  } body: { subject, benchmark in
    let tenant = try await subject.bench.copiedTenant()
    benchmark.startMeasurement()
    let report = try await tenant.importFile(
      subject.path, at: Workbench.moment, on: Workbench.today, reading: Workbench.reading)
    benchmark.stopMeasurement()
    precondition(
      report.counts.rejected == sample.mistakeCount, "every mistake is found, and no other")
  }
}
