import CTEIntake

/// The bytes of one stream of a container.
struct CompoundStream {
  let file: XLSFile
  private let extents: [Extent]
  /// How many bytes there are.
  let size: Int

  init(file: XLSFile, extents: [Extent]) {
    self.file = file
    self.extents = extents
    size = extents.last?.end ?? 0
  }

  /// Bytes that stand together in the file.
  struct Extent {
    /// Where they stand in the stream.
    let start: Int
    /// Where they stand in the file.
    let fileOffset: Int
    var length: Int

    var end: Int { start + length }
  }

  /// Returns bytes of the stream, fewer than asked only at its end.
  func bytes(at offset: Int, count: Int) throws(IntakeError) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = extents.partitioningPlace { $0.end > offset }
    while bytes.count < count, place < extents.count {
      let extent = extents[place]
      let skipped = max(0, offset + bytes.count - extent.start)
      let length = min(extent.length - skipped, count - bytes.count)
      try bytes += file.bytes(at: extent.fileOffset + skipped, count: length)
      place += 1
    }
    return bytes
  }

  /// Returns where some bytes stand in the file; nil where they don't stand together.
  func fileOffset(at offset: Int, count: Int) -> Int? {
    let place = extents.partitioningPlace { $0.end > offset }
    guard place < extents.count, extents[place].end >= offset + count else { return nil }
    return extents[place].fileOffset + offset - extents[place].start
  }
}

extension [CompoundStream.Extent] {
  /// Appends bytes, to the last extent where they follow it in the file.
  mutating func append(fileOffset: Int, length: Int) {
    if let last, last.fileOffset + last.length == fileOffset {
      self[count - 1].length += length
    } else {
      append(.init(start: last?.end ?? 0, fileOffset: fileOffset, length: length))
    }
  }

  /// Returns the first place whose extent fulfils a condition that all after it fulfil too.
  fileprivate func partitioningPlace(where isBeyond: (CompoundStream.Extent) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
