import CTEModel

/// All that is kept for a tenant. It is a value, so that a session can change a copy that nobody else sees.
struct TenantRecords: Sendable {
  /// The submissions, by ascending number.
  var submissions: [Submission] = []
  /// The audit log, from its first event.
  var events: [AuditEvent]

  private var identifiers: [KeyDomain: StoredIdentifiers] = [:]
  private var tables: [RecordType: RecordTable] = [:]

  /// Creates the records of a new tenant.
  init(events: [AuditEvent]) {
    self.events = events
  }

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
