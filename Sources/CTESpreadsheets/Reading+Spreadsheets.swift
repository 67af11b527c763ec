public import CTEIntake

extension Reading {
  /// Delimited text and workbooks: CSV, XLSX and XLS.
  public static var spreadsheets: Reading {
    Reading(kinds: [XLSXWorkbook(), XLSWorkbook()] + Reading.text.kinds)
  }
}
