import CTECore
import CTEStoreSQLite

/// What a backup holds, as JSON.
struct BackupEntry: Encodable {
  let tenant: String
  let moment: String
  let events: Int
  let lastEvent: String
  let files: Int
  let bytes: Int64
  let restoredAs: String?

  init(_ receipt: BackupReceipt, restoredAs tenant: TenantID? = nil) {
    self.tenant = receipt.tenant.name
    moment = receipt.moment.description
    events = receipt.eventCount
    lastEvent = receipt.lastEventDigest
    files = receipt.fileCount
    bytes = receipt.byteCount
    restoredAs = tenant?.name
  }
}

extension BackupReceipt {
  /// What was copied, for people.
  var words: String { "\(fileCount) files with \(byteCount) bytes, \(eventCount) events" }
}
