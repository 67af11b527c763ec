import CTEModel
import Foundation

/// The findings of a file on a disk, in file order, so that memory holds no more than those of a row.
final class FindingLog {
  private let handle: FileHandle
  private var pending: [UInt8] = []
  private var lastRow = 0
  /// Whether nothing was found.
  private(set) var isEmpty = true

  /// Begins a log that has no name anywhere: it ends with the process, whatever happens.
  ///
  /// - Throws: `RenderingError` where nothing can be written in the folder.
  init(in folder: URL) throws {
    let place = folder.appendingPathComponent(".findings-\(UUID().uuidString)")
    // Findings quote what students' records say: nobody else may look.
    guard
      FileManager.default.createFile(
        atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw RenderingError("nothing can be written in \(folder.path); does it exist?") }
    handle = try FileHandle(forUpdating: place)
    try FileManager.default.removeItem(at: place)
  }

  /// Adds what was found next.
  func append(_ finding: Finding) throws {
    precondition(finding.row >= lastRow, "findings come in the order of the file")
    lastRow = finding.row
    isEmpty = false
    append(finding.row)
    append(finding.columnIndex)
    append(finding.severity == .error ? 1 : 0)
    append(finding.column)
    append(finding.message)
    append(finding.help ?? "")
    if pending.count > 1 << 18 { try flush() }
  }

  /// Returns the findings from the first on.
  func rows() throws -> Rows {
    try flush()
    return Rows(handle)
  }

  private func flush() throws {
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(pending))
    pending.removeAll(keepingCapacity: true)
  }

  private func append(_ number: Int) {
    withUnsafeBytes(of: UInt32(clamping: number)) { pending.append(contentsOf: $0) }
  }

  private func append(_ text: String) {
    let bytes = text.utf8
    append(bytes.count)
    pending.append(contentsOf: bytes)
  }
}

extension FindingLog {
  /// The findings row by row.
  struct Rows {
    private let handle: FileHandle
    private var bytes: [UInt8] = []
    private var position = 0
    private var offset: UInt64 = 0
    private var ahead: (row: Int, entry: RowFindings.Entry)?

    fileprivate init(_ handle: FileHandle) {
      self.handle = handle
    }

    /// Returns the findings of the next row that has some, or nil after the last.
    mutating func next() throws -> RowFindings? {
      guard let first = try ahead ?? entry() else { return nil }
      var row = RowFindings(row: first.row, entries: [first.entry])
      ahead = try entry()
      while let (number, entry) = ahead, number == row.row {
        row.entries.append(entry)
        ahead = try self.entry()
      }
      return row
    }

    private mutating func entry() throws -> (row: Int, entry: RowFindings.Entry)? {
      guard let row = try number(), let column = try number(), let weight = try number(),
        let title = try text(), let message = try text(), let help = try text()
      else { return nil }
      return (
        row,
        RowFindings.Entry(
          column: column, title: title, isError: weight == 1, message: message, help: help)
      )
    }

    private mutating func number() throws -> Int? {
      try take(4).map { Int($0.reversed().reduce(0) { $0 << 8 | UInt32($1) }) }
    }

    private mutating func text() throws -> String? {
      guard let count = try number(), let bytes = try take(count) else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8>? {
      if bytes.count - position < count {
        bytes.removeFirst(position)
        position = 0
        try handle.seek(toOffset: offset)
        let more = try handle.read(upToCount: max(1 << 18, count)) ?? Data()
        offset += UInt64(more.count)
        bytes.append(contentsOf: more)
      }
      guard bytes.count - position >= count else { return nil }
      defer { position += count }
      return bytes[position..<position + count]
    }
  }
}
