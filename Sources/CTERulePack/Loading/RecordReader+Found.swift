import CTEModel

// Other records, and the conditions by which they are found.
extension RecordReader {
  /// Returns the type under `record`, or nil after reporting that there is none.
  func foundType(_ reader: MappingReader) -> RecordType? {
    guard let name = reader.text("record") else { return nil }
    if let found = RecordType.named(name) { return found }
    log.reportUnknown(
      "record type", name, at: reader.origin(of: "record"), among: RecordType.all.map(\.name))
    return nil
  }

  /// The fields of the records that are found, and what they must equal.
  ///
  /// - Parameter path: Reads a value, or returns nil after reporting that it is none.
  func pairs(
    _ conditions: MappingReader?, of found: RecordType, lookups: [Lookup] = [],
    path: (YAMLNode) -> FieldPath?
  ) -> [(field: Int, value: FieldPath)] {
    (conditions?.all ?? []).compactMap { name, key, value in
      guard let index = log.index(of: name, in: found, at: key.origin), let path = path(value)
      else { return nil }
      checkStored(found.fields[index], of: found, at: key.origin)
      checkComparable(found.fields[index], path, lookups: lookups, at: value.origin)
      return (index, path)
    }
  }

  /// Returns whether conditions ask for an identifier, by which stores find records, after reporting that they don't.
  ///
  /// - Parameter what: What is found, in words.
  @discardableResult
  func checkIdentifier(
    in pairs: [(field: Int, value: FieldPath)], _ conditions: MappingReader?,
    of found: RecordType, _ what: String, at origin: PackIssue.Origin
  ) -> Bool {
    if pairs.contains(where: { found.fields[$0.field].kind.keyDomain != nil }) { return true }
    // Where a condition can't be read, that has been told.
    if let conditions, conditions.isWhole, pairs.count == conditions.all.count {
      log.report(
        at: origin, "\(what) needs an identifier in 'where'", help: "such as where: {id: student}")
    }
    return false
  }

  func checkStored(_ field: RecordField, of found: RecordType, at origin: PackIssue.Origin) {
    guard field.isTransient else { return }
    log.report(
      at: origin, "'\(field.name)' of \(found.name) is never stored, so nothing is found by it")
  }

  func checkComparable(
    _ field: RecordField, _ path: FieldPath, lookups: [Lookup], at origin: PackIssue.Origin
  ) {
    let other: RecordField =
      switch path {
      case .own(let index): type.fields[index]
      case .lookup(let name, let index):
        lookups.first { $0.name == name }?.type.fields[index] ?? field
      case .year: RecordField("year", .year)
      }
    if other.kind != field.kind || field.kind == .text {
      log.report(
        at: origin,
        "'\(other.name)' and '\(field.name)' can't be compared: they hold different kinds of values"
      )
    }
  }

  /// Returns a field of the record itself or `year`, or nil after reporting that it is neither.
  func ownPath(_ node: YAMLNode) -> FieldPath? {
    let text = node.scalar ?? ""
    guard text.contains("."), !text.hasPrefix("this.") else {
      return FieldPathReader(type: type, lookups: [], unread: [], log: log)
        .path(text, at: node.origin)
    }
    log.report(
      at: node.origin, "'\(text)' leads through a look-up, where a field of the record is meant")
    return nil
  }
}
