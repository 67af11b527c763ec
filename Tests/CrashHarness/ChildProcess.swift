import Foundation

/// A run of this program as the process that performs an operation.
struct ChildProcess {
  /// The steps that it reached, in their order, and `done` if it came to its end.
  let lines: [String]
  let wasKilled: Bool
  let duration: Duration

  /// The harness's program, beside which the tests' is built.
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("CrashHarness")

  /// Performs an operation in a folder, and kills it where it is to die.
  ///
  /// - Parameter whole: How long the operation takes undisturbed.
  init(
    _ operation: StoreOperation, in folder: URL, killed kill: Kill? = nil, whole: Duration = .zero
  )
    throws
  {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = ["child", operation.name, folder.path]
    if case .step(let name, let time) = kill { process.arguments? += [name, String(time)] }
    let output = Pipe()
    process.standardOutput = output
    let clock = ContinuousClock()
    let start = clock.now
    try process.run()
    if case .between(let share) = kill {
      Thread.sleep(forTimeInterval: share * whole.seconds)
      Foundation.kill(process.processIdentifier, SIGKILL)
    }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    duration = clock.now - start
    lines = text.split(separator: "\n").map(String.init)
    wasKilled = process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL
    // Only a kill may keep it from its end.
    guard wasKilled || process.terminationStatus == 0 else {
      throw HarnessError("\(operation.name) failed by itself")
    }
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

/// Why the harness can't go on.
struct HarnessError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
