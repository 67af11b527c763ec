import CTEModel

extension EntryChoices {
  /// Returns the menus in lines for people, and what is wrong with what was chosen so far.
  public func text() -> String {
    (menus.flatMap(\.lines) + findings.flatMap(\.linesWithoutCell)).joined(separator: "\n")
  }

  /// Returns the menus as one JSON object; equal menus give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(Entry(self))
  }

  private struct Entry: Encodable {
    let menus: [MenuEntry]
    let findingList: [FindingEntry]

    init(_ choices: EntryChoices) {
      menus = choices.menus.map(MenuEntry.init)
      findingList = choices.findings.map(FindingEntry.ofEntry)
    }
  }

  private struct MenuEntry: Encodable {
    let field: String
    let label: String
    let options: [OptionEntry]
    let waitsFor: [String]

    init(_ menu: FieldMenu) {
      field = menu.field
      label = menu.label
      options = menu.options.map { OptionEntry(value: $0.value, label: $0.label) }
      waitsFor = menu.waitsFor
    }
  }

  private struct OptionEntry: Encodable {
    let value: String
    let label: String
  }
}

extension FieldMenu {
  /// The menu in lines for people.
  fileprivate var lines: [String] {
    let title = "\(label) (\(field))"
    if !waitsFor.isEmpty { return ["\(title) waits for \(waitsFor.joined(separator: ", "))"] }
    if options.isEmpty { return ["\(title) has nothing to choose from"] }
    return [title] + TextTable.lines(options.map { [$0.value, $0.label] }).map { "  " + $0 }
  }
}
