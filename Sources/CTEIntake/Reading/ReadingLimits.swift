/// The bounds within which files are read.
///
/// ```swift
/// var limits = ReadingLimits()
/// limits[.rows] = 50_000
/// ```
public struct ReadingLimits: Hashable, Sendable {
  private var changed: [Limit: Int] = [:]

  /// Creates the bounds that hold if no others are set.
  public init() {}

  /// A bound; what is greater is refused. Fixed bounds can't be set.
  public subscript(_ limit: Limit) -> Int {
    get { changed[limit] ?? limit.standard }
    set {
      precondition(
        !limit.isFixed && (1...limit.greatest).contains(newValue),
        "a bound that can be set lies between one and its greatest")
      changed[limit] = newValue
    }
  }
}

extension ReadingLimits {
  /// Refuses a file that passes a bound.
  ///
  /// - Parameters:
  ///   - count: How much there is, as far as it is known.
  ///   - limit: The bound.
  ///   - file: The file's name.
  /// - Throws: `IntakeError` with the code `limitPassed` where the count is greater than the bound.
  package func hold(_ count: Int, to limit: Limit, of file: String) throws(IntakeError) {
    if count > self[limit] { throw passed(limit, by: file) }
  }

  /// The error of a file that passes a bound.
  package func passed(_ limit: Limit, by file: String) -> IntakeError {
    IntakeError(
      .limitPassed, "\(file) \(words(limit)) (limit \(limit.rawValue): \(self[limit]))",
      limit: limit)
  }

  /// What a file that passes a bound has or does, with what to do.
  private func words(_ limit: Limit) -> String {
    switch limit {
    case .fileBytes: "is too large; split it into several files"
    case .inflatedBytes:
      "grows too large when it is unpacked; save only the sheet with the table"
    case .sharedTextBytes: "has too many different texts in its cells; split it into several files"
    case .inflationRatio:
      "has a part that grows out of all proportion when it is unpacked; copy the table into a new workbook"
    case .entries: "has too many parts, such as pictures; copy the table into a new workbook"
    case .sheets: "has too many sheets; save only the one with the table"
    case .columns: "has too many columns; delete what stands beside the table"
    case .rows: "has too many rows; delete what stands below the table, or split the file"
    case .cells: "has too many cells; delete columns that aren't needed, or split the file"
    case .cellCharacters:
      "has a cell with more text than a spreadsheet program keeps; shorten it"
    case .rowBytes:
      "has a row or a part that is too long; copy the table into a new file"
    case .xmlDepth, .xmlEntities, .untrueHeaders:
      "is put together as no spreadsheet program does; open it in one and save it as .xlsx"
    case .seconds: "takes too long to read; split it into several files"
    }
  }
}
