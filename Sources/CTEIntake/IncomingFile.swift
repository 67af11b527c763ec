public import CTERulePack

/// A file that is being taken in: its reader, and the format whose titles it has.
public struct IncomingFile {
  /// The file's name without its folder.
  public let name: String
  /// The format and where its columns stand.
  public let match: FormatMatch
  private var reader: any TableReader
  /// Tables that were looked at before their turn.
  private var ahead: [Table] = []

  /// Opens a file and finds its format.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - format: The format's name; nil to find it by the file's titles.
  ///   - pack: The pack that has the formats.
  ///   - tap: Called with every byte in its order while the file is read.
  /// - Throws: `IntakeError` where the file can't be read or has the titles of no format, and what the tap throws.
  public init(
    path: String, format: String?, pack: RulePack,
    tap: ((UnsafeRawBufferPointer) throws -> Void)? = nil
  ) throws {
    let file = try SourceFile(path: path, tap: tap)
    name = file.name
    var reader: any TableReader = try CSVReader(file)
    match = try Self.match(format, in: pack, &reader, file: file.name)
    self.reader = reader
  }

  /// Returns the next rows, or nil after the last.
  ///
  /// - Throws: `IntakeError` where the file's structure is broken, and what the file's tap throws.
  public mutating func next() throws -> Table? {
    ahead.isEmpty ? try reader.next() : ahead.removeFirst()
  }

  /// Returns the only table of a file that is small enough to have but one; its turn is still to come.
  public mutating func onlyTable() throws -> Table? {
    for _ in ahead.count..<2 {
      if let table = try reader.next() { ahead.append(table) }
    }
    return ahead.count == 1 ? ahead[0] : nil
  }

  /// Finds the format, whose titles may stand in another row than those of others.
  private static func match(
    _ format: String?, in pack: RulePack, _ reader: inout any TableReader, file: String
  ) throws -> FormatMatch {
    let rows = Set(
      pack.formats.values.filter { format == nil || $0.name == format }.map(\.headerRow))
    var trouble: IntakeError?
    for row in rows.isEmpty ? [1] : rows.sorted() {
      do {
        try reader.begin(atHeaderRow: row)
        return try FormatMatch.find(
          format, for: reader.titles, atRow: row, in: pack, file: file)
      } catch let error as IntakeError where [.wrongTitles, .empty].contains(error.code) {
        // What is wrong with the first row that was tried is told, if no other fits.
        trouble = trouble ?? error
      }
    }
    throw trouble ?? IntakeError(.wrongTitles, "the pack \(pack.name) has no formats")
  }
}
