extension Reading {
  /// Returns the kind of a file by its first bytes, whatever its name says.
  ///
  /// - Throws: `IntakeError` where none of the kinds fits, with what the file seems to be.
  package func kind(of file: SourceFile) throws -> any FileKind {
    let beginning = try file.peek(4096)
    if beginning.isEmpty { throw IntakeError(.empty, "\(file.name) is empty") }
    if let kind = kinds.first(where: { $0.recognises(beginning) }) { return kind }
    throw IntakeError(
      .unknownKind, "\(file.name) \(Stranger(beginning)?.words ?? Self.unknown)")
  }

  private static let unknown = "is no kind of file that can be read; save it as CSV and upload that"
}
