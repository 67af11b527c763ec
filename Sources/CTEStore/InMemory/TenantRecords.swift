import CTEModel

/// All that is kept for a tenant. It is a value, so that a session can change a copy that nobody else sees.
struct TenantRecords: Sendable {
  /// The submissions, by ascending number.
  var submissions: [Submission] = []
  /// The findings that are kept with each submission.
  var findings: [Int: [Finding]] = [:]
  /// The audit log, from its first event.
  var events: [AuditEvent]
  /// Who may do what.
  var grants: Set<Grant>
  /// What each event did to records that were there, by the record's type.
  var journal: [RecordType: [Int: [RecordKey: JournalEntry]]] = [:]

  private var identifiers: [KeyDomain: StoredIdentifiers] = [:]
  private var tables: [RecordType: RecordTable] = [:]

  /// Creates the records of a new tenant.
  init(events: [AuditEvent], grants: Set<Grant>) {
    self.events = events
    self.grants = grants
  }

  /// The number of the event that is next.
  var nextEvent: Int { (events.last?.number ?? 0) + 1 }

  /// The identifiers of a domain.
  subscript(domain: KeyDomain) -> StoredIdentifiers {
    get { identifiers[domain] ?? StoredIdentifiers() }
    _modify { yield &identifiers[domain, default: StoredIdentifiers()] }
  }

  /// The records of a type.
  subscript(type: RecordType) -> RecordTable {
    get { tables[type] ?? RecordTable(of: type) }
    _modify { yield &tables[type, default: RecordTable(of: type)] }
  }
}

// MARK: - The journal

extension TenantRecords {
  /// Keeps what the next event does to a record.
  mutating func note(_ entry: JournalEntry) {
    journal[entry.type, default: [:]][entry.event, default: [:]][entry.key] = entry
  }

  /// Returns what events did to a record, in their order.
  func history(of record: StoredRecord) -> [JournalEntry] {
    (journal[record.type] ?? [:]).sorted { $0.key < $1.key }.flatMap { _, entries in
      entries.values.filter { $0.isAbout(record) }.sorted { $0.key < $1.key }
    }
  }
}

extension JournalEntry {
  fileprivate func isAbout(_ record: StoredRecord) -> Bool {
    type.isKeyedByProvenance ? (before?.stamp ?? left)?.id == record.id : key == record.key
  }
}
