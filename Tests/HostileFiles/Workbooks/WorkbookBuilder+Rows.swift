extension WorkbookBuilder {
  /// The sample's rows with shared strings.
  static var sampleRows: Content { rows(from: 1) }

  /// The sample's rows with shared strings, beginning at a row and a column.
  static func rows(from first: Int, column: Int = 0) -> Content {
    let rows = Sample.lines.enumerated().map { place, texts in
      row(
        first + place,
        texts.indices.map { index in
          let name = cellName(row: first + place, column: column + index)
          return #"<c r="\#(name)" t="s"><v>\#(place * Sample.titles.count + index)</v></c>"#
        }.joined())
    }
    return Content(rows.joined())
  }

  /// The sample's rows with cells made from row, column and text.
  static func rows(_ cell: (_ name: String, _ text: String, _ column: Int) -> String) -> Content {
    let rows = Sample.lines.enumerated().map { place, texts in
      row(
        place + 1,
        texts.enumerated().map { column, text in
          cell(cellName(row: place + 1, column: column), text, column)
        }.joined())
    }
    return Content(rows.joined())
  }

  static func row(_ number: Int, _ cells: String, attributes: String = "") -> String {
    #"<row r="\#(number)"\#(attributes)>\#(cells)</row>"#
  }

  static func inline(_ name: String, _ text: String) -> String {
    #"<c r="\#(name)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
  }

  /// The name of a cell, such as `AB7`.
  static func cellName(row: Int, column: Int) -> String { columnName(column) + String(row) }

  /// The name of a column by its place, from 0.
  static func columnName(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : columnName(column / 26 - 1) + last
  }
}
