import ArgumentParser
import CTECore
import CTESpreadsheets
import Foundation

/// The file into which a sheet is written.
struct SheetFileOptions: ParsableArguments {
  @Option(name: .customLong("output"), help: "The form of the file (else by its ending, or csv).")
  var form: Form?
  @Option(help: "The file, in the place of one that is there (else csv is printed).")
  var out: String?

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case csv
    case xlsx
  }

  func validate() throws {
    if out?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--out names no file; leave it out to print the rows")
    }
    if out == nil, form == .xlsx {
      throw ValidationError("a workbook goes into a file; name it with --out")
    }
  }

  func write(_ sheet: ExportSheet) throws {
    guard let out else { return Swift.print(sheet.csv(), terminator: "") }
    switch form ?? Form(ofFile: out) {
    case .csv:
      try telling(about: out) {
        try Data(sheet.csv().utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
      }
    case .xlsx:
      do {
        try sheet.write(toWorkbook: out)
      } catch let error as RenderingError {
        printError("error: \(error)")
        throw ExitCode(2)
      }
    }
    Swift.print("\(sheet.rows.count) row\(sheet.rows.count == 1 ? " is" : "s are") in \(out).")
  }
}

extension SheetFileOptions.Form {
  fileprivate init(ofFile path: String) {
    self = path.lowercased().hasSuffix(".xlsx") ? .xlsx : .csv
  }
}
