/// The words that a field may hold, with what they mean.
public struct CodeList: Sendable {
  /// The list's name in the pack: its file's name without the ending.
  public let name: String
  /// The labels by code.
  public let labels: [String: String]
  /// Other texts that may stand in files, with the codes that they stand for.
  public let aliases: [String: String]
  /// Whether its file couldn't be read, so that any word may be one of its codes.
  let isOpen: Bool

  /// Creates a list.
  public init(name: String, labels: [String: String], aliases: [String: String] = [:]) {
    self.init(name: name, labels: labels, aliases: aliases, isOpen: false)
  }

  init(name: String, labels: [String: String], aliases: [String: String], isOpen: Bool) {
    self.name = name
    self.labels = labels
    self.aliases = aliases
    self.isOpen = isOpen
  }

  /// The codes, sorted.
  public var codes: [String] { labels.keys.sorted() }
}
