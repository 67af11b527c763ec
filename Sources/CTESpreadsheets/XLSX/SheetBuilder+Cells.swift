import CTEIntake
import CTEModel
import CTERulePack

extension SheetBuilder {
  /// Begins a cell by what its tag says.
  @inline(__always)
  mutating func beginCell(reference: Bytes?, style: Bytes?, type: Bytes?) throws(IntakeError) {
    cell = CurrentCell()
    cell.column = row.lastColumn + 1
    if let reference { cell.column = try column(reference) }
    guard cell.column < mostColumns else { throw file.limits.passed(.columns, by: file.name) }
    row.lastColumn = cell.column
    if let style { cell.style = CellReference.number(style) ?? 0 }
    if let type {
      guard let known = CellType(type) else {
        throw malformed("has a cell of an unknown type, \(place)")
      }
      cell.type = known
    }
  }

  @inline(__always)
  private func column(_ written: Bytes) throws(IntakeError) -> Int {
    guard let reference = CellReference(written) else {
      throw malformed("has a cell without a proper place in row \(row.number)")
    }
    if reference.column < mostColumns && reference.row <= mostRows {
      guard reference.row == row.number else {
        throw malformed(
          "has a cell in row \(row.number) that says it is \(columnLetters(reference.column))\(reference.row)"
        )
      }
      guard reference.column > row.lastColumn else {
        let letters = columnLetters(reference.column)
        throw malformed(
          reference.column == row.lastColumn
            ? "has the cell \(letters)\(row.number) twice"
            : "has the cells of row \(row.number) out of their order, at \(letters)\(row.number)")
      }
    } else if reference.row > mostRows {
      throw file.limits.passed(.rows, by: file.name)
    }
    return reference.column
  }

  /// Ends a cell with what stands in it, as XML has it; nil for what isn't there.
  @inline(__always)
  mutating func endCell(formula: Bytes?, value: Bytes?, inline: Bytes?) throws(IntakeError) {
    let start = bytes.count
    var kind = CellKind.text
    let text = cell.type == .inline ? inline ?? value : value ?? inline
    if let text, !text.isEmpty {
      kind = try append(text, isInline: value == nil)
    } else if let formula, text == nil || cell.type != .text {
      // Only a formula of text may have nothing as its value; elsewhere nobody has calculated it.
      kind = try append(formula: formula)
    } else {
      return
    }
    try keep(from: start, kind)
  }

  @inline(__always)
  private mutating func keep(from start: Int, _ kind: CellKind) throws(IntakeError) {
    let length = bytes.count - start
    guard length > 0 else { return }
    if bytes.count - row.bytes > mostRowBytes { throw file.limits.passed(.rowBytes, by: file.name) }
    // A cell of nothing but blanks is an empty one.
    guard cell.column < columnCount, !bytes.isBlank(from: start) else {
      if row.firstBeside == nil, cell.column >= columnCount, !bytes.isBlank(from: start) {
        row.firstBeside = cell.column
      }
      bytes.removeSubrange(start...)
      return
    }
    fill(to: cell.column)
    cells.append(Table.Cell(start: start, length: length))
    kinds.append(kind)
    row.hasContent = true
    if kind != .text { row.hasKinds = true }
  }

  @inline(__always)
  private mutating func append(_ text: Bytes, isInline: Bool) throws(IntakeError) -> CellKind {
    switch isInline ? .inline : cell.type {
    case .number:
      // What is longer is no number, and shown as the text that it is.
      if text.count > CellNumber.mostLength { try textLimit.hold(text) }
      return contents.number.append(text, as: contents.styles[cell.style], to: &bytes)
    case .shared: try appendShared(text)
    case .text, .inline: try append(escaped: text)
    case .boolean: append(boolean: text)
    case .error:
      try append(escaped: text)
      return .error
    case .moment:
      if let moment = WrittenMoment(text) { return moment.append(to: &bytes) }
      try append(escaped: text)
    }
    return .text
  }

  @inline(__always)
  private mutating func appendShared(_ index: Bytes) throws(IntakeError) {
    let strings = contents.strings
    guard let number = Self.index(index), let range = strings[number] else {
      throw malformed("has a cell whose text isn't there, \(place)")
    }
    strings.bytes.withUnsafeBufferPointer { bytes.append(contentsOf: $0[range]) }
  }

  @inline(__always)
  private static func index(_ text: Bytes) -> Int? {
    guard text.count <= 10 else { return nil }
    var number = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  private mutating func append(escaped text: Bytes) throws(IntakeError) {
    try textLimit.hold(byteCount: text.count)
    let start = bytes.count
    bytes.append(contentsOf: text)
    EscapedText.decode(&bytes, from: start)
    try textLimit.hold(bytes[start...])
  }

  private mutating func append(boolean text: Bytes) {
    switch String(decoding: text.prefix(6), as: UTF8.self) {
    case "1", "true": bytes.append(contentsOf: "TRUE".utf8)
    case "0", "false": bytes.append(contentsOf: "FALSE".utf8)
    default: bytes.append(contentsOf: text)
    }
  }

  private mutating func append(formula: Bytes) throws(IntakeError) -> CellKind {
    try textLimit.hold(byteCount: formula.count)
    try textLimit.hold(formula)
    bytes.append(UInt8(ascii: "="))
    bytes.append(contentsOf: formula)
    return .uncalculated
  }

  private var place: String { "\(columnLetters(cell.column))\(row.number)" }
}
