import CTEModel

/// Finds what texts such as `program`, `this.year`, `person.school` or `year` stand for in a record and its look-ups.
struct FieldPathReader {
  let type: RecordType
  let lookups: [Lookup]
  let log: IssueLog

  /// Returns the path of a text, or nil after reporting why there is none.
  func path(_ text: String, at origin: PackIssue.Origin) -> FieldPath? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts == ["year"] { return .year }
    guard parts.count == 2, parts[0] != "this" else {
      return log.index(of: parts.count > 2 ? text : parts.last ?? "", in: type, at: origin).map {
        .own($0)
      }
    }
    let single = lookups.filter(\.expectsOne)
    guard let lookup = single.first(where: { $0.name == parts[0] }) else {
      log.reportUnknown("look-up of one record", parts[0], at: origin, among: single.map(\.name))
      return nil
    }
    return log.index(of: parts[1], in: lookup.type, at: origin).map { .lookup(lookup.name, $0) }
  }
}

extension IssueLog {
  /// Returns the place of a field, or nil after reporting that the type has none of the name.
  func index(of field: String, in type: RecordType, at origin: PackIssue.Origin) -> Int? {
    if let index = type.index(of: field) { return index }
    reportUnknown("field of \(type.name)", field, at: origin, among: type.fields.map(\.name))
    return nil
  }
}
