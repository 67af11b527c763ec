import CTECore
import Foundation
import Testing

/// The generator of synthetic data with known mistakes that lies beside some checkouts.
enum DataGenerator {
  static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/bench/generate.py").standardizedFileURL.path

  static var isThere: Bool { FileManager.default.fileExists(atPath: script) }

  /// Generates data; an upload of `extra` rows too, where any are wanted.
  static func run(rows: Int, seed: Int, into folder: URL, extra: Int = 0) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", script, "--out", folder.path, "--seed", "\(seed)", "--rows", "\(rows)",
      "--no-xlsx", "--extra-upload", "\(extra)",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}

struct GeneratedDataTests {
  @Test(.enabled(if: DataGenerator.isThere), arguments: [7, 11])
  func `the findings are exactly the planted mistakes`(seed: Int) async throws {
    let demo = try await Demo(loading: [])
    let folder = demo.folder.appendingPathComponent("generated")
    try DataGenerator.run(rows: 3000, seed: seed, into: folder)
    for list in Demo.lists {
      let report = try await demo.tenant.importFile(
        folder.appendingPathComponent("ref/\(list).csv").path, at: Demo.moment)
      #expect(report.counts.accepted == report.counts.read, "\(list)")
    }
    let collector = Collector()
    let upload = folder.appendingPathComponent("upload.csv")
    let report = try await demo.tenant.importFile(upload.path, at: Demo.moment, findings: collector)
    let truth = try Self.places(in: folder.appendingPathComponent("truth.csv"))
    #expect(Set(collector.findings.map { "\($0.row),\($0.column)" }) == truth)
    #expect(collector.findings.count == truth.count)
    #expect(report.counts.accepted == 3000 - truth.count)

    let again = try await demo.tenant.importFile(upload.path, at: Demo.moment)
    #expect(again.state == .unchanged && again.counts.unchanged == report.counts.accepted)
  }

  @Test(.enabled(if: DataGenerator.isThere))
  func `a small file against a large store has the same findings as the whole`() async throws {
    let demo = try await Demo(loading: [])
    let folder = demo.folder.appendingPathComponent("generated")
    try DataGenerator.run(rows: 8000, seed: 5, into: folder, extra: 900)
    for list in Demo.lists {
      _ = try await demo.tenant.importFile(
        folder.appendingPathComponent("ref/\(list).csv").path, at: Demo.moment)
    }
    let collector = Collector()
    let upload = folder.appendingPathComponent("upload_900.csv")
    let report = try await demo.tenant.importFile(upload.path, at: Demo.moment, findings: collector)
    let truth = try Self.places(in: folder.appendingPathComponent("truth_900.csv"))
    #expect(!truth.isEmpty)
    #expect(Set(collector.findings.map { "\($0.row),\($0.column)" }) == truth)
    #expect(report.counts.accepted == 900 - truth.count)
    let again = try await demo.tenant.importFile(upload.path, at: Demo.moment)
    #expect(again.state == .unchanged && again.counts.unchanged == report.counts.accepted)
  }

  /// The row and column of every planted mistake.
  private static func places(in truth: URL) throws -> Set<String> {
    let lines = try String(contentsOf: truth, encoding: .utf8).split(separator: "\n").dropFirst()
    return Set(lines.map { $0.split(separator: ",").prefix(2).joined(separator: ",") })
  }
}
