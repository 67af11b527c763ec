/// What was found in a row.
struct RowFindings {
  /// The row as a spreadsheet program shows it, from 1.
  let row: Int
  /// The errors and warnings, by their column.
  var entries: [Entry]

  /// An error or a warning.
  struct Entry {
    /// The place of the column, from 0.
    let column: Int
    /// The column's title in the file.
    let title: String
    let isError: Bool
    let message: String
    /// What to check or do; empty where nothing is said.
    let help: String
  }

  /// What all findings say, in one cell.
  var summary: String {
    entries.map { entry in
      switch (entry.title.isEmpty, entry.isError) {
      case (true, true): entry.message
      case (true, false): "warning: \(entry.message)"
      case (false, true): "\(entry.title): \(entry.message)"
      case (false, false): "\(entry.title) (warning): \(entry.message)"
      }
    }.joined(separator: "; ")
  }

  /// The cells that are marked, from left to right.
  var marks: [CellMark] {
    Dictionary(grouping: entries, by: \.column).sorted { $0.key < $1.key }.map { column, entries in
      CellMark(
        row: row, column: column, isError: entries.contains(where: \.isError),
        remark: entries.map(\.remark).joined(separator: "\n"))
    }
  }
}

extension RowFindings.Entry {
  /// The message and its help, as a comment says it.
  fileprivate var remark: String {
    (isError ? message : "warning: \(message)") + (help.isEmpty ? "" : "\n\(help)")
  }
}

/// A cell that is marked, and why.
struct CellMark {
  /// The row as a spreadsheet program shows it, from 1.
  let row: Int
  /// The place of the column, from 0.
  let column: Int
  /// Whether the row can't be accepted because of it.
  let isError: Bool
  /// What is wrong and what to do, on lines of their own.
  let remark: String
}
