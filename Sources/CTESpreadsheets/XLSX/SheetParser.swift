import CTEIntake

/// Reads the rows of a sheet's part, however the XML is written.
final class SheetParser: XMLHandler {
  private let box: BuilderBox
  /// Rows that were read before, by other means.
  private var known: Int
  private var depth = 0
  /// What the elements that are open make of what stands in them.
  private var state = State.elsewhere
  private var formula: [UInt8]?
  private var value: [UInt8]?
  private var inline: [UInt8]?
  private var runs = TextRuns()
  /// Reads no further.
  var stop: () -> Void = {}
  /// Whether all rows have been read.
  private(set) var isAtEnd = false

  private enum State { case elsewhere, rows, row, knownRow, cell, formula, value, inline }

  /// Begins to read, passing over the first rows.
  init(_ box: BuilderBox, passingOver known: Int) {
    self.box = box
    self.known = known
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
    depth += 1
    switch (depth, state) {
    case (2, .elsewhere) where name == "sheetData": state = .rows
    case (3, .rows) where name == "row": try beginRow(attributes)
    case (4, .row) where name == "c": try beginCell(attributes)
    case (5, .cell): beginContent(name)
    case (6..., .inline): runs.begin(name)
    default: break
    }
  }

  func end(_ name: XMLName) throws {
    switch (depth, state) {
    case (2, .rows):
      isAtEnd = true
      stop()
    case (3, .knownRow): state = .rows
    case (3, .row): try endRow()
    case (4, .cell): try endCell()
    case (5, .formula), (5, .value), (5, .inline): state = .cell
    case (6..., .inline): runs.end(name)
    default: break
    }
    depth -= 1
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    switch state {
    case .formula: try append(bytes, to: &formula)
    case .value: try append(bytes, to: &value)
    case .inline where runs.isText: try append(bytes, to: &inline)
    default: break
    }
  }

  private func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]?) throws {
    bytes?.append(contentsOf: text)
    try box.builder.textLimit.hold(byteCount: bytes?.count ?? 0)
  }

  private func beginRow(_ attributes: XMLAttributes) throws {
    guard known == 0 else {
      known -= 1
      state = .knownRow
      return
    }
    try box.builder.beginRow(number: attributes["r"], isHidden: attributes["hidden"])
    state = .row
  }

  private func endRow() throws {
    try box.builder.endRow()
    state = .rows
    if case .titles = box.builder.purpose, box.builder.isFull { stop() }
  }

  private func beginCell(_ attributes: XMLAttributes) throws {
    try box.builder.beginCell(
      reference: attributes["r"], style: attributes["s"], type: attributes["t"])
    (formula, value, inline) = (nil, nil, nil)
    state = .cell
  }

  private func beginContent(_ name: XMLName) {
    switch name {
    case "f":
      formula = []
      state = .formula
    case "v":
      value = []
      state = .value
    case "is":
      inline = []
      runs = TextRuns(isOpen: true)
      state = .inline
    default: break
    }
  }

  private func endCell() throws {
    try formula.withBytes { formula in
      try value.withBytes { value in
        try inline.withBytes { inline in
          try box.builder.endCell(formula: formula, value: value, inline: inline)
        }
      }
    }
    state = .row
  }
}

extension [UInt8]? {
  fileprivate func withBytes(_ body: (UnsafeBufferPointer<UInt8>?) throws -> Void) throws {
    if let self { try self.withUnsafeBufferPointer(body) } else { try body(nil) }
  }
}
