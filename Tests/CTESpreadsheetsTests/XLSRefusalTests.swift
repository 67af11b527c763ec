import CTEIntake
import Testing

struct XLSRefusalTests {
  private static let damaged =
    "is damaged or not whole; open it in a spreadsheet program and save it as .xlsx"

  /// A book that is read.
  private static let sound = XLSBook.with { book, sheet in
    book.texts = ["shared"]
    sheet.titles(["A", "B"])
    sheet.titles(["a", "b"], row: 1)
    sheet.shared(2, 0, 0)
  }

  @Test func `a sound book is read`() throws {
    #expect(try XLSFixture(Self.sound.bytes).refusal() == nil)
  }

  /// What may be wrong with a workbook, and by which words or limit it is refused.
  enum Fault: String, CaseIterable {
    case password, noEnd, noGlobalsEnd, sheetPastEnd, sheetsTogether, noSheets, sheetIsNoSheet
    case tooDeep, backwards, twice, farColumn, shortNumber, longText, wideText, noSharedText
    case endlessTexts, fewTexts, hugeText, cellsOfVersion2, textsCutOff, longRecord, unknownVersion
    case oldVersion, manySheets, rows, columns, falseRows, falseColumns, ownTextTooLong
    case overlapping, strangeByte

    var expected: String {
      switch self {
      case .password: "is protected with a password; remove the protection and upload it again"
      case .sheetPastEnd, .sheetsTogether, .endlessTexts, .fewTexts, .textsCutOff, .falseColumns,
        .falseRows:
        "limit untrueHeaders"
      case .noSheets: "has no worksheet"
      case .backwards:
        "has its rows out of order; open it in a spreadsheet program and save it as .xlsx"
      case .oldVersion: "is a workbook of a very old kind; save it as .xlsx"
      case .manySheets: "limit sheets"
      case .rows: "limit rows"
      case .columns: "limit columns"
      case .hugeText, .ownTextTooLong: "limit cellCharacters"
      case .strangeByte:
        "has texts that can't be read; open it in a spreadsheet program and save it as .xlsx"
      default: XLSRefusalTests.damaged
      }
    }
  }

  @Test(arguments: Fault.allCases)
  func `a broken workbook is refused before libfreexl sees it`(fault: Fault) throws {
    let error = try XLSFixture(Self.bytes(with: fault)).refusal()
    if fault.expected.hasPrefix("limit ") {
      #expect(error?.limit?.rawValue == String(fault.expected.dropFirst(6)))
    } else {
      #expect(error?.message.hasSuffix(" " + fault.expected) == true, "\(error?.message ?? "read")")
    }
  }

  private static func bytes(with fault: Fault) -> [UInt8] {
    var book = sound
    if let stream = stream(with: fault, &book) {
      return XLSContainer(streams: [("Workbook", stream)]).bytes
    }
    return book.bytes
  }

  /// Breaks a book, or returns a stream that is broken.
  private static func stream(with fault: Fault, _ book: inout XLSBook) -> [UInt8]? {
    let whole = book.stream
    switch fault {
    case .password: book.extra = record(0x002F, [1, 0, 1, 0, 1, 0])
    case .noEnd: book.sheets[0].hasEnd = false
    case .noGlobalsEnd: return Array(whole.prefix(60))
    case .sheetPastEnd: book.extra = record(0x0085, UInt32.max.littleEndian + [0, 0, 1, 0, 65])
    case .sheetsTogether:
      let twin = record(0x0085, UInt32(8).littleEndian + [0, 0, 1, 0, 65])
      book.extra = twin + twin
    case .noSheets: book.sheets[0].kind = 2
    case .sheetIsNoSheet:
      book.extra = record(0x0085, UInt32(20).littleEndian + [0, 0, 1, 0, 65])
    case .tooDeep:
      book.sheets[0].records += (0..<20).flatMap { _ in record(0x0809, [0x0600, 32].shorts) }
      book.sheets[0].records += (0..<20).flatMap { _ in record(0x000A, []) }
    case .backwards: book.sheets[0].text(1, 4, "back")
    case .twice: book.sheets[0].text(2, 0, "again")
    case .farColumn: book.sheets[0].text(3, 256, "far")
    case .unknownVersion: book.version = 0x0700
    case .overlapping:
      book.sheets[0].records += record(0x0809, [0x0600, 16].shorts)
      book.sheets[0].hasEnd = false
    default: breakCells(with: fault, &book)
    }
    return streamOfOtherKind(fault, whole)
  }

