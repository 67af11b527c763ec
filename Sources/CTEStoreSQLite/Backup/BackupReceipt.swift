public import CTEModel

/// What a backup holds.
public struct BackupReceipt: Hashable, Sendable {
  /// The tenant that was backed up.
  public let tenant: TenantID
  /// When.
  public let moment: Moment
  /// How many events its audit log has.
  public let eventCount: Int
  /// The digest of the last of them, in hexadecimal digits.
  public let lastEventDigest: String
  /// How many files there are beside the manifest.
  public let fileCount: Int
  /// How many bytes they have.
  public let byteCount: Int64

  init(tenant: TenantID, _ manifest: BackupManifest) {
    self.tenant = tenant
    moment = Moment(seconds: manifest.seconds)
    eventCount = manifest.audit.events
    lastEventDigest = manifest.audit.digest
    fileCount = manifest.files.count
    byteCount = manifest.files.reduce(0) { $0 + $1.bytes }
  }
}
