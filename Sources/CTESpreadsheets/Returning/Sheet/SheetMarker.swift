import CTEIntake
import CTEModel
import CTERulePack

/// Marks the cells of a sheet and fills its column of errors; whatever isn't marked keeps its bytes.
final class SheetMarker {
  private let copy: SheetCopy
  private let survey: SheetSurvey
  private let column: ErrorsColumn
  private var findings: FindingLog.Rows
  private var found: RowFindings?
  /// The styles, with those of marked cells.
  private(set) var styles: StyleSheet
  /// The first marks, as many as may have a comment.
  private(set) var remarks: [CellMark] = []
  /// Whether there are more marks than comments.
  private(set) var isCapped = false
  /// The title that the column still needs, and its format.
  private let title: NewCell?

  private var depth = 0
  private var isInRows = false
  private var row = 0
  /// The format of the row's cells that aren't there; nil where it depends on the column.
  private var rowFormat: Int?
  /// What is still to be put into the row, from left to right.
  private var new: [NewCell] = []
  /// Formats whose cells hold the text of an error and become one.
  private let errorFormats: Set<Int>
  /// The cell that becomes an error.
  private var error: (column: Int, format: Int, text: [UInt8])?

  init(
    _ copy: SheetCopy, survey: SheetSurvey, column: ErrorsColumn, findings: FindingLog,
    styles: StyleSheet, errorFormats: Set<Int> = []
  ) throws {
    self.copy = copy
    self.errorFormats = errorFormats
    self.survey = survey
    self.column = column
    self.styles = styles
    self.findings = try findings.rows()
    found = try self.findings.next()
    guard column.isNew && found != nil else {
      title = nil
      return
    }
    // The title looks like the one beside it.
    let neighbour = survey.titleFormats.max { $0.key < $1.key }?.value ?? 0
    title = NewCell(
      column: column.place,
      content: .text(FormatMatch.errorsTitle, format: try self.styles.unmarked(neighbour)))
  }

  /// Writes the sheet.
  func write() throws {
    try copy.part.read(self)
    try copy.finish()
  }
}

extension SheetMarker: XMLHandler {
  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
    depth += 1
    let place = copy.part.place
    if depth <= 3 { try copy.applyEdits(before: place.upperBound) }
    if !isInRows {
      isInRows = depth == 2 && name == "sheetData"
    } else if depth == 3 {
      try beginRow(attributes, place)
    } else if depth == 4 && name == "c" {
      try beginCell(attributes, place)
    }
    try copy.pass(place.upperBound)
  }

  func end(_ name: XMLName) throws {
    let place = copy.part.place
    if isInRows && depth == 4 {
      copy.endDrop(at: place.upperBound)
      try putError(at: place.upperBound)
    }
    if isInRows && depth == 3 { try insertNew(before: .max, at: place.lowerBound) }
    if isInRows && depth == 2 {
      while let found { try insertRow(found.row, at: place.lowerBound) }
      isInRows = false
    }
    depth -= 1
    try copy.pass(place.upperBound)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { error?.text.append(contentsOf: bytes) }
}

// MARK: - Rows

extension SheetMarker {
  private func beginRow(_ attributes: XMLAttributes, _ place: Range<Int>) throws {
    let number = attributes.number("r") ?? 0
    while let found, found.row < number { try insertRow(found.row, at: place.lowerBound) }
    row = number
    rowFormat = attributes["customFormat"] == nil ? nil : attributes.number("s")
    new = try newCells()
    guard let last = new.last else { return }
    let tag = copy.part.tag
    var wider = tag.opened
    widen(&wider, to: last.column)
    if wider.bytes != tag.bytes { try copy.replace(place, with: wider.bytes) }
    if tag.isWhole {
      try insertNew(before: .max, at: place.upperBound)
      try copy.insert("</\(tag.name)>".utf8, at: place.upperBound)
    }
  }

  /// Puts in a row that the sheet doesn't have.
  private func insertRow(_ number: Int, at offset: Int) throws {
    row = number
    rowFormat = nil
    new = try newCells()
    let prefix = survey.root.prefix
    try copy.insert("<\(prefix)row r=\"\(number)\">".utf8, at: offset)
    try insertNew(before: .max, at: offset)
    try copy.insert("</\(prefix)row>".utf8, at: offset)
  }

