import CTERulePack

@testable import HostileFiles

/// The sample table, told in an odd but honest way, and what must be read of it.
struct OddFile {
  let name: String
  /// The place of the sheet with the table.
  var sheet = 0
  /// For each sheet, whether it is hidden.
  var hidden = [false]
  var titlesRow = 1
  var titles = Sample.titles
  var rows = OddFile.rows(from: 2)
  /// What cells hold that is no text, by their names.
  var kinds: [String: CellKind] = [:]
  let content: () -> Content

  struct Row: Equatable {
    let number: Int
    let texts: [String]
  }

  /// The sample's rows, the first of them with a number.
  static func rows(from first: Int, _ rows: [[String]] = Sample.rows) -> [Row] {
    rows.enumerated().map { Row(number: first + $0.offset, texts: $0.element) }
  }

  static func rows(_ numbers: Int...) -> [Row] {
    zip(numbers, Sample.rows).map { Row(number: $0.0, texts: $0.1) }
  }

  /// Days in the column of days.
  static let dayKinds: [String: CellKind] = ["D2": .day, "D3": .day, "D4": .day]
}

extension OddFile {
  static var all: [OddFile] {
    encodings + breaks + separators + quotes + shapes
      + texts + elements + partNames + containers + sheets + places + days + values + leftovers
      + oldWorkbooks + oldNumbers
  }
}

extension OddFile {
  init(_ name: String, text: String) {
    self.init(name: name) { Content(text) }
  }

  init(_ name: String, bytes: [UInt8]) {
    self.init(name: name) { Content(bytes) }
  }

  init(_ name: String, workbook change: @escaping (inout WorkbookBuilder) -> Void) {
    self.init(name: "xlsx: \(name)") {
      var workbook = WorkbookBuilder()
      change(&workbook)
      return workbook.file
    }
  }

  init(_ name: String, oldWorkbook change: @escaping (inout OldWorkbookBuilder) -> Void) {
    self.init(name: "xls: \(name)") {
      var workbook = OldWorkbookBuilder()
      change(&workbook)
      return workbook.file
    }
  }

  /// The file with something else expected of it.
  func expecting(_ change: (inout OddFile) -> Void) -> OddFile {
    var file = self
    change(&file)
    return file
  }
}
