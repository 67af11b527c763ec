import CTEModel

/// The rules of a pack, as other files of the pack refer to them.
struct RuleNames {
  let files: [PackFiles.File]

  /// The names without the pack, such as `credential/not-listed`.
  private var shortNames: [String] { files.map(Self.shortName) }

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
      log.reportUnknown("rule", name, at: node.origin, among: shortNames)
      return nil
    }
    if let other = text("appliesTo", in: file), other != type.name {
      log.report(at: node.origin, "the rule '\(name)' is about \(other), not \(type.name)")
      return nil
    }
    return Self.id(file)
  }

  /// Returns a rule that a look-up or an identity reports, which so has no requirement of its own.
  func reportedID(_ node: YAMLNode, by type: RecordType, log: IssueLog) -> RuleID? {
    guard let id = id(node, about: type, log: log) else { return nil }
    if files.contains(where: { Self.id($0) == id && text("require", in: $0) != nil }) {
      log.report(
        at: node.origin, "the rule '\(node.scalar ?? "")' has a 'require', so it speaks for itself",
        help: "name a rule without 'require' here")
    }
    return id
  }

  func severity(of id: RuleID) -> String? {
    files.first { Self.id($0) == id }.flatMap { text("severity", in: $0) }
  }

  private func text(_ key: String, in file: PackFiles.File) -> String? {
    guard case .mapping(let entries) = file.root.content else { return nil }
    return entries.first { $0.key.scalar == key }?.value.scalar
  }
}
