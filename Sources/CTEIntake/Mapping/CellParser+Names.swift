import CEL
import CTEModel
import CTERulePack

extension CellParser {
  /// Reads identifiers and words that are texts.
  mutating func names(
    maximumLength: Int, ignoresCaseAndBlanks: Bool, into keys: inout KeyTable
  ) -> [Int32] {
    codes(
      { text, _ in
        guard Self.problem(of: text, maximumLength: maximumLength) == nil else {
          return missingCode
        }
        guard ignoresCaseAndBlanks else { return keys.number(for: text) }
        return keys.number(for: Self.withoutCaseAndBlanks(String(decoding: text, as: UTF8.self)))
      },
      problem: { text in
        var text = text
        return text.withUTF8 { Self.problem(of: $0, maximumLength: maximumLength) } ?? .notReadable
      })
  }

  /// Reads identifiers and words that a pattern matches.
  mutating func matching(
    _ pattern: Pattern, expected: String, into keys: inout KeyTable
  ) -> [Int32] {
    let matcher = Matcher(pattern, whole: true)
    return codes(
      { text, _ in
        guard let string = String(validating: text, as: UTF8.self), matcher.matches(string) else {
          return missingCode
        }
        return keys.number(for: text)
      }, problem: { .noMatch($0, expected: expected) })
  }

  /// Reads free texts, which stay where they are in the file's bytes.
  mutating func texts(maximumLength: Int) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    cells.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let cell = table.cells[row * table.columnCount + column]
      let problem = table.bytes.withUnsafeBufferPointer { bytes in
        let start = Int(cell.start)
        return Self.problem(
          of: UnsafeBufferPointer(rebasing: bytes[start..<start + Int(cell.length)]),
          maximumLength: maximumLength)
      }
      if let problem { report(row, problem) }
      cells.append(problem == nil ? cell : Table.Cell(start: 0, length: 0))
    }
    return cells
  }

  private static func problem(
    of text: UnsafeBufferPointer<UInt8>, maximumLength: Int
  ) -> CellProblem? {
    let isASCII = text.allSatisfy { $0 < 0x80 }
    if isASCII && text.count <= maximumLength { return nil }
    guard let string = String(validating: text, as: UTF8.self) else { return .notReadable }
    return string.unicodeScalars.count > maximumLength
      ? .tooLong(string.unicodeScalars.count, maximum: maximumLength) : nil
  }

  /// Returns a name in lower case, with one blank between its words.
  static func withoutCaseAndBlanks(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
