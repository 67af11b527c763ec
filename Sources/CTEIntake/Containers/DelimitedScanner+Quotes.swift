import CTERulePack

extension DelimitedScanner {
  /// Takes a quoted cell into the row and returns where it ends, or nil where it doesn't end within the bytes.
  mutating func findQuotedCell(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    guard let (close, hasQuotes) = closingQuote(bytes, from: start + 1, isLast: isLast) else {
      isWithinQuotes = true
      return nil
    }
    let end = cellEnd.find(in: bytes, from: close + 1)
    if end == bytes.count && !isLast { return nil }
    if hasQuotes || end > close + 1 { untidy.append((row.count, close, end)) }
    if close > start + 1 { noteBlank(bytes[start + 1]) }
    row.append(Table.Cell(start: start + 1, length: close - start - 1))
    return end
  }

  private func closingQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) -> (position: Int, hasQuotes: Bool)? {
    var position = start
    var hasQuotes = false
    while position < bytes.count {
      if bytes[position] == Self.quote {
        guard position + 1 < bytes.count else { return isLast ? (position, hasQuotes) : nil }
        guard bytes[position + 1] == Self.quote else { return (position, hasQuotes) }
        hasQuotes = true
        position += 1
      }
      position += 1
    }
    return nil
  }

  /// Takes quotes in quotes out of the row's cells, once it is known that the row ends within the bytes.
  ///
  /// What stands between a closing quote and the separator belongs to the cell, as spreadsheet programs read it.
  mutating func tidy(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    for (index, close, end) in untidy {
      let start = Int(row[index].start)
      var source = start
      var target = start
      while source < end {
        if source == close || (source < close && bytes[source] == Self.quote) { source += 1 }
        guard source < end else { break }
        bytes[target] = bytes[source]
        source += 1
        target += 1
      }
      row[index] = Table.Cell(start: start, length: target - start)
    }
  }
}