  private static func streamOfOtherKind(_ fault: Fault, _ whole: [UInt8]) -> [UInt8]? {
    switch fault {
    case .oldVersion: record(0x0409, [0, 0x10, 0].shorts) + whole.dropFirst(20)
    case .longRecord:
      whole.prefix(20) + record(0x0099, Array(repeating: 0, count: 8225)) + whole.dropFirst(20)
    default: nil
    }
  }

  private static func breakCells(with fault: Fault, _ book: inout XLSBook) {
    switch fault {
    case .shortNumber: book.sheets[0].add(0x0203, 3, 0, [1, 2, 3])
    case .longText: book.sheets[0].add(0x0204, 3, 0, [200, 0, 0, 65])
    case .wideText: book.sheets[0].add(0x0204, 3, 0, [3, 0, 1, 65, 0, 65])
    case .noSharedText: book.sheets[0].shared(3, 0, 1)
    case .endlessTexts: book.textRecords = [UInt32(1).littleEndian + UInt32.max.littleEndian]
    case .fewTexts: book.textRecords = [UInt32(9).littleEndian + UInt32(9).littleEndian + "x".biff]
    case .textsCutOff:
      book.textRecords = [UInt32(1).littleEndian + UInt32(1).littleEndian + [9, 0, 0, 65]]
    case .hugeText:
      book.textRecords = [UInt32(1).littleEndian + UInt32(1).littleEndian + [0xFF, 0xFF, 0, 65]]
    case .ownTextTooLong:
      book.sheets[0].add(0x0204, 3, 0, [0xFF, 0xFF, 0] + Array(repeating: 65, count: 8000))
    case .cellsOfVersion2: book.sheets[0].add(0x0003, 3, 0, [0, 0, 0])
    case .manySheets: book.sheets += (0..<256).map { XLSSheet(name: "S\($0)") }
    case .rows: book.sheets[0].extent = (5_000_001, 1)
    case .columns: book.sheets[0].extent = (1, 16_385)
    case .falseRows: book.sheets[0].extent = (65_537, 31)
    case .falseColumns: book.sheets[0].extent = (1, 257)
    case .strangeByte:
      book = XLSBook.with { book, sheet in
        book.version = 0x0500
        sheet.add(0x0204, 0, 0, [1, 0, 0x41])
        sheet.add(0x0204, 1, 0, [1, 0, 0x81])
      }
    default: break
    }
  }

  @Test func `what is read stays within the limits that are set`() throws {
    for (limit, count) in [(Limit.rows, 3), (.columns, 2), (.cells, 6), (.sheets, 1)] {
      var book = Self.sound
      book.sheets[0].extent = nil
      var limits = ReadingLimits()
      limits[limit] = count
      #expect(try XLSFixture(book.bytes, limits: limits).refusal() == nil)
      guard count > 1 else { continue }
      limits[limit] = count - 1
      #expect(try XLSFixture(book.bytes, limits: limits).refusal()?.limit == limit)
    }
  }

  @Test(
    arguments: [
      [0x09, 0x00, 0x04, 0x00, 0, 0, 0x10, 0], [0x09, 0x02, 0x06, 0x00, 0, 0, 0x10, 0],
      [0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0], [0x09, 0x08, 0x08, 0x00, 0, 5, 0x10, 0],
    ] as [[UInt8]])
  func `a workbook without a container is of a very old kind`(beginning: [UInt8]) throws {
    let error = try XLSFixture(beginning + Array(repeating: 0, count: 100)).refusal()
    #expect(error?.message.hasSuffix(" is a workbook of a very old kind; save it as .xlsx") == true)
    #expect(error?.code == .unknownKind)
  }

  @Test func `no change of a few bytes does harm`() throws {
    // A fixed sequence, so that a failure comes again.
    var state: UInt64 = 88_172_645_463_325_252
    let next = { (count: Int) -> Int in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    let sound = Self.sound.bytes
    for _ in 0..<300 {
      var bytes = sound
      for _ in 0...next(3) { bytes[next(bytes.count)] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF][next(6)] }
      bytes = Array(bytes.prefix(next(4) == 0 ? max(8, next(bytes.count)) : bytes.count))
      guard bytes.starts(with: XLSContainer.signature) else { continue }
      do {
        _ = try XLSFixture(bytes).reader()
        _ = try XLSFixture(bytes).refusal()
      } catch is IntakeError {
        continue
      } catch is ExpectationFailedError {
        continue
      }
    }
  }
}
