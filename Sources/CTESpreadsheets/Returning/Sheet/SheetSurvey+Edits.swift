extension SheetSurvey {
  /// What changes around the rows.
  ///
  /// - Parameters:
  ///   - column: The column of errors; nil where there is none.
  ///   - newDrawing: The reference to the boxes of comments, where the sheet had none.
  /// - Throws: `Unspliceable` where columns are written in a way that no program has.
  func edits(for column: ErrorsColumn?, newDrawing: String?) throws -> Edits {
    var edits = Edits()
    if let column {
      if let (tag, place) = dimension, let extended = Self.extended(tag, by: column) {
        edits.replace(place, with: extended.bytes)
      }
      if column.isNew { try setWidth(of: column.place, &edits) }
    }
    if let newDrawing, let place = drawingPlace {
      edits.insert(reference(to: newDrawing), at: place)
    }
    return edits
  }

  private static func extended(_ tag: StartTag, by column: ErrorsColumn) -> StartTag? {
    guard var range = tag["ref"].flatMap(CellRange.init), !range.columns.contains(column.place)
    else { return nil }
    range.include(CellReference(column: column.place, row: column.titlesRow))
    var tag = tag
    tag["ref"] = range.text
    return tag
  }

  /// Gives a column its width; where one tag speaks of several columns, it is cut, for none may speak of one twice.
  private func setWidth(of column: Int, _ edits: inout Edits) throws {
    let number = column + 1
    let prefix = root.prefix
    var tag = StartTag("<\(prefix)col min=\"\(number)\" max=\"\(number)\"/>".utf8)
    tag["width"] = "60"
    tag["customWidth"] = "1"
    let before = columns.first { $0.numbers.contains(number) }
    if let old = before {
      guard old.tag.isWhole else { throw Unspliceable() }
      if let style = old.tag["style"] { tag["style"] = style }
      let (first, last) = (old.numbers.lowerBound, old.numbers.upperBound)
      let parts = [
        old.speaking(of: first..<number), tag.bytes, old.speaking(of: number + 1..<last),
      ]
      edits.replace(old.place, with: Array(parts.joined()))
    } else if let later = columns.first(where: { $0.numbers.lowerBound > number }) {
      edits.insert(String(decoding: tag.bytes, as: UTF8.self), at: later.place.lowerBound)
    } else if let columnsEnd {
      if columns.isEmpty { throw Unspliceable() }
      edits.insert(String(decoding: tag.bytes, as: UTF8.self), at: columnsEnd)
    } else if let rowsStart {
      let text = String(decoding: tag.bytes, as: UTF8.self)
      edits.insert("<\(prefix)cols>\(text)</\(prefix)cols>", at: rowsStart)
    }
  }

  private func reference(to drawing: String) -> String {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let known = root.attributes.first { $0.name.hasPrefix("xmlns:") && $0.value == namespace }
    guard let known else {
      return
        "<\(root.prefix)legacyDrawing xmlns:r=\"\(namespace)\" r:id=\"\(drawing)\"/>"
    }
    return "<\(root.prefix)legacyDrawing \(known.name.dropFirst(6)):id=\"\(drawing)\"/>"
  }
}