  /// What the row gets, from left to right.
  private func newCells() throws -> [NewCell] {
    var cells: [NewCell] = []
    if let found, found.row == row {
      for mark in found.marks where column.leaves(mark.column) {
        cells.append(NewCell(column: mark.column, content: .mark(isError: mark.isError)))
        isCapped = isCapped || remarks.count == MarkWords.mostComments
        if !isCapped { remarks.append(mark) }
      }
      if row != column.titlesRow { cells.append(try summary(of: found)) }
      self.found = try findings.next()
    }
    if row == column.titlesRow, let title { cells.append(title) }
    return cells.sorted { $0.column < $1.column }
  }

  private func summary(of found: RowFindings) throws -> NewCell {
    let text = found.summary
    let format = try styles.text(isQuoted: text.looksLikeFormula)
    return NewCell(column: column.place, content: .text(text, format: format))
  }

  /// What a row says how far it reaches is no more than a hint; it is kept true, or left out.
  private func widen(_ tag: inout StartTag, to column: Int) {
    guard let spans = tag["spans"] else { return }
    let ends = spans.split(separator: ":").compactMap { Int($0) }
    guard ends.count == 2, let first = new.first?.column else {
      tag["spans"] = nil
      return
    }
    tag["spans"] = "\(min(ends[0], first + 1)):\(max(ends[1], column + 1))"
  }
}

// MARK: - Cells

extension SheetMarker {
  private func beginCell(_ attributes: XMLAttributes, _ place: Range<Int>) throws {
    guard let number = attributes["r"].flatMap({ CellReference($0) })?.column else { return }
    try insertNew(before: number, at: place.lowerBound)
    let own = new.first?.column == number ? new.removeFirst() : nil
    let format = attributes.number("s") ?? 0
    if case .text(let text, let textFormat) = own?.content {
      let bytes = NewCell.text(
        text, number, row: row, format: textFormat, prefix: survey.root.prefix)
      try copy.insert(bytes, at: place.lowerBound)
      try copy.drop(from: place.lowerBound)
    } else if isOutdated(number) {
      try copy.drop(from: place.lowerBound)
    } else {
      try reformat(format, at: number, as: own, place)
    }
  }

  /// Whether a cell says what was wrong when the file came back before.
  private func isOutdated(_ number: Int) -> Bool {
    guard column.old.contains(number) else { return false }
    return row > column.titlesRow || (row == column.titlesRow && number != column.place)
  }

  private func reformat(
    _ format: Int, at column: Int, as own: NewCell?, _ place: Range<Int>
  ) throws {
    let changed = try own.map { try self.format(of: $0, base: format) } ?? styles.unmarked(format)
    if errorFormats.contains(format) {
      error = (column, changed, [])
      return try copy.drop(from: place.lowerBound)
    }
    guard changed != format else { return }
    var tag = copy.part.tag
    tag["s"] = String(changed)
    try copy.replace(place, with: tag.bytes)
  }

  private func putError(at offset: Int) throws {
    guard let (column, format, text) = error else { return }
    error = nil
    try copy.insert(
      NewCell.error(
        String(decoding: text, as: UTF8.self), column, row: row, format: format,
        prefix: survey.root.prefix), at: offset)
  }

  private func format(of cell: NewCell, base: Int) throws -> Int {
    switch cell.content {
    case .mark(let isError): try styles.marked(base, isError: isError)
    case .text(_, let format): format
    }
  }

  /// Puts in the cells that the row doesn't have.
  private func insertNew(before column: Int, at offset: Int) throws {
    while let cell = new.first, cell.column < column {
      new.removeFirst()
      let prefix = survey.root.prefix
      let base = rowFormat ?? survey.format(ofColumn: cell.column)
      let format = try format(of: cell, base: base)
      let bytes =
        switch cell.content {
        case .mark:
          NewCell.empty(cell.column, row: row, format: format, prefix: prefix)
        case .text(let text, _):
          NewCell.text(text, cell.column, row: row, format: format, prefix: prefix)
        }
      try copy.insert(bytes, at: offset)
    }
  }
}
