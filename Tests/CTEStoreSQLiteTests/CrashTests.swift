import Foundation
import GRDB
import Testing

@testable import CTEStoreSQLite
@testable import CrashHarness

struct CrashTests {
  /// Enough for every step of every operation, and a few in between.
  @Test func `after a hundred and twenty kills nothing is half-done, lost or unaudited`() throws {
    let run = try HarnessRun("--kills", "120", "--seed", "1")
    #expect(run.lines.last == "120 kills: 0 half-done, 0 lost, 0 audit breaks", "\(run.lines)")
    #expect(run.exitCode == 0)
    for operation in StoreOperation.all {
      let line = try #require(run.lines.first { $0.hasPrefix("\(operation.name): ") })
      let steps = try #require(line.firstMatch(of: #/(\d+) of (\d+) steps/#))
      #expect(steps.1 == steps.2, "\(line)")
    }
  }

  @Test(arguments: [("two-halves", 0), ("careless", 1), ("untold", 2)])
  func `what breaks a promise when it is cut off is noticed`(operation: String, place: Int) throws {
    let run = try HarnessRun("--kills", "12", "--operation", operation)
    let counts = (run.lines.last ?? "").matches(of: #/\d+/#).compactMap { Int($0.output) }
    try #require(counts.count == 4, "\(run.lines)")
    for (other, count) in counts.dropFirst().enumerated() {
      #expect((count > 0) == (other == place), "\(run.lines)")
    }
    #expect(run.exitCode == 1)
  }

  @Test func `every named step is reached by an operation that is killed`() async throws {
    let source = Stage.checkout.appendingPathComponent(
      "Sources/CTEStoreSQLite/Steps/StoreStep.swift")
    let names = try String(contentsOf: source, encoding: .utf8)
      .matches(of: #/StoreStep\("([a-z\/-]+)"\)/#).map { String($0.1) }
    #expect(names.count > 25)
    try await withPassingFolder { folder in
      var reached: Set<String> = []
      for operation in StoreOperation.all {
        reached.formUnion(try await Rehearsal(operation, in: folder).steps.map(\.name))
      }
      #expect(Set(names).subtracting(reached).isEmpty)
    }
  }
}

/// A run of the harness's program.
struct HarnessRun {
  let lines: [String]
  let exitCode: Int32

  init(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = ChildProcess.program
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    lines = text.split(separator: "\n").map(String.init)
    exitCode = process.terminationStatus
  }
}
