import CTEModel

/// The rules of a pack, as other files of the pack refer to them.
struct RuleNames {
  let files: [PackFiles.File]
  /// The names of rules whose files can't be read.
  private let unreadable: Set<String>
  private let covered: ClosedRange<FiscalYear>
  /// The names of rules of an extended pack that don't hold here; what stands after them waits for nothing.
  private let unwanted: Set<String>

  /// Finds the rules of a pack that covers some years.
  init(files: PackFiles, covered: ClosedRange<FiscalYear>) {
    self.covered = covered
    self.files = files.files(in: "rules")
    unreadable = Set(files.unreadableNames(in: "rules"))
    unwanted = Set(
      files.unwanted.filter { $0.hasPrefix("rules/") }.map { String($0.dropFirst("rules/".count)) })
  }

  /// The names without the pack, such as `credential/not-listed`.
  var shortNames: [String] { files.map(Self.shortName) }

  private static func shortName(_ file: PackFiles.File) -> String {
    String(file.path.dropFirst("rules/".count))
  }

  static func id(_ file: PackFiles.File) -> RuleID {
    RuleID("\(file.pack):\(shortName(file))")
  }

  /// Returns a rule about a record type that another file names without its pack, or nil after reporting why not.
  func id(_ node: YAMLNode, about type: RecordType, log: IssueLog) -> RuleID? {
    let name = node.scalar ?? ""
    guard let file = files.first(where: { Self.shortName($0) == name }) else {
      if !unreadable.contains(name), !unwanted.contains(name) {
        log.reportUnknown(
          "rule", name, at: node.origin, among: shortNames,
          otherwise: "a rule of the name stands in rules/\(name).yaml")
      }
      return nil
    }
    if let other = file.root["appliesTo"]?.scalar, other != type.name {
      // A type that there isn't is told in the rule itself.
      if RecordType.named(other) != nil {
        log.report(at: node.origin, "the rule '\(name)' is about \(other), not \(type.name)")
      }
      return nil
    }
    return Self.id(file)
  }

  /// Returns a rule that a look-up or an identity reports, which so has no requirement of its own.
  ///
  /// - Parameter reporter: What reports it, in words.
  func reportedID(
    _ node: YAMLNode, by type: RecordType, _ reporter: String, log: IssueLog
  ) -> RuleID? {
    let name = node.scalar ?? ""
    if unwanted.contains(name) {
      log.report(
        at: node.origin,
        "the rule '\(name)' is dropped by 'without', and the record still names it",
        help: "replace the record too")
      return nil
    }
    guard let id = id(node, about: type, log: log) else { return nil }
    guard let root = files.first(where: { Self.id($0) == id })?.root else { return id }
    if root["require"] != nil {
      log.report(
        at: node.origin, "the rule '\(name)' has a 'require', so it speaks for itself",
        help: "name a rule without 'require' here")
    }
    if !holdsAlways(root) {
      log.report(
        at: node.origin, "a rule that \(reporter) reports holds in every year of the pack",
        help: "take 'years' out of the rule '\(name)'")
    }
    return id
  }

  private func holdsAlways(_ rule: YAMLNode) -> Bool {
    guard let years = rule["years"] else { return true }
    // Where one can't be read, that has been told.
    let first = years["first"]?.possibleYear ?? covered.lowerBound.number
    let last = years["last"]?.possibleYear ?? covered.upperBound.number
    return first <= covered.lowerBound.number && covered.upperBound.number <= last
  }

  func severity(of id: RuleID) -> String? {
    files.first { Self.id($0) == id }?.root["severity"]?.scalar
  }
}
