public import CTERulePack

/// A file that is being taken in: its reader, and the format whose titles it has.
public struct IncomingFile {
  /// The file's name without its folder.
  public let name: String
  /// The format and where its columns stand.
  public let match: FormatMatch
  /// What reads its rows.
  public var reader: any TableReader

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
    reader = try CSVReader(file, headerRow: format.flatMap { pack.formats[$0]?.headerRow } ?? 1)
    match = try FormatMatch.find(format, for: reader.titles, in: pack, file: file.name)
  }
}
