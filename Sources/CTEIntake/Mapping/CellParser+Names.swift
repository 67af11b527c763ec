import CEL
import CTEModel
import CTERulePack

extension CellParser {
  /// Reads identifiers and words that are texts.
  ///
  /// Blanks around words, which nobody can see, are taken off and counted; an identifier is refused with them.
  mutating func names(
    maximumLength: Int, ignoresCaseAndBlanks: Bool, isWord: Bool, into keys: inout KeyTable
  ) -> [Int32] {
    let takesBlanks = isWord || ignoresCaseAndBlanks
    var blanks = RepairedCells()
    let codes = codes(
      { text, row in
        let range = text.rangeWithoutBlanks
        let plain = UnsafeBufferPointer(rebasing: text[range])
        guard takesBlanks || range.count == text.count,
          Self.problem(of: plain, maximumLength: maximumLength) == nil
        else { return missingCode }
        if range.count < text.count { blanks.add(row) }
        guard ignoresCaseAndBlanks else { return keys.number(for: plain) }
        return keys.number(for: Self.withoutCaseAndBlanks(String(decoding: plain, as: UTF8.self)))
      },
      problem: { text in
        var plain = text.withoutBlanks
        return plain.withUTF8 { Self.problem(of: $0, maximumLength: maximumLength) }
          ?? .blanksAround(text)
      })
    count(.trimmedBlanks, blanks.count, first: blanks.firstRow)
    return codes
  }

  /// Reads identifiers and words that a pattern matches.
  mutating func matching(
    _ pattern: Pattern, expected: String, into keys: inout KeyTable
  ) -> [Int32] {
    let matcher = Matcher(pattern, whole: true)
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      String(validating: text, as: UTF8.self).map { matcher.matches($0) } == true
    }
    return codes(
      { text, _ in matches(text) ? keys.number(for: text) : missingCode },
      problem: {
        CellProblem.noMatch($0, expected: expected).orBlanks(around: $0) {
          matches($0) ? 0 : missingCode
        }
      })
  }

  /// Reads free texts, which stay where they are in the file's bytes, without the blanks around them.
  mutating func texts(maximumLength: Int) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    cells.reserveCapacity(table.rowCount)
    var blanks = RepairedCells()
    for row in 0..<table.rowCount {
      let cell = table.cells[row * table.columnCount + column]
      let (range, problem) = table.bytes.withUnsafeBufferPointer { bytes in
        let start = Int(cell.start)
        let text = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(cell.length)])
        let range = text.rangeWithoutBlanks
        return (
          range,
          Self.problem(
            of: UnsafeBufferPointer(rebasing: text[range]), maximumLength: maximumLength)
        )
      }
      if let problem {
        report(row, problem)
        cells.append(Table.Cell(start: 0, length: 0))
        continue
      }
      if range.count < Int(cell.length) { blanks.add(row) }
      cells.append(Table.Cell(start: Int(cell.start) + range.lowerBound, length: range.count))
    }
    count(.trimmedBlanks, blanks.count, first: blanks.firstRow)
    return cells
  }

  private static func problem(
    of text: UnsafeBufferPointer<UInt8>, maximumLength: Int
  ) -> CellProblem? {
    let isASCII = text.allSatisfy { $0 < 0x80 }
    if isASCII && text.count <= maximumLength { return nil }
    // A sign in the place of a letter that was lost is no letter.
    guard let string = String(validating: text, as: UTF8.self),
      !string.unicodeScalars.contains("\u{FFFD}")
    else { return .notReadable }
    return string.unicodeScalars.count > maximumLength
      ? .tooLong(string.unicodeScalars.count, maximum: maximumLength) : nil
  }

  /// Returns a name in lower case, with one blank between its words.
  static func withoutCaseAndBlanks(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
