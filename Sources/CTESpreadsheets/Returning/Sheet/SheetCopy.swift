/// A sheet on its way from a workbook to its marked copy: bytes go over as they are, unless others take their place.
final class SheetCopy {
  let part: SheetPart
  private let output: PartFile
  private let edits: [Edits.Edit]
  private var nextEdit = 0
  /// Up to where the part's bytes have been written or left out.
  private var copied = 0
  /// Where bytes begin that are left out, as long as it isn't known where they end.
  private var isDropping = false

  /// Bytes are kept back until they are so many, for writing few is slow.
  private static let chunk = 1 << 16

  init(_ part: SheetPart, into output: PartFile, edits: Edits) {
    self.part = part
    self.output = output
    self.edits = edits.sorted
  }

  func insert(_ bytes: some Collection<UInt8>, at offset: Int) throws {
    try copy(upTo: offset)
    try output.write(bytes)
  }

  func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) throws {
    try insert(bytes, at: range.lowerBound)
    copied = max(copied, range.upperBound)
  }

  /// Leaves out what begins at a place, until it is said where it ends.
  func drop(from offset: Int) throws {
    try copy(upTo: offset)
    isDropping = true
  }

  /// Ends what was left out, if something was.
  func endDrop(at offset: Int) {
    if isDropping { copied = max(copied, offset) }
    isDropping = false
  }

  /// Makes the changes that were known beforehand and begin before a place.
  func applyEdits(before offset: Int) throws {
    while nextEdit < edits.count, edits[nextEdit].range.lowerBound < offset {
      try replace(edits[nextEdit].range, with: edits[nextEdit].bytes)
      nextEdit += 1
    }
  }

  /// Lets go of what stands before a place: nothing there changes any more.
  func pass(_ offset: Int) throws {
    if !isDropping && offset - copied > Self.chunk { try copy(upTo: offset) }
    part.neededFrom = copied
  }

  /// Writes the rest.
  func finish() throws {
    try applyEdits(before: part.end)
    try copy(upTo: part.end)
    try output.close()
  }

  private func copy(upTo offset: Int) throws {
    guard offset > copied else { return }
    try output.write(part[copied..<offset])
    copied = offset
  }
}
