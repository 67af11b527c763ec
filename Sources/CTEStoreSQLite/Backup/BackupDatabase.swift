import CTEStore
import Foundation
import GRDB

/// The database of a backup, which is read without being changed.
struct BackupDatabase {
  /// The version of its layout.
  let schema: String
  let events: [AuditEvent]
  /// The digest of the file of each submission that was made from one, by the submission's number.
  let originals: [(submission: Int, digest: String)]
  /// Whether its audit log is whole.
  private let verdict: AuditVerdict
  /// What SQLite finds wrong with it.
  private let damage: [String]

  init(_ url: URL) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: url.path, configuration: configuration)
    try Schema.refuseNewer(queue)
    self = try queue.read { try BackupDatabase($0) }
    try queue.close()
  }

  private init(_ database: Database) throws {
    schema = try Schema.migrator.completedMigrations(database).last ?? ""
    events = try database.auditEvents()
    // The first version didn't keep what became of submissions.
    let submissions =
      try schema == "1" ? database.submissionsOfVersion1() : database.submissions()
    verdict = AuditVerdict(
      events, submissions: submissions, lastChange: try database.lastJournaledEvent())
    originals = submissions.map { ($0.number, $0.fileDigest) }.filter(\.digest.isDigest)
    damage = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)").filter { $0 != "ok" }
  }

  /// The end of its audit log.
  var audit: BackupManifest.Audit {
    BackupManifest.Audit(
      events: events.count, digest: events.last?.digest ?? AuditEvent.firstPreviousDigest)
  }

  /// Says what doesn't hold of the database by itself.
  var problems: [String] {
    var problems: [String] = []
    if !damage.isEmpty { problems.append("store.sqlite is damaged") }
    if let problem = verdict.problem { problems.append(problem) }
    return problems
  }
}

extension AuditVerdict {
  /// Says what doesn't hold of the log; nil where it is whole.
  fileprivate var problem: String? {
    switch self {
    case .whole: nil
    case .broken(let event):
      "event \(event) of the audit log doesn't follow from the one before"
    case .missing(let submission): "submission \(submission) has no event in the audit log"
    case .cutOff(let event): "the audit log ends before event \(event), which changed records"
    case .damaged(let original): "the original of submission \(original.submission) is damaged"
    }
  }
}
