import CEL
import CTEModel

extension PackLoader {
  /// Reads the rules of `rules/`, sorted by name.
  func rules(
    named names: RuleNames, records: [RecordType: RecordDefinition], language: PackLanguage
  ) -> [Rule] {
    let types = Set(names.files.compactMap { $0.root["appliesTo"]?.scalar })
    let reader = RuleReader(
      loader: self, names: names, records: records, language: language,
      environments: records.filter { types.contains($0.key.name) }.mapValues {
        language.environment(for: $0)
      }, log: log)
    let rules = names.files.compactMap { file in
      reader.rule(in: file).map { (rule: $0, holds: holds(file)) }
    }
    reportCircles(among: rules.map(\.rule), names)
    return rules.filter(\.holds).map(\.rule).sorted { $0.id < $1.id }
  }

  /// Whether a rule holds in the year for which the pack is loaded.
  private func holds(_ file: PackFiles.File) -> Bool {
    guard let reader = MappingReader(file.root, log: log).mapping("years") else { return true }
    let first = reader.number("first") ?? 1
    let last = reader.number("last") ?? 9999
    if first > last {
      log.report(
        at: reader.origin, "the last year, \(last), comes before the first, \(first)")
    } else if file.pack == manifest.pack,
      !(FiscalYear(first)...FiscalYear(last)).overlaps(time.covered)
    {
      log.report(
        at: reader.origin, "the rule holds in no year that the pack covers",
        help: "it covers \(time.covered.lowerBound) to \(time.covered.upperBound)")
    }
    return first <= time.year.number && time.year.number <= last
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
