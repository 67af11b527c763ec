import CTEStoreSQLite
import Foundation
import Synchronization

/// The process that performs an operation, and is killed meanwhile.
///
/// It says on standard output which steps it reaches, and at last that it is done.
enum Child {
  static let done = "done"

  /// Performs an operation in a folder.
  ///
  /// - Parameter last: The step at which the process ends, and the how manieth time; nil to go on to the end.
  static func perform(
    _ operation: StoreOperation, in folder: URL, dyingAt last: (step: String, time: Int)?
  ) async throws {
    let counts = Mutex<[StoreStep: Int]>([:])
    let stage = Stage(folder) { step in
      let time = counts.withLock { counts in
        counts[step, default: 0] += 1
        return counts[step]
      }
      say(step.name)
      if let last, step.name == last.step, time == last.time { kill(getpid(), SIGKILL) }
    }
    try await operation.perform(stage)
    say(done)
  }

  /// Writes a line at once, so that it is there when the process isn't any more.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    write(STDOUT_FILENO, bytes, bytes.count)
  }
}
