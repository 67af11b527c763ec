import Foundation

/// Kills the store's process at every named step of what it does and in between, and looks each time at what is there
/// afterwards: the store opens, its audit log is whole, the operation was done whole or not at all, done again it ends as
/// if nothing had happened, and no file is left over.
///
/// ```
/// swift run CrashHarness [--kills 1000] [--seed 1] [--operation NAME]...
/// ```
@main
struct CrashHarness {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if arguments.first == "child" {
        try await child(Array(arguments.dropFirst()))
      } else {
        try await killAll(HarnessOptions(arguments))
      }
    } catch let error as HarnessError {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(2)
    }
  }

  /// `child OPERATION FOLDER [STEP TIME]`
  private static func child(_ arguments: [String]) async throws {
    guard arguments.count >= 2, let operation = StoreOperation.named(arguments[0]) else {
      throw HarnessError("this is no way to start a child")
    }
    let last = arguments.count == 4 ? Int(arguments[3]).map { (arguments[2], $0) } : nil
    try await Child.perform(
      operation, in: URL(fileURLWithPath: arguments[1]), dyingAt: last)
  }

  private static func killAll(_ options: HarnessOptions) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    print("seed \(options.seed)")
    var rehearsals: [Rehearsal] = []
    for operation in options.operations {
      rehearsals.append(try await Rehearsal(operation, in: folder))
    }
    let plan = KillPlan.kills(
      options.kills, over: rehearsals.map { ($0.operation.name, $0.steps) }, seed: options.seed)
    var total = Tally()
    for (place, rehearsal) in rehearsals.enumerated() {
      let kills = plan.filter { $0.operation == place }.map(\.1)
      total = total + (try await kill(rehearsal, kills, in: folder))
    }
    print(total.summary)
    if !total.isClean { exit(1) }
  }

  private static func kill(
    _ rehearsal: Rehearsal, _ kills: [Kill], in folder: URL
  ) async throws -> Tally {
    var tally = Tally()
    for kill in kills {
      let performance = Performance(rehearsal: rehearsal, kill: kill)
      let outcome = try await performance.outcome(in: folder.appendingPathComponent("stage"))
      tally.add(outcome)
      if ![.whole, .absent].contains(outcome) {
        print("\(rehearsal.operation.name) killed \(kill): \(outcome)")
      }
    }
    let steps = Set(kills.compactMap(\.step)).count
    print(
      "\(rehearsal.operation.name): \(tally.detail); \(steps) of \(rehearsal.steps.count) steps")
    return tally
  }
}

extension Kill {
  /// The name of the step at which the process dies by itself.
  fileprivate var step: String? {
    if case .step(let name, _) = self { return name }
    return nil
  }
}
