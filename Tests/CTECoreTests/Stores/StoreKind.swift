import CTECore
import CTEStoreSQLite
import CTETestKit
import Foundation

/// The stores that must answer alike.
enum StoreKind: CaseIterable {
  case sqlite, inMemory

  /// Calls a function with a new store and a folder for its files, of both of which nothing is left.
  func withStore<Result>(
    _ body: (any Store, URL) async throws -> Result
  ) async throws -> Result {
    try await withPassingFolder { folder in
      try await body(self == .sqlite ? SQLiteStore(at: folder) : InMemoryStore(), folder)
    }
  }
}
