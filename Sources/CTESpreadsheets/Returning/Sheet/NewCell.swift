/// What is put into a row, in the place of a cell or between two.
struct NewCell {
  /// The place of the column, from 0.
  let column: Int
  let content: Content

  enum Content {
    /// The cell that is there, or an empty one, gets a mark.
    case mark(isError: Bool)
    /// The cell says something, in a format.
    case text(String, format: Int)
  }

  /// Returns the bytes of a cell that is empty but for its format.
  static func empty(_ column: Int, row: Int, format: Int, prefix: String) -> [UInt8] {
    let place = CellReference(column: column, row: row).text
    return Array("<\(prefix)c r=\"\(place)\" s=\"\(format)\"/>".utf8)
  }

  /// Returns the bytes of a cell that holds an error such as `#N/A`.
  static func error(
    _ text: String, _ column: Int, row: Int, format: Int, prefix: String
  ) -> [UInt8] {
    let place = CellReference(column: column, row: row).text
    return Array(
      ("<\(prefix)c r=\"\(place)\" s=\"\(format)\" t=\"e\">"
        + "<\(prefix)v>\(XMLText.escaped(text))</\(prefix)v></\(prefix)c>").utf8)
  }

  /// Returns the bytes of a cell that holds a text, never a formula.
  static func text(
    _ text: String, _ column: Int, row: Int, format: Int, prefix: String
  ) -> [UInt8] {
    let place = CellReference(column: column, row: row).text
    let escaped = XMLText.escaped(CellText.content(text))
    return Array(
      ("<\(prefix)c r=\"\(place)\" s=\"\(format)\" t=\"inlineStr\"><\(prefix)is>"
        + "<\(prefix)t xml:space=\"preserve\">\(escaped)</\(prefix)t></\(prefix)is></\(prefix)c>")
        .utf8)
  }
}
