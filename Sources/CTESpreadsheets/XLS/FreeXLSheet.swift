import CFreeXL
import CTEIntake

/// The values of a sheet, as libfreexl reads them.
final class FreeXLSheet {
  private var handle: UnsafeRawPointer?

  /// Opens a workbook of one sheet.
  ///
  /// - Throws: `IntakeError` where libfreexl can't read it.
  init(_ sheet: PlainSheet, by scratch: ScratchFile, for file: XLSFile) throws(IntakeError) {
    try scratch.write(sheet.file, for: file)
    // libfreexl says that all is well of some files of which it hands out nothing.
    guard freexl_open(scratch.path, &handle) == FREEXL_OK, let handle,
      freexl_select_active_worksheet(handle, 0) == FREEXL_OK
    else { throw Self.unreadable(file) }
  }

  deinit {
    if let handle { freexl_close(handle) }
  }

  /// Returns the number of a cell; nil where it holds none.
  func number(row: Int, column: Int) -> Double? {
    let cell = value(row: row, column: column)
    return switch Int32(cell.type) {
    case FREEXL_CELL_INT: Double(cell.value.int_value)
    case FREEXL_CELL_DOUBLE: cell.value.double_value
    default: nil
    }
  }

  /// Calls a function with the bytes of a cell's text; nil where it holds none.
  func withText<Result>(
    row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    let cell = value(row: row, column: column)
    guard Int32(cell.type) == FREEXL_CELL_TEXT, let text = cell.value.text_value else { return nil }
    var length = 0
    while text[length] != 0 { length += 1 }
    return text.withMemoryRebound(to: UInt8.self, capacity: length) {
      body(UnsafeBufferPointer(start: $0, count: length))
    }
  }

  private func value(row: Int, column: Int) -> FreeXL_CellValue {
    var cell = FreeXL_CellValue()
    cell.type = UInt8(FREEXL_CELL_NULL)
    _ = freexl_get_cell_value(handle, UInt32(row), UInt16(column), &cell)
    return cell
  }

  private static func unreadable(_ file: XLSFile) -> IntakeError {
    IntakeError(
      .malformed,
      "\(file.name) has texts that can't be read; open it in a spreadsheet program and save it as .xlsx"
    )
  }
}
