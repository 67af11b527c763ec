extension ReturnedWorkbook {
  /// How a file came back.
  public enum Outcome: Hashable, Sendable {
    /// As the workbook that it was, with its marks.
    case marked
    /// As a new workbook with the same rows, for it was none of this kind.
    case laidOut
    /// As a new workbook with nothing but the rows of a sheet, for nothing could safely be inserted into its own.
    case laidOutAlone(sheet: String)

    /// Returns what whoever gets the workbook at a path should know of it; nil where there is nothing to know.
    public func remark(on path: String) -> String? {
      guard case .laidOutAlone(let sheet) = self else { return nil }
      return
        "the workbook was written in an unusual way, so \(path) has only the rows of its sheet '\(sheet)'"
    }
  }
}
