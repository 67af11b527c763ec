import CTEStore
import CTEStoreSQLite

/// Something that a store does and in the midst of which its process may die.
///
/// A new one is a constant in `Operations/` and its name in `all`.
struct StoreOperation: Sendable {
  let name: String
  /// The step from which on what was done must be there for good; nil where nothing is left of the operation.
  let lasting: StoreStep?
  /// The steps before which something was done for good that is whole by itself: a version of the database each. Else an
  /// operation is done whole or not at all.
  var stopovers: [StoreStep] = []
  /// Makes what is there before.
  let prepare: @Sendable (Stage) async throws -> Void
  /// Does it. Done again, it ends as if it had been done once, or with an error that says that it was done.
  let perform: @Sendable (Stage) async throws -> Void

  /// Those that must pass.
  static let all = [
    importing, importingAgain, previewing, committingPreview, withdrawing, undoing, entering,
    deletingRecords, creating, migrating, migratingSecond, backingUp, restoring, deleting,
  ]

  static func named(_ name: String) -> StoreOperation? {
    (all + broken + beside).first { $0.name == name }
  }

  /// The errors that say that an operation was done already.
  static let doneAlready: Set<StoreError.Code> = [.tenantExists, .unknownTenant, .folderTaken]
}
