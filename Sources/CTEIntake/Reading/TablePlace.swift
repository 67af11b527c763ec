/// Which part of a file holds the table that is read.
public struct TablePlace: Hashable, Sendable {
  /// The name of the file's kind, such as `csv`.
  public let kind: String
  /// The sheet's place among the sheets, from 0.
  public let sheet: Int
  /// The sheet's name; empty for delimited text.
  public let sheetName: String
  /// The row of the titles as a spreadsheet program shows it, from 1.
  public let titlesRow: Int
  /// The titles from column A on, as the file has them.
  public let titles: [String]

  /// Creates the place of a table.
  package init(kind: String, sheet: Int, sheetName: String, titlesRow: Int, titles: [String]) {
    self.kind = kind
    self.sheet = sheet
    self.sheetName = sheetName
    self.titlesRow = titlesRow
    self.titles = titles
  }
}
