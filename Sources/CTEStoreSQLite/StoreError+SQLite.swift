import CTEStore
import Foundation
import GRDB

extension StoreError {
  /// Calls a function and says in plain words what the database has to say.
  static func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error)
    } catch let error as CocoaError {
      throw StoreError(error)
    }
  }

  /// Calls a function and says in plain words what the database has to say.
  static func translating<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let error as DatabaseError {
      throw StoreError(error)
    } catch let error as CocoaError {
      throw StoreError(error)
    }
  }

  /// What the system says of a file is told with its path, which says nothing of any student.
  private init(_ error: CocoaError) {
    let path = error.filePath ?? error.url?.path
    let place = path.map { "the file \($0)" } ?? "a file of the tenant"
    self.init(
      .unusable,
      error.code == .fileWriteOutOfSpace
        ? "the disk is full; nothing was changed"
        : "\(place) can't be read or written; nothing was changed")
  }

  /// The database's own words may quote values, so only its code is told.
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .isBusy
    case .SQLITE_FULL:
      self.init(.unusable, "the disk is full; nothing was changed")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self.init(.unusable, "the tenant's folder can't be written; nothing was changed")
    case .SQLITE_IOERR:
      self.init(
        .unusable,
        "the disk can't be read or written (SQLite code \(error.extendedResultCode.rawValue)); nothing was changed"
      )
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(.unusable, "the tenant's database is damaged; restore it from a backup")
    default:
      self.init(
        .unusable,
        "the tenant's database can't be used (SQLite code \(error.extendedResultCode.rawValue))")
    }
  }
}

extension StoreError {
  /// Somebody else is writing to the tenant.
  static let isBusy = StoreError(
    .busy, "somebody else is writing to the tenant; try again when they are done")
}
