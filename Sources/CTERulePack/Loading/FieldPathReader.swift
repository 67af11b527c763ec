import CTEModel

/// Finds what texts such as `program`, `this.year`, `person.school` or `year` stand for in a record and its look-ups.
struct FieldPathReader {
  let type: RecordType
  let lookups: [Lookup]
  /// The look-ups that can't be read, which has been told.
  let unread: Set<String>
  let log: IssueLog

  /// Returns the path of a text, or nil after reporting at which of its parts there is none.
  func path(_ text: String, at origin: PackIssue.Origin) -> FieldPath? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts == ["year"] { return .year }
    guard parts.count == 2 else { return own(text, at: origin) }
    let second = origin.moved(by: parts[0].count + 1)
    if parts[0] == "this" { return own(parts[1], at: second) }
    let single = lookups.filter(\.expectsOne)
    guard let lookup = single.first(where: { $0.name == parts[0] }) else {
      if lookups.contains(where: { $0.name == parts[0] }) {
        log.report(
          at: origin,
          "'\(parts[0])' may find several records, so it has no '\(parts[1])' of its own",
          help: "write 'expect: one' in the look-up where one is meant")
      } else if !unread.contains(parts[0]) {
        log.reportUnknown(
          "look-up", parts[0], at: origin, among: single.map(\.name) + ["this"],
          otherwise: "the record has no look-up with 'expect: one'")
      }
      return nil
    }
    return log.index(of: parts[1], in: lookup.type, at: second).map { .lookup(lookup.name, $0) }
  }

  private func own(_ field: String, at origin: PackIssue.Origin) -> FieldPath? {
    log.index(of: field, in: type, at: origin).map { .own($0) }
  }
}

extension PackIssue.Origin {
  /// The place so many characters further on in the same line.
  func moved(by count: Int) -> PackIssue.Origin {
    PackIssue.Origin(file: file, line: line, column: column + count)
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
