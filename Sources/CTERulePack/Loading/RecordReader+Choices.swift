import CTEModel

extension RecordReader {
  /// Reads what is offered for fields, in the order in which they are chosen.
  func choices(_ reader: MappingReader?, derived: [String: FieldPath]) -> [FieldChoices] {
    let all = reader?.all ?? []
    return all.enumerated().compactMap { place, entry in
      guard let index = log.index(of: entry.name, in: type, at: entry.key.origin) else {
        return nil
      }
      if derived[entry.name] != nil {
        log.report(at: entry.key.origin, "'\(entry.name)' is derived, so nobody chooses it")
      }
      let later = all[place...].map(\.name)
      return choices(index, MappingReader(entry.value, log: log), later: later)
    }
  }

  private func choices(
    _ field: Int, _ reader: MappingReader, later: [String]
  ) -> FieldChoices? {
    guard let found = foundType(reader) else { return nil }
    let source = storedField("field", in: reader, of: found)
    let label = storedField("label", in: reader, of: found)
    if let source { checkKind(of: found.fields[source], for: field, at: reader) }
    let conditions = pairs(reader.mapping("where"), of: found) { node in
      let path = ownPath(node)
      if case .own(let own) = path { checkOrder(own, before: field, later: later, at: node.origin) }
      return path
    }
    return source.map {
      FieldChoices(field: field, type: found, source: $0, label: label, conditions: conditions)
    }
  }

  private func storedField(_ key: String, in reader: MappingReader, of found: RecordType) -> Int? {
    guard let node = reader.node(key),
      let index = log.index(of: node.scalar ?? "", in: found, at: node.origin)
    else { return nil }
    checkStored(found.fields[index], of: found, at: node.origin)
    return index
  }

  private func checkKind(of source: RecordField, for field: Int, at reader: MappingReader) {
    let own = type.fields[field]
    guard source.kind != own.kind else { return }
    log.report(
      at: reader.origin(of: "field"),
      "'\(source.name)' can't be chosen for '\(own.name)': they hold different kinds of values")
  }

  /// Reports choices that ask for a value which is chosen at the same time or later, so that nothing could be offered.
  private func checkOrder(
    _ own: Int, before field: Int, later: [String], at origin: PackIssue.Origin
  ) {
    let name = type.fields[own].name
    guard later.contains(name) else { return }
    log.report(
      at: origin,
      own == field
        ? "the choices for '\(name)' ask for '\(name)' itself"
        : "'\(name)' is chosen after '\(type.fields[field].name)', whose choices ask for it",
      help: own == field
        ? "take the condition out" : "put the choices for '\(name)' before these")
  }
}
