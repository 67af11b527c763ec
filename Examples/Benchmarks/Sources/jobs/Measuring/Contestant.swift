import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Somebody who does a job again and again beside others.
struct Contestant {
  var name: String
  let program: Program
  /// The files that it reads, which are in the system's memory before it starts, so that the disk isn't what is measured.
  var files: [URL] = []
  /// Puts everything back to how it was before a run.
  var prepare: () throws -> Void = {}
  /// Compares what a run wrote with what it must write.
  var check: () throws -> Void = {}

  fileprivate func run() throws -> Run {
    try prepare()
    for file in files { try Self.readThrough(file) }
    // What was copied reaches the disk now, so that no run waits for it.
    sync()
    let run = try program.run()
    try check()
    return run
  }

  private static func readThrough(_ file: URL) throws {
    let handle = try FileHandle(forReadingFrom: file)
    while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {}
  }
}

extension [Contestant] {
  /// Lets everybody run in turn, so that a machine that is busy otherwise disturbs all of them alike.
  ///
  /// Below ten seconds the first runs only warm up, and five count; above, three count.
  ///
  /// - Parameter count: How many runs count, where that was said.
  func race(runs count: Int?) throws -> [Series] {
    var runs = try map { [try $0.run()] }
    let isShort = runs.allSatisfy { $0[0].wall < 10 }
    if isShort { runs = runs.map { _ in [] } }
    let total = Swift.max(1, count ?? (isShort ? 5 : 3))
    while runs.contains(where: { $0.count < total }) {
      for (place, contestant) in enumerated() { runs[place].append(try contestant.run()) }
    }
    return runs.map { Series(runs: $0) }
  }
}
