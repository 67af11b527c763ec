public import CTEModel
public import CTERulePack

/// A file that is being taken in: its reader, and the format whose titles it has.
public struct IncomingFile {
  /// The file's name without its folder.
  public let name: String
  /// The format and where its columns stand.
  public let match: FormatMatch
  /// Which part of the file is read.
  public let place: TablePlace
  private var reader: any TableReader
  private let limits: ReadingLimits
  /// How many cells the tables had so far.
  private var cellCount = 0
  /// What was noticed before the first row.
  private let remarks: [Notice]
  /// Tables that were looked at before their turn.
  private var ahead: [Table] = []

  /// Opens a file and finds its format.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - ownName: The name under which it was sent; nil where that is the path's.
  ///   - format: The format's name; nil to find it by the file's titles.
  ///   - pack: The pack that has the formats.
  ///   - reading: Which kinds of files are read, and within which bounds.
  ///   - tap: Called with every byte in its order while the file is read.
  /// - Throws: `IntakeError` where the file can't be read or has the titles of no format, and what the tap throws.
  public init(
    path: String, named ownName: String? = nil, format: String?, pack: RulePack,
    reading: Reading = .text, tap: ((UnsafeRawBufferPointer) throws -> Void)? = nil
  ) throws {
    let file = try SourceFile(
      path: path, named: ownName, limits: reading.limits, tap: tap)
    let kind = try reading.kind(of: file)
    var reader = try kind.open(file)
    let asked = reading.asksForKind ? kind.name : nil
    let found = try TitleSearch(format: format, pack: pack, kind: asked, file: file.name)
      .find(in: &reader)
    try reader.begin(below: found.titles, ofSheet: found.sheet, taking: found.match.takenColumns)
    name = file.name
    limits = reading.limits
    match = found.match
    place = TablePlace(
      kind: kind.name, sheet: found.sheet, sheetName: reader.sheets[found.sheet].name,
      titlesRow: found.titles.number, titles: found.titles.texts)
    remarks = found.notices
    self.reader = reader
  }

  /// Returns the next rows, or nil after the last.
  ///
  /// - Throws: `IntakeError` where the file's structure is broken, and what the file's tap throws.
  public mutating func next() throws -> Table? {
    ahead.isEmpty ? try read() : ahead.removeFirst()
  }

  private mutating func read() throws -> Table? {
    let table = try reader.next()
    cellCount += table?.cells.count ?? 0
    try limits.hold(cellCount, to: .cells, of: name)
    return table
  }

  /// Returns all tables of a file of fewer rows than are asked for, whose turn is still to come; nil of a longer one.
  ///
  /// A file of few but very long rows counts as a longer one.
  public mutating func tables(ofFewerRowsThan most: Int) throws -> [Table]? {
    var rows = ahead.reduce(0) { $0 + $1.rowCount }
    var bytes = ahead.reduce(0) { $0 + $1.bytes.count }
    while rows < most, bytes < Self.mostBytesAhead {
      guard let table = try read() else { return ahead }
      ahead.append(table)
      rows += table.rowCount
      bytes += table.bytes.count
    }
    return nil
  }

  /// How much of a file is held before its turn.
  private static let mostBytesAhead = 6 << 20

  /// What there is to know of how the file was read; whole after the last row.
  public var notices: [Notice] { remarks + reader.notices }

  /// How much of the file has been read, from 0 to 1.
  public var progress: Double { reader.progress }
}
