import CTEModel

extension RecordReader {
  /// Reads what records of the type rest on.
  func supports(_ reader: MappingReader?) -> [Support] {
    (reader?.all ?? []).compactMap { name, _, value in
      support(name, MappingReader(value, log: log))
    }
  }

  private func support(_ name: String, _ reader: MappingReader) -> Support? {
    let conditions = reader.mapping("where")
    guard let found = foundType(reader) else { return nil }
    let origin = reader.origin(of: "record")
    if found == type {
      log.report(at: origin, "a record can't rest on others of its own type")
    }
    let pairs = pairs(conditions, of: found) { ownPlace($0).map { .own($0) } }
    checkIdentifier(in: pairs, conditions, of: found, "what a record rests on", at: reader.origin)
    return Support(
      name: name, type: found,
      conditions: pairs.compactMap { field, value in
        if case .own(let own) = value { (field, own) } else { nil }
      }, origin: origin)
  }

  /// Returns the place of a stored field of the record; `year` is its own, as nothing is being checked.
  private func ownPlace(_ node: YAMLNode) -> Int? {
    switch ownPath(node) {
    case .own(let place):
      checkStored(type.fields[place], of: type, at: node.origin)
      return place
    case .year:
      if let place = type.index(of: "year") { return place }
      log.report(at: node.origin, "records of type \(type.name) have no year")
      return nil
    case .lookup, nil: return nil
    }
  }
}

extension PackLoader {
  /// Reports records that rest on themselves through others.
  func reportCircles(among definitions: [RecordType: RecordDefinition]) {
    for (type, definition) in definitions {
      for support in definition.restsOn where support.type != type {
        guard definitions.reach(type, from: support.type) else { continue }
        log.report(
          at: support.origin, "\(type.name) rests on itself, through \(support.type.name)",
          help: "leave 'restsOn' out of one of them")
      }
    }
  }
}

extension [RecordType: RecordDefinition] {
  /// Whether a type is among what another rests on, directly or through others.
  fileprivate func reach(_ wanted: RecordType, from start: RecordType) -> Bool {
    var seen: Set<RecordType> = []
    var next = [start]
    while let type = next.popLast() {
      if type == wanted { return true }
      guard seen.insert(type).inserted else { continue }
      next += self[type]?.restsOn.map(\.type) ?? []
    }
    return false
  }
}
