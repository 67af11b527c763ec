import CTEStore
import GRDB

/// A look at a tenant's database as it was when the look began, on a connection of its own.
final class SQLiteReadSession: SQLiteReading {
  private let queue: DatabaseQueue

  /// Creates a session on a queue whose transaction has begun.
  init(queue: DatabaseQueue) {
    self.queue = queue
  }

  func perform<Result: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Result
  ) async throws -> Result {
    try await StoreError.translating { [queue] in
      try await queue.writeWithoutTransaction { try body($0) }
    }
  }

  func end() async {
    // A connection that can't be closed now is closed when it is dropped.
    try? queue.close()
  }
}
