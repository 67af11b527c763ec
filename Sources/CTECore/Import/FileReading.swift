import CTEIntake
import CTEModel
import CTERulePack
import CTEStore

/// A file that is read on its own, so that its next rows are found while others are still checked.
actor FileReading {
  /// The file's name without its folder.
  nonisolated let name: String
  /// The format and where its columns stand.
  nonisolated let match: FormatMatch
  /// Which part of the file is read.
  nonisolated let place: TablePlace
  private var file: IncomingFile
  private let tap: OriginalTap

  /// Rows with how much of the file had been read after them, from 0 to 1.
  typealias Part = (table: Table, progress: Double)

  /// Opens a file and finds its format.
  ///
  /// - Parameters:
  ///   - ownName: The name under which it was sent; nil where that is the path's.
  ///   - store: Where the original is kept; nil where it isn't.
  init(
    path: String, named ownName: String?, format: String?, pack: RulePack, reading: Reading,
    keptIn store: (any TenantStore)?
  ) throws {
    let tap = OriginalTap(upload: try store?.newUpload())
    let file = try IncomingFile(
      path: path, named: ownName, format: format, pack: pack, reading: reading,
      tap: { try tap.receive($0) })
    name = file.name
    match = file.match
    place = file.place
    self.tap = tap
    self.file = file
  }

  /// Returns the next rows, or nil after the last.
  func next() throws -> Part? {
    guard let table = try file.next() else { return nil }
    return (table, file.progress)
  }

  /// Returns the students that the file names, if it has fewer rows than are asked for; nil of a longer one.
  func students(ofFewerRowsThan most: Int, in pack: RulePack) throws -> [String]? {
    guard let tables = try file.tables(ofFewerRowsThan: most) else { return nil }
    var keys = KeyTables()
    let mapper = Mapper(match: match, pack: pack)
    for table in tables { mapper.readStudents(of: table, keys: &keys) }
    return keys[.student].newTexts
  }

  /// What there is to know of how the file was read; whole after the last row.
  var notices: [Notice] { file.notices }

  /// The SHA-256 of the bytes so far, in hexadecimal digits.
  var digest: String { tap.digest }

  /// Keeps the original under its digest.
  func keep() throws { try tap.keep() }
}
