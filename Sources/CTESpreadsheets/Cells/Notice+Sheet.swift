import CTEModel

// What there is to know of how the rows of a sheet were read.
extension Notice {
  /// Tells how many hidden rows were read; nil for none.
  static func hiddenRows(_ count: Int) -> Notice? {
    guard count > 0 else { return nil }
    let rows = count == 1 ? "1 hidden row was" : "\(count) hidden rows were"
    return Notice(
      RuleID("file/hidden-rows"), "\(rows) read too",
      help: "Delete hidden rows that shouldn't be uploaded.")
  }

  /// Tells of cells beside the titled columns by the first of them, with its row counted from 1.
  static func cellsBeside(row: Int, column: Int) -> Notice {
    Notice(
      RuleID("file/cells-beside"),
      "cells beside the titled columns aren't read; the first is \(columnLetters(column))\(row)",
      help: "Give the column a title if it belongs to the table, or delete what stands there.")
  }
}
