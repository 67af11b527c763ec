#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much memory this process holds, in kilobytes.
struct Memory {
  /// What it held before.
  private let before: Int

  /// Gives back what can be given, and begins to watch from there.
  init() {
    #if os(Linux)
      Self.trim()
      // The kernel forgets the peak so far.
      if let peak = fopen("/proc/self/clear_refs", "w") {
        fputs("5", peak)
        fclose(peak)
      }
    #endif
    before = Self.held("VmRSS:")
  }

  /// How far the memory has grown at its peak.
  var growth: Int { max(0, Self.held("VmHWM:") - before) }

  #if os(Linux)
    /// Gives memory that was freed back to the system; the function has no header in the module.
    private static func trim() {
      typealias Trim = @convention(c) (Int) -> Int32
      guard let trim = dlsym(nil, "malloc_trim") else { return }
      _ = unsafeBitCast(trim, to: Trim.self)(0)
    }
  #endif

  private static func held(_ key: String) -> Int {
    #if os(Linux)
      guard let status = fopen("/proc/self/status", "r") else { return 0 }
      defer { fclose(status) }
      var line = [CChar](repeating: 0, count: 256)
      while fgets(&line, Int32(line.count), status) != nil {
        let words = String(
          decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self
        )
        .split { $0.isWhitespace }
        if words.first == key[...], words.count > 1 { return Int(words[1]) ?? 0 }
      }
      return 0
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss / 1024
    #endif
  }
}
