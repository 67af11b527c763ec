import CTECore
import CTEStoreSQLite

// What persons do to records that are there.
extension StoreOperation {
  private static let lists = ["coherent_sequence", "credential_list", "enrollment", "credential"]

  /// A tenant with enrollments and with credentials that rest on them.
  private static func prepareRecords(_ stage: Stage) async throws {
    try await stage.createLoaded("demo")
    try await stage.load(lists + ["upload"])
  }

  /// Taking the enrollments out again, with the credentials that rest on them.
  static let withdrawing = StoreOperation(name: "withdraw", lasting: .sessionCommitted) { stage in
    try await prepareRecords(stage)
  } perform: { stage in
    let tenant = try await stage.tenant()
    guard let upload = try await tenant.enrollments, !upload.isWithdrawn else { return }
    _ = try await tenant.withdraw(submission: upload.number, at: Stage.moment)
  }

  /// Putting them back.
  static let undoing = StoreOperation(name: "undo", lasting: .sessionCommitted) { stage in
    try await prepareRecords(stage)
    try await withdrawing.perform(stage)
  } perform: { stage in
    let tenant = try await stage.tenant()
    guard let upload = try await tenant.enrollments, upload.isWithdrawn else { return }
    _ = try await tenant.undo(withdrawalOf: upload.number, at: Stage.moment)
  }

  /// Saving a credential by hand.
  static let entering = StoreOperation(name: "modify", lasting: .sessionCommitted) { stage in
    try await prepareRecords(stage)
  } perform: { stage in
    let tenant = try await stage.tenant()
    guard let upload = try await tenant.submissions().last?.number,
      let own = try await tenant.records(of: .credentialAttempt).first(where: {
        $0.id.submission == upload
      }), own.savedIn == nil
    else { return }
    _ = try await tenant.modify(
      own.id, of: .credentialAttempt, ["certificateNumber": "SAMPLE-1", "passed": "true"],
      at: Stage.moment)
  }

  /// Deleting an enrollment, with the credentials that rest on it.
  static let deletingRecords = StoreOperation(
    name: "delete-enrollments", lasting: .sessionCommitted
  ) { stage in
    try await prepareRecords(stage)
  } perform: { stage in
    let tenant = try await stage.tenant()
    let enrollments = try await tenant.records(of: .courseEnrollment).map(\.id)
    guard enrollments.count > 20 else { return }
    _ = try await tenant.delete(
      Array(enrollments.prefix(20)), of: .courseEnrollment, at: Stage.moment)
  }
}

extension Tenant {
  /// The upload of the enrollments.
  fileprivate var enrollments: Submission? {
    get async throws {
      try await submissions().first { $0.format == "enrollment-records" }
    }
  }
}
