import CTECore
import CTESpreadsheets

/// The file in which all errors and warnings stand, in the form that its ending says.
enum ErrorFile {
  /// A list of them.
  case list(FindingsFile)
  /// The file that is checked, with marks in it.
  case workbook(ReturnedWorkbook)

  init(at path: String, about source: String, _ reading: Reading) throws {
    self =
      ReturnedWorkbook.knowsForm(of: path)
      ? .workbook(try ReturnedWorkbook(at: path, of: source, reading: reading))
      : .list(try FindingsFile(at: path, about: source))
  }

  /// Whether the ending of a path says in which form an error file would be written.
  static func knowsForm(of path: String) -> Bool {
    ReturnedWorkbook.knowsForm(of: path) || FindingsFile.knowsForm(of: path)
  }

  /// What takes the findings.
  var sink: any FindingSink {
    switch self {
    case .list(let file): file
    case .workbook(let file): file
    }
  }

  /// Ends the file and gives it its name; returns what there is to know of it.
  func close(_ report: ImportReport, at path: String) throws -> String? {
    switch self {
    case .list(let file):
      try file.close()
      return nil
    case .workbook(let file):
      return try report.place.flatMap { try file.close($0).remark(on: path) }
    }
  }
}
