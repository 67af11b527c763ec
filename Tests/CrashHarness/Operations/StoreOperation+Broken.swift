import CTEStoreSQLite
import Foundation
import GRDB

/// Operations that break a promise when they are cut off, by which tests see that the harness notices.
extension StoreOperation {
  static let broken = [twoHalves, careless, untold]

  /// Two transactions in place of one: half of it may stay.
  private static let twoHalves = StoreOperation(name: "two-halves", lasting: nil) { stage in
    try await stage.createLoaded("demo")
    try Roster.write(students: 0..<10, to: stage.file("first.csv"))
    try Roster.write(students: 10..<20, to: stage.file("second.csv"))
  } perform: { stage in
    for half in ["first", "second"] { try await stage.importFile(stage.file("\(half).csv")) }
  }

  /// A tenant is put aside meanwhile: it may be gone.
  private static let careless = StoreOperation(name: "careless", lasting: nil) { stage in
    try await stage.create("demo")
  } perform: { stage in
    let (home, aside) = (stage.tenants.appendingPathComponent("demo"), stage.folder)
    let place = aside.appendingPathComponent("aside")
    if FileManager.default.fileExists(atPath: home.path) {
      try FileManager.default.moveItem(at: home, to: place)
    }
    try await stage.createOther()
    try FileManager.default.moveItem(at: place, to: home)
  }

  /// A submission is there before its event: the log may miss it.
  private static let untold = StoreOperation(name: "untold", lasting: nil) { stage in
    try await stage.createLoaded("demo")
  } perform: { stage in
    let queue = try DatabaseQueue(path: stage.database("demo").path)
    let copy = """
      INSERT INTO submission SELECT max(number) + 1, format, fileName, fileDigest, pack, year, actor, seconds, \
      "read", accepted, unchanged, updated, rejected, event, withdrawnIn, isJournaled, expires, packDigest \
      FROM submission
      """
    try await queue.write { try $0.execute(sql: copy) }
    try await stage.createOther()
    let removal = "DELETE FROM submission WHERE number = (SELECT max(number) FROM submission)"
    try await queue.write { try $0.execute(sql: removal) }
  }
}

extension Stage {
  /// Creates another tenant, so that there are steps at which the process can end; done again, it does nothing.
  fileprivate func createOther() async throws {
    if try await !store.tenants().contains(Self.id("other")) { try await create("other") }
  }
}
