import CTEModel

/// All that is kept for a tenant. It is a value, so that a session can change a copy that nobody else sees.
struct TenantRecords: Sendable {
  /// What the tenant is told of itself.
  var settings: TenantSettings
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
  init(_ settings: TenantSettings, events: [AuditEvent], grants: Set<Grant>) {
    self.settings = settings
    self.events = events
    self.grants = grants
  }

  /// The number of the event that is next.
  var nextEvent: Int { (events.last?.number ?? 0) + 1 }

  /// The number of the submission that is next; the audit log tells of numbers whose previews were forgotten.
  var nextSubmission: Int {
    let told = events.compactMap(\.draft.submission).max() ?? 0
    return max(submissions.last?.number ?? 0, told) + 1
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

// MARK: - Submissions

extension TenantRecords {
  /// Keeps a submission with the event that is next.
  mutating func keep(_ submission: Submission) throws {
    let place = submissions.firstIndex { $0.number >= submission.number } ?? submissions.endIndex
    if place < submissions.endIndex, submissions[place].number == submission.number {
      throw StoreError(.unusable, "there is a submission \(submission.number) already")
    }
    submissions.insert(submission.kept(in: nextEvent, withdrawnIn: nil), at: place)
  }

  /// Forgets a preview with its findings.
  mutating func forgetPreview(_ number: Int) throws {
    let place = try place(of: number)
    guard submissions[place].isPreview else {
      throw StoreError(.unusable, "submission \(number) is no preview")
    }
    submissions.remove(at: place)
    findings[number] = nil
  }

  /// Says in which event a submission was withdrawn; nil once it is put back.
  mutating func mark(_ number: Int, withdrawnIn event: Int?) throws {
    let place = try place(of: number)
    guard !submissions[place].isPreview else {
      throw StoreError(.unusable, "submission \(number) is only a preview")
    }
    submissions[place].withdrawnIn = event
  }

  private func place(of number: Int) throws -> Int {
    guard let place = submissions.firstIndex(where: { $0.number == number }) else {
      throw StoreError(.unusable, "there is no submission \(number)")
    }
    return place
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
