import CTEIntake
public import CTEModel
import CXLSXWriter
import Foundation

extension ExportSheet {
  /// Writes the rows as a workbook (`.xlsx`), in the place of a file that stands there.
  ///
  /// Texts stay texts, so that identifiers keep their zeros and none becomes a formula. The same rows give the same bytes.
  ///
  /// - Parameter path: Where it will stand; nothing is there before it is whole.
  /// - Throws: `RenderingError` where it can't be written, or there are more rows or columns than a workbook can hold.
  public func write(toWorkbook path: String) throws {
    guard rows.count < CellReference.mostRows, titles.count <= CellReference.lastColumn else {
      throw RenderingError("a workbook can't hold so many rows; ask for them as .csv")
    }
    try FinishedFile.admit(path)
    let target = URL(fileURLWithPath: path)
    let incoming = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent)-\(UUID().uuidString)")
    // One that got its name is not there any more.
    defer { try? FileManager.default.removeItem(at: incoming) }
    let workbook = try ExportWorkbook(at: incoming, of: self)
    workbook.write()
    try workbook.close()
    try FinishedFile.put(incoming.path, inPlaceOf: path)
  }
}

/// A new workbook with one sheet.
private final class ExportWorkbook {
  private let content: ExportSheet
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let title: UnsafeMutablePointer<lxw_format>?
  private let text: UnsafeMutablePointer<lxw_format>?
  private let day: UnsafeMutablePointer<lxw_format>?
  private var isClosed = false
  private var firstTrouble: lxw_error?

  init(at place: URL, of content: ExportSheet) throws {
    self.content = content
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let workbook = workbook_new_opt(place.path, &options),
      let sheet = workbook_add_worksheet(workbook, SheetName.valid(content.name))
    else {
      throw RenderingError("nothing can be written in \(place.deletingLastPathComponent().path)")
    }
    (self.workbook, self.sheet) = (workbook, sheet)
    title = workbook_add_format(workbook)
    format_set_bold(title)
    text = workbook_add_format(workbook)
    format_set_num_format_index(text, 49)
    day = workbook_add_format(workbook)
    format_set_num_format(day, "yyyy-mm-dd")
    var properties = lxw_doc_properties()
    properties.created = 315_532_800  // 1980-01-01, as all parts of the container have it.
    workbook_set_properties(workbook, &properties)
  }

  deinit {
    // What isn't whole is removed by whoever gave it its place.
    if !isClosed { _ = workbook_close(workbook) }
  }

  func write() {
    layOut()
    for (column, name) in content.titles.enumerated() { write(name, title, row: 0, column) }
    for (row, cells) in content.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        switch cell {
        case .text(let value): write(value, text, row: row + 1, column)
        case .day(let value): write(value, row: row + 1, column)
        case .blank: break
        }
      }
    }
  }

  /// Keeps the titles in sight, and makes columns as wide as what stands in them.
  private func layOut() {
    worksheet_freeze_panes(sheet, 1, 0)
    for column in content.titles.indices {
      let longest = content.rows.reduce(content.titles[column].count) {
        max($0, $1[column].width)
      }
      let place = lxw_col_t(column)
      worksheet_set_column(sheet, place, place, Double(min(max(longest, 6), 60) + 2), nil)
    }
  }

  private func write(
    _ value: String, _ format: UnsafeMutablePointer<lxw_format>?, row: Int, _ column: Int
  ) {
    note(
      worksheet_write_string(
        sheet, lxw_row_t(row), lxw_col_t(column), CellText.content(value), format))
  }

  private func write(_ value: CalendarDay, row: Int, _ column: Int) {
    guard let serial = LaidOutCell.serial(of: value) else {
      return write(value.description, text, row: row, column)
    }
    note(worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), serial, day))
  }

  private func note(_ code: lxw_error) {
    if code != LXW_NO_ERROR, firstTrouble == nil { firstTrouble = code }
  }

  func close() throws {
    isClosed = true
    note(workbook_close(workbook))
    guard let firstTrouble else { return }
    throw RenderingError(
      "the workbook can't be written: " + String(cString: lxw_strerror(firstTrouble)))
  }
}

extension ExportSheet.Cell {
  /// How many letters the cell takes.
  fileprivate var width: Int {
    switch self {
    case .text(let text): text.count
    case .day: 10
    case .blank: 0
    }
  }
}
