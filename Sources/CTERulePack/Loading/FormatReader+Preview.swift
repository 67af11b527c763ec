import CTEModel

// How rows come into the store, and what is shown of them before.
extension FormatReader {
  /// How long a preview is kept where the pack doesn't say.
  private static let usualDays = 14

  func acceptance(_ reader: MappingReader) -> ImportFormat.Acceptance {
    guard let acceptance = reader.mapping("acceptance") else { return .rows }
    let days = acceptance.number("expiresAfterDays")
    guard acceptance.text("mode") == "preview" else {
      if days != nil {
        log.report(
          at: acceptance.origin(of: "expiresAfterDays"),
          "'expiresAfterDays' goes with the mode preview")
      }
      return .rows
    }
    if reader.has("trust") {
      log.report(
        at: acceptance.origin(of: "mode"),
        "what is loaded as it is has no preview, because it was judged before",
        help: "take out 'trust', or the mode preview")
    }
    return .preview(days: days ?? Self.usualDays)
  }

  func grid(
    _ reader: MappingReader, of plans: [RecordPlan], _ entries: [ColumnEntry]
  ) -> [GridColumn] {
    let columns = reader.elements("grid").map { MappingReader($0, log: log) }
    if let node = reader.node("grid"), reader.mapping("acceptance")?.text("mode") != "preview" {
      log.report(
        at: node.origin, "'grid' goes with the mode preview",
        help: "write 'acceptance: {mode: preview}', or take it out")
    }
    return columns.compactMap { column in
      guard let title = column.text("title"), let value = column.node("value") else { return nil }
      return GridColumn(title: title, values: values(value, of: plans, entries))
    }
  }

  /// Reads a text with places for values as each record of the format understands it.
  private func values(
    _ node: YAMLNode, of plans: [RecordPlan], _ entries: [ColumnEntry]
  ) -> [GridColumn.Value] {
    let column = entries.firstIndex { column in
      column.column.field.map { "{\($0)}" == node.scalar } ?? false
    }
    var issues: [[PackIssue]] = []
    let values = plans.map { plan -> GridColumn.Value in
      let log = IssueLog()
      let template = records[plan.type].map { definition in
        TemplateReader(definition: definition, language: language, log: log)
          .template(node, "value")
      }
      issues.append(log.issues)
      if let column, !log.issues.isEmpty { return .cell(column) }
      return .text(template ?? MessageTemplate(parts: []))
    }
    // What one type of record has, others may lack.
    if issues.allSatisfy({ !$0.isEmpty }) {
      for issue in issues.first ?? [] {
        log.report(at: issue.origin, issue.problem, help: issue.help)
      }
    }
    return values
  }
}
