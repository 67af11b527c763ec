/// A zip file of which every field may lie.
struct ZipBuilder {
  var entries: [Entry]
  /// Changes the record that ends the file.
  var changeEnd: (inout End) -> Void = { _ in }
  var beforeFirst: [UInt8] = []
  /// Whether the sizes of the directory stand in the record for great files too.
  var hasGreatEnd = false
  /// Changes that record.
  var changeGreatEnd: (inout End) -> Void = { _ in }

  struct Entry {
    var name: String
    var content: Content
    var method = Method.deflated(.honest)
    /// What stands in the place of the content as it would be stored.
    var stored: [UInt8]?
    /// Whether sums and sizes follow the content instead of standing before it.
    var hasDescriptor = false
    /// Whether the sizes stand in the extra field for great files.
    var isGreat = false
    var changeLocal: (inout Header) -> Void = { _ in }
    var changeCentral: (inout Header) -> Void = { _ in }
    /// Whether the file's directory leaves the entry out.
    var isHidden = false
  }

  enum Method {
    case stored
    case deflated(Deflater.Tightness)

    var number: Int {
      switch self {
      case .stored: 0
      case .deflated: 8
      }
    }
  }

  /// What the file says of an entry.
  struct Header {
    var name: [UInt8]
    var version = 20
    var flags = 0
    var method: Int
    var sum: Int
    var storedSize: Int
    var size: Int
    var extra: [UInt8] = []
    var attributes = 0
    var offset = 0
  }

  /// What the file says of its directory.
  struct End {
    var disk = 0
    var entries: Int
    var allEntries: Int
    var size: Int
    var offset: Int
    var comment: [UInt8] = []
    /// Where the record for great files stands.
    var place = 0
  }

  func bytes() -> [UInt8] {
    var file = beforeFirst
    var directory: [UInt8] = []
    var count = 0
    for entry in entries {
      let offset = file.count
      let header = append(entry, to: &file)
      guard !entry.isHidden else { continue }
      appendCentral(entry, header, at: offset, to: &directory)
      count += 1
    }
    let end = End(entries: count, allEntries: count, size: directory.count, offset: file.count)
    file += directory
    appendEnd(end, to: &file)
    return file
  }

  private func append(_ entry: Entry, to file: inout [UInt8]) -> Header {
    let stored = entry.stored ?? entry.packed
    var header = Header(
      name: Array(entry.name.utf8), method: entry.method.number,
      sum: Int(CRC32(entry.content).value), storedSize: stored.count, size: entry.content.size)
    let honest = header
    if entry.hasDescriptor {
      (header.flags, header.sum, header.storedSize, header.size) = (8, 0, 0, 0)
    }
    if entry.isGreat { header.makeGreat(isLocal: true) }
    entry.changeLocal(&header)
    file.append(0x0403_4B50, bytes: 4)
    file += header.common
    file += header.name + header.extra + stored
    if entry.hasDescriptor { file += honest.descriptor }
    return honest
  }

  private func appendCentral(
    _ entry: Entry, _ honest: Header, at offset: Int, to directory: inout [UInt8]
  ) {
    var header = honest
    header.offset = offset
    if entry.hasDescriptor { header.flags = 8 }
    if entry.isGreat { header.makeGreat(isLocal: false) }
    entry.changeCentral(&header)
    directory.append(0x0201_4B50, bytes: 4)
    directory.append(0x0314, bytes: 2)
    directory += header.common
    for _ in 0..<3 { directory.append(0, bytes: 2) }
    directory.append(header.attributes, bytes: 4)
    directory.append(header.offset, bytes: 4)
    directory += header.name + header.extra
  }

  private func appendEnd(_ honest: End, to file: inout [UInt8]) {
    var end = honest
    if hasGreatEnd {
      var great = honest
      great.place = file.count
      changeGreatEnd(&great)
      file += great.great
      (end.entries, end.allEntries) = (0xFFFF, 0xFFFF)
      (end.size, end.offset) = (0xFFFF_FFFF, 0xFFFF_FFFF)
    }
    changeEnd(&end)
    file.append(0x0605_4B50, bytes: 4)
    for number in [end.disk, 0, end.entries, end.allEntries] { file.append(number, bytes: 2) }
    for number in [end.size, end.offset] { file.append(number, bytes: 4) }
    file.append(end.comment.count, bytes: 2)
    file += end.comment
  }
}
