/// A mistake in a pack, at its place, with what its author can do.
public struct PackIssue: Error, Hashable, Sendable {
  /// Where the mistake stands.
  public let origin: Origin
  /// What is wrong, in plain words.
  public let problem: String
  /// What to do about it.
  public let help: String?

  /// Creates an issue at a place.
  public init(at origin: Origin, _ problem: String, help: String? = nil) {
    self.origin = origin
    self.problem = problem
    self.help = help
  }

  /// A place in a pack's file.
  public struct Origin: Hashable, Comparable, Sendable {
    /// The file's path from the folder of packs.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int

    /// Creates a place; the beginning of the file where nothing else is said.
    public init(file: String, line: Int = 1, column: Int = 1) {
      self.file = file
      self.line = line
      self.column = column
    }

    /// The pack that holds the file.
    var pack: String { String(file.prefix { $0 != "/" }) }

    /// Returns whether the first place comes before the second, by file, line and column.
    public static func < (first: Origin, second: Origin) -> Bool {
      (first.file, first.line, first.column) < (second.file, second.line, second.column)
    }
  }
}

extension PackIssue: CustomStringConvertible {
  /// The issue as one line that an editor can jump to, and its help on the next.
  public var description: String {
    let place = "\(origin.file):\(origin.line):\(origin.column)"
    return "\(place): \(problem)" + (help.map { "\n  help: \($0)" } ?? "")
  }
}

/// Every mistake found in a pack.
public struct PackIssues: Error, Sendable {
  /// The mistakes, by file and place.
  public let issues: [PackIssue]

  /// Creates the list of a pack's mistakes, sorted by file and place.
  public init(_ issues: [PackIssue]) {
    self.issues = issues.enumerated()
      .sorted { ($0.element.origin, $0.offset) < ($1.element.origin, $1.offset) }
      .map(\.element)
  }
}

extension PackIssues: CustomStringConvertible {
  /// One entry for each mistake.
  public var description: String {
    issues.map(\.description).joined(separator: "\n")
  }
}

/// Collects the issues of one load, so that all are told at once.
final class IssueLog {
  private(set) var issues: [PackIssue] = []

  func report(at origin: PackIssue.Origin, _ problem: String, help: String? = nil) {
    issues.append(PackIssue(at: origin, problem, help: help))
  }
}
