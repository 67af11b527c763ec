extension AccessPart {
  /// Reads the parts of a tenant, each as `{organization: …, program: …, offering: …}`, at least one of which is said.
  static func parts(_ node: YAMLNode, _ log: IssueLog) -> [AccessPart] {
    (node.elements ?? [node]).compactMap { part($0, log) }
  }

  private static func part(_ node: YAMLNode, _ log: IssueLog) -> AccessPart? {
    let names = ["organization", "program", "offering"]
    guard let entries = node.entries, !entries.isEmpty else {
      log.report(
        at: node.origin, "a part of the tenant stands here, not \(node.kind)",
        help: "such as {organization: \"12345\"}")
      return nil
    }
    var values: [String: String] = [:]
    for (key, value) in entries {
      let name = key.scalar ?? ""
      if names.contains(name) {
        values[name] = value.scalar
      } else {
        log.reportUnknown("part of a tenant", name, at: key.origin, among: names)
      }
    }
    return AccessPart(
      organization: values["organization"], program: values["program"],
      offering: values["offering"])
  }
}
