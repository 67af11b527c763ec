extension CredentialMenu {
  /// Returns the credentials in lines for people, beneath their categories.
  public func text() -> String {
    let lines = groups.flatMap { group in
      ["", "\(group.label ?? "Without a category"):".printable]
        + TextTable.lines(group.options.map { ["  " + $0.value, $0.label] })
    }
    return
      (program.headlines
      + (lines.isEmpty ? ["No credentials are listed for the program this year."] : lines))
      .joined(separator: "\n")
  }

  /// Returns the credentials as one JSON object; equal menus give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(
      Entry(program: OfferedProgramForm(program), groups: groups.map(GroupEntry.init)))
  }

  private struct Entry: Encodable {
    let program: OfferedProgramForm
    let groups: [GroupEntry]
  }

  private struct GroupEntry: Encodable {
    let category: String?
    let label: String?
    let options: [OptionEntry]

    init(_ group: Group) {
      category = group.category
      label = group.label
      options = group.options.map { OptionEntry(code: $0.value, title: $0.label) }
    }
  }

  private struct OptionEntry: Encodable {
    let code: String
    let title: String
  }
}
