import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program to be run, and what it may end with.
struct Program {
  let path: String
  let arguments: [String]
  /// Variables beside those of this process.
  var environment: [String: String] = [:]
  /// The file that gets what it prints, or nil where nobody reads that.
  var output: URL?
  /// The exit codes that mean success.
  var successes: Set<Int32> = [0]

  /// Runs it to its end and returns what that took.
  ///
  /// The peak that the system tells of a process is at least that of whoever started it, so this program never reads a
  /// large file into memory.
  ///
  /// - Throws: `Trouble` where it can't be started or ends otherwise than it may.
  @discardableResult
  func run() throws -> Run {
    let words = FileManager.default.temporaryDirectory.appending(
      path: "jobs-\(ProcessInfo.processInfo.processIdentifier).txt")
    defer { unlink(words.path) }
    let clock = SuspendingClock()
    let beginning = clock.now
    let process = try start(errors: words.path)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let wall = beginning.duration(to: clock.now)
    let exitCode = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    guard successes.contains(exitCode) else {
      throw Trouble(
        "'\(typed)' ended with \(exitCode):\n\(Self.end(of: words, output))")
    }
    return Run(
      wall: wall / .seconds(1), processor: usage.ru_utime.seconds + usage.ru_stime.seconds,
      peak: Double(usage.ru_maxrss) * Self.unitOfPeak)
  }

  /// Starts it with nothing to read.
  private func start(errors: String) throws -> pid_t {
    #if canImport(Darwin)
      var files: posix_spawn_file_actions_t?
    #else
      var files = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&files, 1, output?.path ?? "/dev/null", flags, 0o644)
    posix_spawn_file_actions_addopen(&files, 2, errors, flags, 0o644)
    let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var process: pid_t = 0
    let code = withCStrings([path] + arguments) { arguments in
      withCStrings(all.map { "\($0)=\($1)" }) { variables in
        posix_spawnp(&process, path, &files, nil, arguments, variables)
      }
    }
    guard code == 0 else {
      throw Trouble("'\(path)' can't be started: \(String(cString: strerror(code)))")
    }
    return process
  }

  /// How it would be typed.
  private var typed: String { ([path] + arguments).joined(separator: " ") }

  #if canImport(Darwin)
    private static let unitOfPeak = 1.0
  #else
    private static let unitOfPeak = 1024.0
  #endif

  /// Returns the last words of a program: what it complained about, or else what it printed.
  private static func end(of errors: URL, _ output: URL?) -> String {
    for file in [errors, output] {
      // A file that isn't there has no words.
      guard let file, let text = try? String(contentsOf: file, encoding: .utf8), !text.isEmpty
      else { continue }
      return text.split(separator: "\n").suffix(10).joined(separator: "\n")
    }
    return "it said nothing"
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}

/// Calls a function with texts as C takes them: pointers, and nil after the last.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
