import CTECore
import Foundation

/// A workbook of the tests' own: `WORKBOOK`, then per sheet a line `sheet NAME` or `hidden NAME` and its rows of commas.
struct SampleWorkbook: FileKind {
  let name = "xlsx"

  func recognises(_ beginning: [UInt8]) -> Bool { beginning.starts(with: Array("WORKBOOK".utf8)) }

  func open(_ file: SourceFile) throws -> any TableReader {
    try file.readThrough()
    return Reader(try String(contentsOfFile: file.path, encoding: .utf8))
  }

  private struct Reader: TableReader {
    private(set) var sheets: [Sheet] = []
    private var rows: [[[String]]] = []
    private var pending: Table?
    let notices: [Notice] = []
    let progress = 1.0

    init(_ text: String) {
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
        let words = line.split(separator: " ", maxSplits: 1)
        if let kind = words.first, ["sheet", "hidden"].contains(kind) {
          sheets.append(Sheet(name: String(words[1]), isHidden: kind == "hidden"))
          rows.append([])
        } else {
          rows[rows.count - 1].append(
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
        }
      }
    }

    func firstRows(ofSheet sheet: Int, through last: Int) -> [HeadRow] {
      rows[sheet].prefix(last).enumerated().map { HeadRow(number: $0 + 1, texts: $1) }
        .filter { !$0.texts.isEmpty }
    }

    mutating func begin(below titles: HeadRow, ofSheet sheet: Int, taking columns: Set<Int>) {
      let count = titles.texts.count
      var bytes: [UInt8] = []
      var cells: [Table.Cell] = []
      var numbers: [Int32] = []
      for (index, row) in rows[sheet].enumerated().dropFirst(titles.number)
      where row.contains(where: { !$0.isEmpty }) {
        for text in (row + Array(repeating: "", count: count)).prefix(count) {
          cells.append(Table.Cell(start: bytes.count, length: text.utf8.count))
          bytes += Array(text.utf8)
        }
        numbers.append(Int32(index + 1))
      }
      pending = Table(bytes: bytes, cells: cells, columnCount: count, rowNumbers: numbers)
    }

    mutating func next() -> Table? {
      defer { pending = nil }
      return pending
    }
  }
}
