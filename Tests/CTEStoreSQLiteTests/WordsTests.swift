import CTEStore
import GRDB
import Testing

@testable import CTEStoreSQLite

struct WordsTests {
  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, StoreError.Code.busy, "somebody else is writing to the tenant"),
    (.SQLITE_LOCKED, .busy, "somebody else is writing to the tenant"),
    (.SQLITE_FULL, .unusable, "the disk is full"),
    (.SQLITE_READONLY, .unusable, "the tenant's folder can't be written"),
    (.SQLITE_CANTOPEN, .unusable, "the tenant's folder can't be written"),
    (.SQLITE_IOERR, .unusable, "the disk can't be read or written (SQLite code 10)"),
    (.SQLITE_IOERR_FSYNC, .unusable, "the disk can't be read or written (SQLite code 1034)"),
    (.SQLITE_CORRUPT, .unusable, "the tenant's database is damaged"),
    (.SQLITE_NOTADB, .unusable, "the tenant's database is damaged"),
    (.SQLITE_CONSTRAINT, .unusable, "the tenant's database can't be used (SQLite code 19)"),
  ])
  func `what the database has to say is said in plain words, and nothing of a record with it`(
    result: ResultCode, code: StoreError.Code, words: String
  ) {
    let error = StoreError(
      DatabaseError(resultCode: result, message: "MARK7731", arguments: ["MARK7731"]))
    #expect(error.code == code)
    #expect(error.message.hasPrefix(words))
    #expect(!"\(error)".contains("MARK7731"))
  }
}
