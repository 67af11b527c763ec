import CTERulePack

/// Finds the sign that keeps the values of a text apart by its first rows.
struct SeparatorSearch {
  /// The sign.
  let separator: UInt8
  /// How many bytes at the beginning do nothing but name it.
  let declarationLength: Int

  /// The signs that are looked for; of those that fit equally well, the first is taken.
  private static let known: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
  /// How much of the text is looked at.
  static let window = 1 << 16
  private static let rowCount = 20

  init(_ text: [UInt8], limits: ReadingLimits) {
    if let declared = Self.declared(text) {
      (separator, declarationLength) = declared
      return
    }
    declarationLength = 0
    let evidence = Self.known.map { separator in
      text.withUnsafeBufferPointer {
        Evidence(
          Self.cellCounts(
            UnsafeBufferPointer(rebasing: $0.prefix(Self.window)), separator, limits))
      }
    }
    var best = 0
    for place in evidence.indices where evidence[best] < evidence[place] { best = place }
    separator = Self.known[best]
  }

  /// Returns the sign that a first line such as `sep=;` names, with the length of the line.
  ///
  /// Spreadsheet programs read it so and don't show the line.
  private static func declared(_ text: [UInt8]) -> (UInt8, Int)? {
    var line = text.prefix(while: { $0 != 0x0A && $0 != 0x0D })
    var end = line.count
    if text[end...].starts(with: [0x0D, 0x0A]) { end += 2 } else if end < text.count { end += 1 }
    if line.count == 7, line.first == DelimitedScanner.quote, line.last == DelimitedScanner.quote {
      line = line.dropFirst().dropLast()
    }
    guard line.count == 5, String(decoding: line.dropLast(), as: UTF8.self).lowercased() == "sep=",
      let sign = line.last, canSeparate(sign)
    else { return nil }
    return (sign, end)
  }

  private static func canSeparate(_ byte: UInt8) -> Bool {
    let sign = Unicode.Scalar(byte)
    return sign == "\t"
      || (0x20..<0x7F ~= byte && sign != "\"" && !sign.properties.isAlphabetic
        && sign.properties.numericType == nil)
  }

  /// Returns how many cells the first rows have that aren't blank, if a sign keeps them apart.
  private static func cellCounts(
    _ text: UnsafeBufferPointer<UInt8>, _ separator: UInt8, _ limits: ReadingLimits
  ) -> [Int] {
    var scanner = DelimitedScanner(separator: separator, limits: limits)
    var counts: [Int] = []
    var position = 0
    while position < text.count, counts.count < rowCount {
      let end = scanner.findCells(text, from: position, isLast: true)
      guard end > position, scanner.passed == nil else { break }
      if scanner.row.all.contains(where: { $0.length > 0 }) { counts.append(scanner.row.count) }
      position = end
    }
    return counts
  }
}

/// What speaks for a sign.
private struct Evidence: Comparable {
  /// How many rows have several cells, but no more than the row that may be that of the titles.
  private var rows = 0
  /// How many cells that row has.
  private var cells = 0

  /// Rows may be shorter than the titles, and lines without the sign may stand before them.
  init(_ counts: [Int]) {
    for (place, titles) in counts.enumerated() where titles > 1 {
      let rows = counts[place...].count { 2...titles ~= $0 }
      if (rows, titles) > (self.rows, cells) { (self.rows, cells) = (rows, titles) }
    }
  }

  static func < (first: Evidence, second: Evidence) -> Bool {
    (first.rows, first.cells) < (second.rows, second.cells)
  }
}
