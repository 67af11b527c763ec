import CTEModel
import CTERulePack
import CTEStore

/// Lays accepted suggestions out as rows of the format by which a pack's credential lists are loaded.
struct ProposedListings {
  private let format: ImportFormat

  /// - Throws: `ChangeError` where the pack has no such format.
  init(in pack: RulePack) throws(ChangeError) {
    let format = pack.formats.values.sorted { $0.name < $1.name }.first { format in
      format.records.contains { $0.type == .credentialListing }
    }
    guard let format else {
      throw ChangeError(
        .impossible,
        "the pack has no format of credential lists, so nothing can be proposed for one")
    }
    self.format = format
  }

  /// Returns the rows of some suggestions.
  ///
  /// - Parameter suggestions: The values of their records, by the name of the field.
  func sheet(of suggestions: [[String: String]]) -> ExportSheet {
    let columns = format.columns.indices.map { (format.columns[$0].titles[0], part($0)) }
    return ExportSheet(
      name: format.name, titles: columns.map(\.0),
      rows: suggestions.map { values in
        columns.map { column in ExportSheet.Cell(column.1?.text(values)) }
      })
  }

  /// What of a suggestion stands in a column.
  private struct Part {
    let field: String
    let form: CellForm

    func text(_ values: [String: String]) -> String? {
      guard let value = values[field] else { return nil }
      // A file may write a word in its own way.
      if case .words(let choices) = form {
        return choices.first { $0.meaning == value }?.text ?? value
      }
      return value
    }
  }

  /// Returns what stands in a column, by the fields of the records that take it; nil for columns that nothing is known of.
  private func part(_ column: Int) -> Part? {
    for (type, field, own) in Self.fields {
      for plan in format.records where plan.type == type {
        guard let index = type.index(of: field), case .cell(column, let form)? = plan.sources[index]
        else { continue }
        return Part(field: own, form: form)
      }
    }
    return nil
  }

  /// The fields of lists, in the order in which they are asked, and the fields of suggestions that they get.
  private static let fields: [(type: RecordType, field: String, own: String)] = [
    (.credentialListing, "code", "code"), (.credentialListing, "program", "program"),
    (.credentialListing, "year", "year"), (.credentialListing, "category", "category"),
    (.credential, "title", "listedTitle"), (.credentialListing, "credential", "listedTitle"),
  ]
}
