/// The identifier schemes of a pack, as other files refer to them.
struct SchemeNames {
  private(set) var all: [String: IdentifierScheme] = [:]
  /// The names of schemes that are there but can't be read, which has been told.
  private var unread: Set<String>
  /// Whether the file of the schemes could be read.
  private let isWhole: Bool

  init(unread: Set<String>, isWhole: Bool) {
    self.unread = unread
    self.isWhole = isWhole
  }

  /// Adds a scheme, or the name of one that can't be read.
  mutating func add(_ scheme: IdentifierScheme?, _ name: String) {
    if let scheme { all[name] = scheme } else { unread.insert(name) }
  }

  /// Returns the scheme that a mapping names, or nil after reporting that there is none.
  func scheme(in reader: MappingReader, log: IssueLog) -> IdentifierScheme? {
    guard let node = reader.node("scheme"), let name = node.scalar else { return nil }
    if let scheme = all[name] { return scheme }
    if isWhole, !unread.contains(name) {
      log.reportUnknown(
        "scheme", name, at: node.origin, among: all.keys,
        otherwise: "schemes stand in identifiers.yaml")
    }
    return nil
  }
}
