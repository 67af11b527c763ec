import CTEIntake

/// What must be known of a sheet before it can be marked: how far it reaches, and where things stand around its rows.
final class SheetSurvey {
  /// The tag of the sheet itself.
  private(set) var root = StartTag([])
  /// What the file says how far the sheet reaches: its tag, and where it stands.
  private(set) var dimension: (tag: StartTag, place: Range<Int>)?
  /// The tags that say how wide columns are, and where they stand.
  private(set) var columns: [ColumnTag] = []
  /// Where the last of those tags has been.
  private(set) var columnsEnd: Int?
  /// Where the rows begin.
  private(set) var rowsStart: Int?
  /// The reference to the boxes of comments.
  private(set) var drawing: String?
  /// Where such a reference belongs.
  private(set) var drawingPlace: Int?
  /// The last column that has something in the row of the titles or below it, or is part of merged cells there.
  private(set) var lastColumn = 0
  /// The formats of the cells in the row of the titles that have something, by their columns.
  private(set) var titleFormats: [Int: Int] = [:]

  /// The formats of columns' cells that aren't there, as far as somebody asked.
  private var columnFormats: [Int: Int] = [:]

  private let part: SheetPart
  private let titlesRow: Int
  private var path: [Place] = []
  private var hasPrefix = false
  private var row = 0
  private var cell: (column: Int, format: Int)?
  private var lastCellColumn = -1

  private enum Place {
    case sheet, rows, row, cell, columns, merges, other
  }

  /// What stands behind the reference to the boxes of comments: ECMA-376 part 1, 18.3.1.99.
  ///
  /// Controls and embedded objects stand within alternatives of another language.
  private static let later: Set<String> = [
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent",
    "webPublishItems", "tableParts", "extLst",
  ]

  /// Looks through a sheet.
  ///
  /// - Throws: `Unspliceable` where it is written in a way into which nothing can safely be inserted.
  init(_ part: SheetPart, titlesRow: Int) throws {
    self.part = part
    self.titlesRow = titlesRow
    try part.read(self)
    guard rowsStart != nil, !titleFormats.isEmpty else { throw Unspliceable() }
  }
}

extension SheetSurvey: XMLHandler {
  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
    part.neededFrom = part.place.lowerBound
    path.append(try place(of: name, attributes, within: path.last))
  }

  func end(_ name: XMLName) throws {
    let place = path.popLast()
    if place == .cell { cell = nil }
    if place == .columns { columnsEnd = part.place.lowerBound }
    if place == .sheet && drawingPlace == nil { drawingPlace = part.place.lowerBound }
    part.neededFrom = part.place.upperBound
  }

  private func place(
    of name: XMLName, _ attributes: XMLAttributes, within outer: Place?
  ) throws -> Place {
    switch outer {
    case nil: return try beginSheet(name)
    case .sheet: return try beginPiece(name, attributes)
    case .rows:
      try beginRow(name, attributes)
      return .row
    case .row:
      guard name == "c" else { return .other }
      try beginCell(name, attributes)
      return .cell
    case .cell:
      if name == "v" || name == "is" || name == "f" { noteContent() }
      return .other
    case .columns:
      if name == "col" { try noteColumn() }
      return .other
    case .merges:
      if name == "mergeCell" { noteMerge(attributes.text("ref") ?? "") }
      return .other
    case .other: return .other
    }
  }

  private func beginSheet(_ name: XMLName) throws -> Place {
    guard name == "worksheet" else { throw Unspliceable() }
    root = part.tag
    hasPrefix = name.hasPrefix
    return .sheet
  }

  private func beginPiece(_ name: XMLName, _ attributes: XMLAttributes) throws -> Place {
    // Alternatives may stand before the rows too.
    if rowsStart != nil && Self.later.contains(name.text) && drawingPlace == nil {
      drawingPlace = part.place.lowerBound
    }
    switch name {
    case "sheetData":
      try holdPrefix(name)
      // Rows that stand in two places are nothing that a program writes.
      guard rowsStart == nil else { throw Unspliceable() }
      rowsStart = part.place.lowerBound
      return .rows
    case "dimension": dimension = (part.tag, part.place)
    case "cols": return .columns
    case "mergeCells": return .merges
    case "legacyDrawing": drawing = attributes.prefixedText("id")
    default: break
    }
    return .other
  }

  /// Rows and cells without a place, or in no order, are read as they come, but nothing can be inserted between them.
  private func beginRow(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard name == "row", let number = attributes.number("r"), number > row else {
      throw Unspliceable()
    }
    try holdPrefix(name)
    row = number
    lastCellColumn = -1
  }

  private func beginCell(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard let reference = attributes["r"].flatMap({ CellReference($0) }), reference.row == row,
      reference.column > lastCellColumn
    else { throw Unspliceable() }
    try holdPrefix(name)
    lastCellColumn = reference.column
    cell = (reference.column, attributes.number("s") ?? 0)
  }

  private func noteContent() {
    guard let cell, row >= titlesRow else { return }
    lastColumn = max(lastColumn, cell.column)
    if row == titlesRow { titleFormats[cell.column] = cell.format }
  }

  private func noteColumn() throws {
    // None may speak of a column twice, so there are no more of them than columns.
    guard columns.count < CellReference.mostColumns else { throw Unspliceable() }
    columns.append(ColumnTag(part.tag, at: part.place))
  }

  private func noteMerge(_ text: String) {
    guard let range = CellRange(text), range.rows.upperBound >= titlesRow else { return }
    lastColumn = max(lastColumn, range.columns.upperBound)
  }

  /// What is inserted has the prefix of the sheet's own tag, so all around it must have it too.
  private func holdPrefix(_ name: XMLName) throws {
    if name.hasPrefix != hasPrefix { throw Unspliceable() }
  }
}

extension SheetSurvey {
  /// The format of a column's cells that aren't there.
  func format(ofColumn place: Int) -> Int {
    if let known = columnFormats[place] { return known }
    let format = columns.first { $0.numbers.contains(place + 1) }?.format ?? 0
    columnFormats[place] = format
    return format
  }
}

extension XMLAttributes {
  /// Returns the number that an attribute is.
  func number(_ name: StaticString) -> Int? {
    self[name].flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }
}
