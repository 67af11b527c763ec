/// Rows of texts whose columns stand beneath each other.
package enum TextTable {
  /// Returns a line for each row, with two blanks between columns and none at its end.
  package static func lines(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map(\.printable) }
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      // Columns without any text would be but a gap.
      let cells = zip(row, widths).filter { $1 > 0 }.map { $0.padded(to: $1) }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
