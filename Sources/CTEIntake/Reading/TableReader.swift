public import CTEModel
public import CTERulePack

/// Reads the rows of a file, a table at a time.
///
/// The first rows of every sheet can be looked at before it is said in which of them the titles stand.
public protocol TableReader {
  /// The sheets in their order; delimited text has one without a name.
  var sheets: [Sheet] { get }

  /// Returns the rows of a sheet that aren't blank, as far as a row.
  ///
  /// - Parameters:
  ///   - sheet: The sheet's place.
  ///   - last: The last row that is looked at, as a spreadsheet program shows it.
  /// - Throws: `IntakeError` where the file's structure is broken, and what the file's tap throws.
  mutating func firstRows(ofSheet sheet: Int, through last: Int) throws -> [HeadRow]

  /// Begins to read the rows below the titles.
  ///
  /// - Parameters:
  ///   - titles: One of the rows that `firstRows` returned.
  ///   - sheet: The sheet's place.
  ///   - columns: The places of the columns that the format takes.
  /// - Throws: `IntakeError` where one of these columns can't be read, and what the file's tap throws.
  mutating func begin(below titles: HeadRow, ofSheet sheet: Int, taking columns: Set<Int>) throws

  /// Returns the next rows, or nil after the last. Blank rows are left out; rows have a cell for every title.
  ///
  /// - Throws: `IntakeError` where the file's structure is broken, and what the file's tap throws.
  mutating func next() throws -> Table?

  /// What there is to know of how the file was read; whole after the last row.
  var notices: [Notice] { get }

  /// How much of the file has been read, from 0 to 1.
  var progress: Double { get }
}

/// A sheet of a file.
public struct Sheet: Hashable, Sendable {
  /// Its name; empty for delimited text.
  public let name: String
  /// Whether the file hides it.
  public let isHidden: Bool

  /// Creates a sheet.
  public init(name: String, isHidden: Bool = false) {
    self.name = name
    self.isHidden = isHidden
  }
}

/// A row near the beginning of a sheet, in which the titles may stand.
public struct HeadRow: Hashable, Sendable {
  /// The row as a spreadsheet program shows it, from 1.
  public let number: Int
  /// The texts of its cells from column A on; the last isn't empty.
  public let texts: [String]

  /// Creates a row.
  public init(number: Int, texts: [String]) {
    self.number = number
    self.texts = Array(texts.prefix((texts.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}
