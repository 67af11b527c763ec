public import CTEModel

/// Suggested credentials as they are listed.
public struct SuggestionList: Sendable {
  /// The suggestions.
  public let suggestions: [Suggestion]

  /// Creates a list.
  public init(_ suggestions: [Suggestion]) {
    self.suggestions = suggestions
  }

  /// Returns the suggestions in lines for people.
  public func text() -> String {
    suggestions.isEmpty
      ? "There are no open suggestions." : sheet.lines().joined(separator: "\n")
  }

  /// Returns the suggestions as comma-separated values.
  public func csv() -> String { sheet.csv() }

  /// The suggestions as a sheet.
  public var sheet: ExportSheet {
    ExportSheet(
      name: "Suggestions",
      titles: [
        "Suggestion", "Title", "Program", "Program Name", "Students", "Programs at Schools",
        "Years",
      ],
      rows: suggestions.map { suggestion in
        [
          suggestion.id.description, suggestion.title, suggestion.program ?? "",
          suggestion.programTitle ?? "", "\(suggestion.studentCount)",
          "\(suggestion.offeringCount)",
          suggestion.years.map(\.description).joined(separator: " "),
        ].map { ExportSheet.Cell($0) }
      })
  }

  /// Returns the suggestions as a JSON array; equal lists give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(suggestions.map(Entry.init))
  }

  private struct Entry: Encodable {
    let suggestion: String
    let title: String
    let program: String?
    let programTitle: String?
    let students: Int
    let offerings: Int
    let years: [Int]

    init(_ suggestion: Suggestion) {
      self.suggestion = suggestion.id.description
      title = suggestion.title
      program = suggestion.program
      programTitle = suggestion.programTitle
      students = suggestion.studentCount
      offerings = suggestion.offeringCount
      years = suggestion.years.map(\.number)
    }
  }
}
