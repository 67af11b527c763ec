import CTEIntake
import CTEModel
import CTERulePack
import CXLSXWriter
import Foundation

/// A new workbook with the rows of a file: at the same places, and every cell a text but for those whose kind says more.
///
/// What was found wrong must be found again when the workbook is uploaded as it is, so errors stay errors, days stay
/// days, and numbers whose last digits are lost stay numbers.
final class LaidOutWorkbook {
  /// What the formats say; known when the workbook is closed.
  private(set) var formats = LaidOutFormats()

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let plain: UnsafeMutablePointer<lxw_format>?
  private let formula: UnsafeMutablePointer<lxw_format>?
  private let title: UnsafeMutablePointer<lxw_format>?
  private let day: UnsafeMutablePointer<lxw_format>?
  private let error: UnsafeMutablePointer<lxw_format>?
  private var isClosed = false
  private var widths: [Int] = []
  private var lastRow = 0

  /// Begins a workbook.
  ///
  /// - Throws: `RenderingError` where nothing can be written there.
  init(at place: URL, sheetName: String) throws {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let workbook = workbook_new_opt(place.path, &options),
      let sheet = workbook_add_worksheet(workbook, SheetName.valid(sheetName))
    else {
      throw RenderingError("nothing can be written in \(place.deletingLastPathComponent().path)")
    }
    (self.workbook, self.sheet) = (workbook, sheet)
    (plain, formula) = (Self.textFormat(of: workbook), Self.textFormat(of: workbook))
    title = Self.textFormat(of: workbook)
    format_set_bold(title)
    // Formats that are alike would become one; this says nothing as long as the sheet isn't protected.
    format_set_hidden(formula)
    error = Self.textFormat(of: workbook)
    format_set_unlocked(error)
    day = workbook_add_format(workbook)
    format_set_num_format_index(day, 14)
    setTime()
  }

  deinit {
    // What isn't whole is removed by whoever gave it its place.
    if !isClosed { _ = workbook_close(workbook) }
  }

  /// Cells are texts, so that zeros in front of numbers stay, also where somebody types them anew.
  private static func textFormat(
    of workbook: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(workbook)
    format_set_num_format_index(format, 49)
    return format
  }

  /// The same input gives the same bytes, so the workbook doesn't say when it was made.
  private func setTime() {
    var properties = lxw_doc_properties()
    properties.created = 315_532_800  // 1980-01-01, as all parts of the container have it.
    workbook_set_properties(workbook, &properties)
  }

  /// Writes all rows of a file.
  ///
  /// - Throws: `RenderingError` where the file has more rows than a workbook can hold.
  func write(_ rows: inout SourceRows) throws {
    for head in rows.head {
      for (column, text) in head.texts.enumerated() {
        try write(text, row: head.number, column: column, isTitle: head == rows.head.last)
      }
    }
    while let table = try rows.next() {
      for (row, number) in table.rowNumbers.enumerated() {
        for column in 0..<table.columnCount
        where table.cells[row * table.columnCount + column].length > 0 {
          try write(
            table.text(row: row, column: column), table.kind(row: row, column: column),
            row: Int(number), column: column)
        }
      }
    }
  }

  private func write(
    _ text: String, _ kind: CellKind = .text, row: Int, column: Int, isTitle: Bool = false
  ) throws {
    guard !text.isEmpty else { return }
    guard row <= CellReference.mostRows else {
      throw RenderingError(
        "the file has more rows than a workbook can hold; ask for the errors as .csv")
    }
    lastRow = max(lastRow, row)
    note(text, column: column)
    guard column <= CellReference.lastColumn else {
      throw RenderingError(
        "the file has more columns than a workbook can hold; ask for the errors as .csv")
    }
    let cell = LaidOutCell(text, kind)
    let (row, column) = (lxw_row_t(row - 1), lxw_col_t(column))
    let code =
      switch cell {
      case .text(let text):
        worksheet_write_string(
          sheet, row, column, CellText.content(text),
          text.looksLikeFormula ? formula : isTitle ? title : plain)
      case .day(let number): worksheet_write_number(sheet, row, column, number, day)
      case .number(let number): worksheet_write_number(sheet, row, column, number, plain)
      case .error(let text): worksheet_write_string(sheet, row, column, text, error)
      }
    guard code == LXW_NO_ERROR else { throw Self.failure(code) }
  }

  private func note(_ text: String, column: Int) {
    while widths.count <= column { widths.append(0) }
    widths[column] = max(widths[column], min(text.utf8.count, 60))
  }

  /// Ends the workbook, with its titles always in sight.
  ///
  /// - Parameters:
  ///   - titlesRow: The row of the titles.
  ///   - titleCount: How many columns can be filtered.
  func close(titlesRow row: Int, titleCount: Int) throws {
    if row < CellReference.mostRows { worksheet_freeze_panes(sheet, lxw_row_t(row), 0) }
    worksheet_autofilter(
      sheet, lxw_row_t(row - 1), 0, lxw_row_t(max(lastRow, row) - 1),
      lxw_col_t(max(titleCount, 1) - 1))
    for (column, width) in widths.enumerated() {
      let place = lxw_col_t(column)
      worksheet_set_column(sheet, place, place, Double(max(width, 6) + 3), nil)
    }
    // The last row is still to be written, so a format that stands nowhere else has no number yet; asking gives it one.
    if let formula { formats.quoted = [Int(lxw_format_get_xf_index(formula))] }
    if let error { formats.errors = [Int(lxw_format_get_xf_index(error))] }
    isClosed = true
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw Self.failure(code) }
  }

  private static func failure(_ code: lxw_error) -> RenderingError {
    let isDisk = [
      LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE,
    ].contains(code)
    let reason =
      isDisk ? "; is there room on the disk?" : ": " + String(cString: lxw_strerror(code))
    return RenderingError("the marked workbook can't be written\(reason)")
  }
}
