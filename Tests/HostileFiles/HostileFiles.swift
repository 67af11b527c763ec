import CTETestKit
import Foundation

/// Reads files made to hurt, one after the other, and prints of each: what must come of it, what came of it, the
/// kilobytes by which memory grew at its peak, and the error's words.
///
/// ```
/// swift run HostileFiles [part of a name [folder]]
/// ```
///
/// With a folder, the files are kept there and not read.
@main
struct HostileFiles {
  static func main() throws {
    bound()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let files = HostileFile.all.filter { $0.name.contains(arguments.first ?? $0.name) }
    if arguments.count > 1 {
      for file in files { try file.keep(in: arguments[1]) }
    } else {
      try read(files)
    }
  }

  private static func read(_ files: [HostileFile]) throws {
    try withPassingFolder { folder in
      for file in files {
        // Should it take the program down, the name says which one did.
        say("\(file.name)\t\(file.outcome)\t")
        let path = folder.appendingPathComponent("upload").path
        let result = try Attempt(file: file, path: path).result()
        say("\(result.outcome)\t\(result.growth)\t\(result.message)\n")
      }
    }
  }

  private static func say(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Ends the program rather than the machine, should a file break the promise.
  private static func bound() {
    signal(SIGPIPE, SIG_IGN)
    #if os(Linux)
      for (resource, most) in [(RLIMIT_CPU, rlim_t(240)), (RLIMIT_AS, rlim_t(8 << 30))] {
        var limit = rlimit(rlim_cur: most, rlim_max: most)
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
      }
    #endif
  }
}
