import CTEIntake

/// The texts that cells share, one behind the other.
struct SharedStrings {
  /// All texts.
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [UInt32] = []

  /// The texts of a workbook that shares none.
  init() {}

  /// Reads the part of the shared texts.
  init(_ entry: ZipEntry, in archive: ZipArchive) throws {
    let handler = Handler(archive.file)
    // Memory that is never touched costs nothing; growing would hold the texts twice.
    handler.strings.bytes.reserveCapacity(
      min(entry.size, archive.file.limits[.sharedTextBytes]))
    let reader = try XMLReader(entry.name, of: archive.file, handler: handler)
    try reader.read(archive.open(entry))
    self = handler.strings
  }

  /// The place of a text, or nil where there is none of that number.
  @inline(__always)
  subscript(index: Int) -> Range<Int>? {
    guard index >= 0, index < ends.count else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// Ends a text that began at an offset.
  fileprivate mutating func close(from start: Int, within limit: CellTextLimit) throws(IntakeError)
  {
    EscapedText.decode(&bytes, from: start)
    try limit.hold(bytes[start...])
    ends.append(UInt32(bytes.count))
    try hold(limit.file)
  }

  fileprivate mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
  }

  private func hold(_ file: SourceFile) throws(IntakeError) {
    // Every text has its end beside it, in four bytes.
    try file.limits.hold(bytes.count + 4 * ends.count, to: .sharedTextBytes, of: file.name)
  }

  private final class Handler: XMLHandler {
    var strings = SharedStrings()
    private let limit: CellTextLimit
    private var runs = TextRuns()
    private var start = 0
    private var depth = 0

    init(_ file: SourceFile) {
      limit = CellTextLimit(file)
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
      depth += 1
      if depth == 2, name == "si" {
        start = strings.bytes.count
        runs = TextRuns(isOpen: true)
      } else {
        runs.begin(name)
      }
    }

    func end(_ name: XMLName) throws {
      runs.end(name)
      if depth == 2, name == "si" {
        runs.isOpen = false
        try strings.close(from: start, within: limit)
      }
      depth -= 1
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
      guard runs.isText else { return }
      strings.append(bytes)
      try limit.hold(byteCount: strings.bytes.count - start)
    }
  }
}

/// Follows the runs of a rich text: those of its text count, those that say how it is spoken don't.
struct TextRuns {
  /// Whether the text has begun.
  var isOpen = false
  private var spoken = 0
  private var texts = 0

  init(isOpen: Bool = false) {
    self.isOpen = isOpen
  }

  /// Whether what is read is the text's.
  var isText: Bool { isOpen && texts > 0 && spoken == 0 }

  mutating func begin(_ name: XMLName) {
    if name == "rPh" { spoken += 1 } else if name == "t" { texts += 1 }
  }

  mutating func end(_ name: XMLName) {
    if name == "rPh" { spoken -= 1 } else if name == "t" { texts -= 1 }
  }
}
