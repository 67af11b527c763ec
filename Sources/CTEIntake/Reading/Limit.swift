/// A bound on what is read of a file, by which no file can exhaust the machine.
public enum Limit: String, CaseIterable, Sendable {
  /// The bytes of the file.
  case fileBytes
  /// The bytes of all parts of a workbook together, when they are inflated.
  case inflatedBytes
  /// The bytes of the texts that the cells of a workbook share, which are held all at once.
  case sharedTextBytes
  /// How many times a part of a workbook may grow when it is inflated.
  case inflationRatio
  /// The parts of a workbook.
  case entries
  /// The sheets of a workbook.
  case sheets
  /// The columns of a sheet.
  case columns
  /// The rows of a sheet, blank ones included.
  case rows
  /// The cells of a table: its rows times its titles.
  case cells
  /// The characters of a cell.
  case cellCharacters
  /// The bytes of what must be held as a whole: a row of text, an XML tag.
  case rowBytes
  /// The XML elements that stand one within the other.
  case xmlDepth
  /// The entities that an XML part declares.
  case xmlEntities
  /// The headers of a workbook that say something else than what is there.
  case untrueHeaders
  /// The seconds that reading may take.
  case seconds
}

extension Limit {
  /// The bound that holds if no other is set.
  public var standard: Int {
    switch self {
    case .fileBytes: 1 << 30
    case .inflatedBytes: 4 << 30
    case .sharedTextBytes: 32 << 20
    case .inflationRatio: 200
    case .entries: 5000
    case .sheets: 256
    case .columns: 16_384
    case .rows: 5_000_000
    case .cells: 200_000_000
    case .cellCharacters: 32_767
    case .rowBytes: 8 << 20
    case .xmlDepth: 64
    case .xmlEntities, .untrueHeaders: 0
    case .seconds: 600
    }
  }

  /// The greatest bound that can be set.
  public var greatest: Int {
    switch self {
    // What is held whole is told by numbers of 32 bits.
    case .rowBytes, .sharedTextBytes: 1 << 30
    default: 1 << 40
    }
  }

  /// Whether no other bound can be set, because no honest file passes it.
  public var isFixed: Bool { self == .xmlEntities || self == .untrueHeaders }

  /// What is counted, in words.
  public var summary: String {
    switch self {
    case .fileBytes: "bytes of the file"
    case .inflatedBytes: "bytes of a workbook's parts when they are inflated"
    case .sharedTextBytes: "bytes of the texts that the cells of a workbook share"
    case .inflationRatio: "times that a part of a workbook may grow when it is inflated"
    case .entries: "parts of a workbook"
    case .sheets: "sheets of a workbook"
    case .columns: "columns of a sheet"
    case .rows: "rows of a sheet"
    case .cells: "cells of a table, its rows times its titles"
    case .cellCharacters: "characters of a cell"
    case .rowBytes: "bytes of a row of text or an XML tag"
    case .xmlDepth: "XML elements one within the other"
    case .xmlEntities: "entities that an XML part declares"
    case .untrueHeaders: "headers of a workbook that say something else than what is there"
    case .seconds: "seconds that reading may take"
    }
  }
}
