import CTEStore
import CTEStoreSQLite
import Foundation

/// What tests have done in a process beside theirs.
extension StoreOperation {
  static let beside = [importingSecond, holding]

  /// Another file into the tenant into which `import` imports, of which it must be told.
  static let importingSecond = StoreOperation(name: "import-second", lasting: .sessionCommitted) {
    _ in
  } perform: { stage in
    try await stage.importFile(stage.file("second.csv"))
  }

  /// Writing for longer than anybody waits.
  static let holding = StoreOperation(name: "hold", lasting: nil) { _ in
  } perform: { stage in
    let session = try await stage.store.scoped(to: Stage.id("demo")).beginWriting()
    try await Task.sleep(for: .seconds(3600))
    await session.rollback()
  }
}
