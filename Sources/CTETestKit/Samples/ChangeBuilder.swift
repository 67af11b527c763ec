package import CTEModel
package import CTERulePack

/// Makes change sets of texts, as mapping does of cells. An empty text is a missing value.
package struct ChangeBuilder {
  /// The identifiers that the store knows, and those that were met since.
  package var keys: KeyTables
  private var bytes: [UInt8] = []

  /// Creates a builder.
  ///
  /// - Parameter keys: The identifiers that a session returned.
  package init(keys: KeyTables) {
    self.keys = keys
  }

  /// Returns the changes that write records, all of which carry the fields of the first.
  ///
  /// - Parameter firstRow: The row of the file in which the first record stands.
  package mutating func changes(
    to type: RecordType, _ rows: [[String: String]], firstRow: Int = 2
  ) -> ChangeSet {
    let known = keys
    let fields = (rows.first ?? [:]).keys.compactMap { type.index(of: $0) }.sorted()
    let columns = fields.map { field in
      column(rows.map { $0[type.fields[field].name] ?? "" }, type.fields[field].kind)
    }
    var changes = ChangeSet()
    changes.newKeys = newKeys(columns, fields.map { type.fields[$0].kind }, since: known)
    changes.records = [
      RecordChanges(
        type: type, fields: fields, columns: columns, bytes: bytes,
        rowNumbers: rows.indices.map { Int32($0 + firstRow) }, updates: !type.isKeyedByProvenance)
    ]
    return changes
  }

  private mutating func column(_ texts: [String], _ kind: FieldKind) -> RecordBatch.Column {
    if kind == .text { return .texts(texts.map { cell($0) }) }
    return .codes(
      texts.map { text in
        guard !text.isEmpty else { return missingCode }
        if let domain = kind.keyDomain { return keys[domain].number(for: text) }
        return Int32(text) ?? missingCode
      })
  }

  private mutating func cell(_ text: String) -> Table.Cell {
    let start = bytes.count
    bytes += Array(text.utf8)
    return Table.Cell(start: start, length: bytes.count - start)
  }

  /// Returns the identifiers that records use and the store doesn't know, in the order in which they are met.
  private func newKeys(
    _ columns: [RecordBatch.Column], _ kinds: [FieldKind], since known: KeyTables
  ) -> [ChangeSet.NewKey] {
    var new: [ChangeSet.NewKey] = []
    var seen: Set<[Int32]> = []
    for (column, kind) in zip(columns, kinds) {
      guard let domain = kind.keyDomain, case .codes(let codes) = column else { continue }
      let place = Int32(KeyDomain.allCases.firstIndex(of: domain) ?? 0)
      for code in codes where code > known[domain].storedCount {
        guard seen.insert([place, code]).inserted else { continue }
        new.append(.init(domain: domain, number: code, text: keys[domain].text(of: code)))
      }
    }
    return new
  }
}
