import CTEIntake

/// A container that is no workbook, told by the names of its parts.
struct ForeignArchive {
  let archive: ZipArchive
  /// The part that is its document, if it says so.
  let main: String?

  init(_ archive: ZipArchive, main: String?) {
    self.archive = archive
    self.main = main
  }

  /// What it is and what to do, as an error.
  var error: IntakeError {
    IntakeError(.unknownKind, "\(archive.file.name) \(words)")
  }

  /// Whether a part is what makes a document of another kind.
  func isKnown(_ entry: ZipEntry) -> Bool {
    Self.documents.contains { archive.entry(named: $0.part)?.index == entry.index }
  }

  private var words: String {
    if let openDocument { return openDocument }
    if let main, archive.entry(named: main) == nil {
      return "is a document whose main part is missing; save it again as .xlsx"
    }
    return Self.documents.first { archive.entry(named: $0.part) != nil }?.words
      ?? "is an archive; unpack it and upload what is in it"
  }

  private static let documents: [(part: String, words: String)] = [
    ("xl/workbook.bin", "is a binary workbook (.xlsb); save it as .xlsx"),
    ("word/document.xml", "is a text document (.docx); upload the table itself as .xlsx or .csv"),
    ("ppt/presentation.xml", "is a presentation (.pptx); upload the table itself as .xlsx or .csv"),
    ("Index/Document.iwa", "is a document of another spreadsheet program; export it as .xlsx"),
  ]

  private var openDocument: String? {
    guard archive.entry(named: "content.xml") != nil,
      archive.entry(named: "META-INF/manifest.xml") != nil
    else { return nil }
    let type = archive.entry(named: "mimetype").flatMap { entry in
      // A type that can't be read leaves what the other parts say.
      try? archive.openWhole(entry).beginning(200)
    }
    return type.map { $0.contains("spreadsheet") } ?? true
      ? "is an OpenDocument spreadsheet; save it as .xlsx"
      : "is an OpenDocument file without sheets; upload the table itself as .xlsx or .csv"
  }
}

extension ZipPart {
  /// Returns the first bytes as text.
  fileprivate func beginning(_ count: Int) throws(IntakeError) -> String {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { buffer.deallocate() }
    return String(decoding: buffer.prefix(try read(into: buffer)), as: UTF8.self)
  }
}
