import Foundation
import GRDB

/// What can happen to the files of a tenant.
enum Damage: CaseIterable, Sendable {
  case header, middle, end, half, empty, missing, newer, foreign

  /// Does it to the database in a folder.
  func happen(to database: URL) throws {
    let size = try Data(contentsOf: database).count
    switch self {
    case .header: try database.overwrite(0..<100)
    case .middle: try database.overwrite(size / 8..<size * 7 / 8)
    case .end: try database.overwrite(size / 2..<size)
    case .half: try Data(contentsOf: database).prefix(size / 2).write(to: database)
    case .empty: try Data().write(to: database)
    case .missing: try FileManager.default.removeItem(at: database)
    case .newer:
      try DatabaseQueue(path: database.path).write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES('from the future')")
      }
    case .foreign: try Data("a letter to the parents, many pages long".utf8).write(to: database)
    }
  }

  /// How the error of whoever uses the tenant ends.
  var words: String {
    switch self {
    case .header, .middle, .end, .half, .foreign:
      "the tenant's database is damaged; restore it from a backup"
    case .empty, .missing: "is empty or gone; restore the tenant from a backup"
    case .newer: "the tenant's database was made by a newer version; update this program"
    }
  }
}

extension URL {
  /// Puts bytes that mean nothing in place of some of a file's.
  func overwrite(_ range: Range<Int>) throws {
    var bytes = try Data(contentsOf: self)
    for place in range where bytes.indices.contains(place) {
      bytes[place] = UInt8(truncatingIfNeeded: place &* 151 &+ 89)
    }
    let handle = try FileHandle(forWritingTo: self)
    try handle.write(contentsOf: bytes)
    try handle.close()
  }
}
