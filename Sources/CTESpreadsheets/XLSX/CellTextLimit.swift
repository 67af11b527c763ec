import CTEIntake

/// How long the text of a cell may be.
struct CellTextLimit {
  let file: SourceFile
  private let characters: Int
  private let bytes: Int

  init(_ file: SourceFile) {
    self.file = file
    characters = file.limits[.cellCharacters]
    // No character is written with more bytes than an escape such as `_x000D_`.
    let (product, overflow) = characters.multipliedReportingOverflow(by: 7)
    bytes = overflow ? .max : product
  }

  /// Refuses a text that has too many characters, whatever its bytes are.
  @inline(__always)
  func hold(byteCount: Int) throws(IntakeError) {
    if byteCount > bytes { throw file.limits.passed(.cellCharacters, by: file.name) }
  }

  /// Refuses a text with too many characters.
  @inline(__always)
  func hold(_ text: some Collection<UInt8>) throws(IntakeError) {
    if text.count > characters { try count(text) }
  }

  private func count(_ text: some Collection<UInt8>) throws(IntakeError) {
    // Bytes that don't begin a character are left out of the count.
    let count = text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    try file.limits.hold(count, to: .cellCharacters, of: file.name)
  }
}
