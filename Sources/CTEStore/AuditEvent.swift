public import CTEModel

/// An entry of a tenant's audit log. Each carries the digest of the one before, so that none can be changed unseen.
public struct AuditEvent: Hashable, Sendable {
  /// The place in the log, from 1.
  public let number: Int
  /// What happened.
  public let draft: Draft
  /// The digest of the event before, in hexadecimal digits.
  public let previousDigest: String
  /// The digest of this event and the one before, in hexadecimal digits.
  public let digest: String

  /// Creates an event.
  public init(number: Int, draft: Draft, previousDigest: String, digest: String) {
    self.number = number
    self.draft = draft
    self.previousDigest = previousDigest
    self.digest = digest
  }

  /// What happened, before it has its place in the log. It never holds a student's data.
  public struct Draft: Hashable, Sendable {
    /// When.
    public let moment: Moment
    /// Who.
    public let actor: String
    /// What, as a verb and a thing, such as `import credential-upload`.
    public let action: String
    /// The pack and its version that held.
    public let pack: String
    /// The submission that was made; nil for events that made none.
    public let submission: Int?
    /// Counts and digests, as a JSON object with sorted keys.
    public let details: String

    /// Creates a draft.
    public init(
      moment: Moment, actor: String, action: String, pack: String, submission: Int? = nil,
      details: String
    ) {
      self.moment = moment
      self.actor = actor
      self.action = action
      self.pack = pack
      self.submission = submission
      self.details = details
    }

    /// The event as its digest is made: each part after its length, so that no two events look alike.
    func line(number: Int, after previousDigest: String) -> String {
      [
        String(number), moment.description, actor, action, pack,
        submission.map { String($0) } ?? "", details, previousDigest,
      ].map { "\($0.utf8.count):\($0)\n" }.joined()
    }
  }
}
