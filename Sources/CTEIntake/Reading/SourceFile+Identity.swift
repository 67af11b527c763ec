#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension SourceFile {
  /// Which file stands at a path, and in which state.
  package struct Identity: Hashable, Sendable {
    private let volume: Int
    private let number: UInt64
    private let size: Int
    private let changed: [Int]

    /// Looks at a path, through links too; nil where no file stands there.
    package init?(ofFileAt path: String) {
      var facts = stat()
      guard stat(path, &facts) == 0 else { return nil }
      self.init(facts)
    }

    /// Looks at an open file; nil where nothing can be known of it.
    init?(ofDescriptor descriptor: Int32) {
      var facts = stat()
      guard fstat(descriptor, &facts) == 0 else { return nil }
      self.init(facts)
    }

    private init(_ facts: stat) {
      volume = Int(truncatingIfNeeded: facts.st_dev)
      number = UInt64(facts.st_ino)
      size = Int(facts.st_size)
      #if canImport(Glibc)
        let moment = facts.st_mtim
      #else
        let moment = facts.st_mtimespec
      #endif
      changed = [Int(moment.tv_sec), Int(moment.tv_nsec)]
    }

    /// Whether both are of one file, whatever became of it in between.
    fileprivate func isOfSameFile(as other: Self) -> Bool {
      volume == other.volume && number == other.number
    }
  }

  /// Returns whether two paths lead to one file, through links too.
  package static func areSame(_ first: String, _ second: String) -> Bool {
    // A file that isn't there is no other's twin.
    guard let one = Identity(ofFileAt: first), let other = Identity(ofFileAt: second) else {
      return false
    }
    return one.isOfSameFile(as: other)
  }
}
