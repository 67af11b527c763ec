import Benchmark
import Foundation

let benchmarks: @Sendable () -> Void = {
  let isSmall = ProcessInfo.processInfo.environment["MICRO_SIZE"] == "small"
  Benchmark.defaultConfiguration.metrics = metrics
  Benchmark.defaultConfiguration.maxDuration = isSmall ? .milliseconds(200) : .seconds(3)
  Benchmark.defaultConfiguration.maxIterations = isSmall ? 5 : 1_000
  let sample = Sample(studentCount: isSmall ? 2_000 : 20_000)
  if !countsInstructions && isRunDirectly { tellOfInstructions() }
  addReadingBenchmarks(sample)
  addStageBenchmarks(sample)
  addImportBenchmark(sample)
  addRuleBenchmarks()
}

/// What is measured; instructions only where the machine counts them, since they would read zero elsewhere.
private var metrics: [BenchmarkMetric] {
  let common: [BenchmarkMetric] = [.wallClock, .cpuUser, .throughput]
  return countsInstructions ? common + [.instructions] : common
}

/// Whether the machine counts instructions for whoever asks; virtual machines often don't.
private var countsInstructions: Bool {
  #if os(Linux)
    // A machine without these files counts nothing.
    let folder = "/sys/bus/event_source/devices"
    let devices = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let setting = "/proc/sys/kernel/perf_event_paranoid"
    let caution = try? String(contentsOfFile: setting, encoding: .utf8)
    let isAllowed = caution.flatMap { Int($0.filter { !$0.isWhitespace }) }.map { $0 <= 2 }
    return isAllowed == true
      && devices.contains { $0.hasPrefix("cpu") || $0.hasPrefix("armv8") }
  #else
    true
  #endif
}

/// Whether nobody but a person or a script started this program, and no tool that gathers its figures.
private var isRunDirectly: Bool { !CommandLine.arguments.contains { $0.hasPrefix("--input") } }

private func tellOfInstructions() {
  let words = "This machine doesn't count instructions, so times are all there is.\n"
  FileHandle.standardError.write(Data(words.utf8))
}
