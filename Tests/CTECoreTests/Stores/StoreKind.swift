import CTECore
import CTEStoreSQLite
import Foundation

/// The stores that must answer alike.
enum StoreKind: CaseIterable {
  case sqlite, inMemory

  /// Calls a function with a new store and a folder for its files, of both of which nothing is left.
  func withStore<Result>(
    _ body: (any Store, URL) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(self == .sqlite ? SQLiteStore(at: folder) : InMemoryStore(), folder)
  }
}
