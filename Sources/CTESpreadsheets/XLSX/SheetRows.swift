import CTEIntake
import CTEModel
import CTERulePack

/// The rows of a sheet while they are read: scanned as long as they are written as usual, then parsed.
final class SheetRows {
  private let box: BuilderBox
  private let archive: ZipArchive
  private let entry: ZipEntry
  private var part: ZipPart
  private var front: Front
  private let window: UnsafeMutableRawBufferPointer
  /// Which bytes of the window are still to be read.
  private var ahead = 0..<0

  /// Rows longer than this are parsed piece by piece.
  private static let windowSize = 1 << 20
  /// How much is inflated at a time.
  private static let stepSize = 1 << 18

  private enum Front {
    case start
    case scanner(SheetScanner, room: UnsafeMutableBufferPointer<UInt8>)
    case parser(XMLReader, SheetParser)
    case end
  }

  /// Opens the part of a sheet.
  ///
  /// - Parameter scans: Whether rows may be scanned.
  init(_ entry: ZipEntry, in archive: ZipArchive, builder: SheetBuilder, scans: Bool) throws {
    self.archive = archive
    self.entry = entry
    box = BuilderBox(builder)
    part = try archive.open(entry)
    window = .allocate(byteCount: Self.windowSize, alignment: 16)
    front = .start
    if !scans { try parse(passingOver: 0) }
  }

  deinit {
    window.deallocate()
    if case .scanner(_, let room) = front { room.deallocate() }
  }

  /// How much of the part has been read, from 0 to 1.
  var progress: Double { min(1, Double(part.position) / Double(max(1, entry.size))) }

  /// Whether all rows that are wanted have been read.
  private(set) var isAtEnd = false

  /// Reads until there are rows enough for a table, or no more.
  func fill() throws {
    while !isAtEnd, !box.builder.isFull {
      switch front {
      case .start: try begin()
      case .scanner(let scanner, let room): try scan(scanner, room)
      case .parser(let reader, let parser): try feed(reader, parser)
      case .end: try finish()
      }
    }
  }

  /// Whether rows had to be parsed, because they aren't written as spreadsheet programs write.
  private(set) var isParsed = false

  /// Returns the rows read so far; nil where there are none.
  func takeTable() -> Table? { box.builder.takeTable() }

  /// The rows among which titles are looked for.
  var heads: [HeadRow] { box.builder.heads }

  /// What there is to know of the rows read so far.
  var notices: [Notice] { box.builder.notices }

  // MARK: - Scanning

  private func begin() throws {
    try inflate()
    let bytes = UnsafeRawBufferPointer(rebasing: window[ahead])
    let start = try SheetStart(bytes, isLast: part.isAtEnd, of: entry, in: archive.file)
    guard let firstRow = start.firstRow else { return try parse(passingOver: 0) }
    ahead = firstRow..<ahead.upperBound
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.windowSize)
    front = .scanner(SheetScanner(room: room), room: room)
  }

  private func scan(
    _ current: SheetScanner, _ room: UnsafeMutableBufferPointer<UInt8>
  ) throws {
    var scanner = current
    var position = 0
    let bytes = UnsafeRawBufferPointer(rebasing: window[ahead]).assumingMemoryBound(to: UInt8.self)
    let outcome = try scanner.scan(bytes, from: &position, into: &box.builder)
    ahead = ahead.lowerBound + position..<ahead.upperBound
    front = .scanner(scanner, room: room)
    switch outcome {
    case .full: break
    case .ranOut where !part.isAtEnd && ahead.count < Self.windowSize: try inflate()
    case .ended:
      room.deallocate()
      front = .end
    case .ranOut, .unusual:
      room.deallocate()
      try parse(passingOver: scanner.rowCount)
    }
  }

  /// Moves what is still to be read to the front of the window, and puts more behind it.
  private func inflate() throws {
    let kept = ahead.count
    if let base = window.baseAddress, ahead.lowerBound > 0 {
      base.copyMemoryOverlapping(base + ahead.lowerBound, count: kept)
    }
    let free = window[kept...].prefix(Self.stepSize)
    ahead = 0..<kept + (try part.read(into: UnsafeMutableRawBufferPointer(rebasing: free)))
  }

  // MARK: - Parsing

  private func parse(passingOver known: Int) throws {
    front = .start
    isParsed = true
    part = try archive.open(entry)
    ahead = 0..<0
    let parser = SheetParser(box, passingOver: known)
    let reader = try XMLReader(entry.name, of: archive.file, handler: parser)
    parser.stop = { [unowned reader] in reader.stop() }
    front = .parser(reader, parser)
  }

  private func feed(_ reader: XMLReader, _ parser: SheetParser) throws {
    let step = UnsafeMutableRawBufferPointer(rebasing: window.prefix(parsingStep))
    let count = try part.read(into: step)
    try reader.feed(UnsafeRawBufferPointer(rebasing: step[..<count]), isLast: part.isAtEnd)
    if parser.isAtEnd || part.isAtEnd { front = .end }
  }

  /// How much is parsed in one go: many wide rows could be made of few bytes.
  private var parsingStep: Int {
    min(1 << 16, max(256, (20 << 20) / max(1, box.builder.columnCount)))
  }

  /// Inflates the rest of the part, to learn whether it is whole.
  private func finish() throws {
    try part.readThrough()
    isAtEnd = true
  }
}

extension UnsafeMutableRawPointer {
  fileprivate func copyMemoryOverlapping(_ source: UnsafeMutableRawPointer, count: Int) {
    // `copyMemory` moves bytes rightly where the two overlap.
    copyMemory(from: source, byteCount: count)
  }
}
