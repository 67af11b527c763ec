import CTEIntake

/// The beginning of a container, by which its table of sectors is found.
struct CompoundHeader {
  /// How many bytes a sector has.
  let sectorSize: Int
  /// How many sectors the file has; the last may be cut short.
  let sectorCount: Int
  /// The first sector of the directory.
  let directoryStart: UInt32
  /// The first sector of the table of small sectors.
  let miniTableStart: UInt32
  /// How many sectors that table has.
  let miniTableCount: Int
  private let tableCount: Int
  private let furtherStart: UInt32
  private let furtherCount: Int
  /// The sectors of the table, as far as they stand in the header.
  private let firstPlaces: [UInt32]

  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  static let free: UInt32 = 0xFFFF_FFFF
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let size = 512

  /// Reads the header of a file.
  ///
  /// - Throws: `IntakeError` where it is broken, or counts more sectors than the file has.
  init(_ file: XLSFile) throws(IntakeError) {
    let bytes = try file.bytes(at: 0, count: Self.size)
    let shift = bytes.number16(30)
    guard bytes.starts(with: Self.signature), bytes.number16(28) == 0xFFFE,
      shift == 9 || shift == 12, bytes.number16(32) == 6, bytes.number32(56) == 4096
    else { throw file.damaged }
    sectorSize = shift == 9 ? 512 : 4096
    sectorCount = max(0, file.size - 1) / sectorSize
    let numbers = bytes.numbers
    directoryStart = numbers[12]
    miniTableStart = numbers[15]
    furtherStart = numbers[17]
    firstPlaces = numbers[19...].filter { $0 != Self.free }
    tableCount = Int(numbers[11])
    miniTableCount = Int(numbers[16])
    furtherCount = Int(numbers[18])
    // A table is never much greater than it must be for the sectors that there are.
    let most = 2 * sectorCount / (sectorSize / 4) + 128
    guard tableCount <= min(most, sectorCount), furtherCount <= most,
      miniTableCount <= min(8 * most, sectorCount)
    else { throw file.untrue }
  }

  /// Returns where a sector begins in the file.
  func offset(of sector: UInt32) -> Int { (Int(sector) + 1) * sectorSize }

  /// Returns the table that says for each sector which one follows it.
  ///
  /// - Throws: `IntakeError` where the table doesn't have as many sectors as the header says, or has one of them twice.
  func allocationTable(of file: XLSFile) throws(IntakeError) -> [UInt32] {
    let places = try tablePlaces(file)
    var seen = SectorSet(count: sectorCount)
    var table: [UInt32] = []
    for sector in places {
      guard sector < sectorCount, seen.insert(sector) else { throw file.damaged }
      try table += file.bytes(at: offset(of: sector), count: sectorSize).numbers
    }
    guard places.count == tableCount else { throw file.untrue }
    return table
  }

  /// The sectors in which the table stands; where they are too many for the header, further sectors list them.
  private func tablePlaces(_ file: XLSFile) throws(IntakeError) -> [UInt32] {
    var places = firstPlaces
    var seen = SectorSet(count: sectorCount)
    var sector = furtherStart
    for _ in 0..<furtherCount {
      guard sector < sectorCount, seen.insert(sector) else { throw file.untrue }
      let numbers = try file.bytes(at: offset(of: sector), count: sectorSize).numbers
      places += numbers.dropLast().filter { $0 != Self.free }
      sector = numbers.last ?? Self.endOfChain
    }
    return places
  }
}

/// The sectors that a chain has passed, so that none comes twice.
struct SectorSet {
  private var words: [UInt64]

  init(count: Int) {
    words = Array(repeating: 0, count: count / 64 + 1)
  }

  /// Adds a sector and returns whether it is new.
  mutating func insert(_ sector: UInt32) -> Bool {
    let (word, bit) = (Int(sector / 64), UInt64(1) << UInt64(sector % 64))
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }
}

extension [UInt8] {
  /// The bytes as numbers of four bytes each.
  var numbers: [UInt32] {
    stride(from: 0, to: count - count % 4, by: 4).map { UInt32(number32($0) ?? 0) }
  }
}
