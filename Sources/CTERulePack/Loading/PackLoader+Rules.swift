import CTEModel

extension PackLoader {
  /// Reads the rules of `rules/`, sorted by name.
  func rules(
    named names: RuleNames, records: [RecordType: RecordDefinition], sources: Set<String>
  ) -> [Rule] {
    let rules = names.files.compactMap { file in
      RuleReader(loader: self, names: names, records: records, sources: sources, log: log)
        .rule(in: file)
    }
    reportCircles(among: rules, names)
    return rules.sorted { $0.id < $1.id }
  }

  /// Reports rules that stand after each other in a circle, so that none could ever be asked.
  private func reportCircles(among rules: [Rule], _ names: RuleNames) {
    var waiting = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, Set($0.after)) })
    while let free = waiting.first(where: { $0.value.allSatisfy { waiting[$0] == nil } })?.key {
      waiting[free] = nil
    }
    for file in names.files where waiting[RuleNames.id(file)] != nil {
      log.report(
        at: file.root.origin, "the rule stands after itself, directly or through others",
        help: "take one of the rules under 'after' out")
    }
  }
}
