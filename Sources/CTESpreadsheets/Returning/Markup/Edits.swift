/// What is to be changed in the bytes of a part, whose rest stays as it is.
struct Edits {
  private var list: [Edit] = []

  /// Other bytes in the place of some; nothing but an insertion where the range is empty.
  struct Edit {
    let range: Range<Int>
    let bytes: [UInt8]
  }

  var isEmpty: Bool { list.isEmpty }

  /// The changes in the order of their places; those of one place in the order in which they were made.
  var sorted: [Edit] {
    list.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }

  mutating func replace(_ range: Range<Int>, with bytes: some Sequence<UInt8>) {
    list.append(Edit(range: range, bytes: Array(bytes)))
  }

  mutating func insert(_ text: String, at offset: Int) {
    list.append(Edit(range: offset..<offset, bytes: Array(text.utf8)))
  }

  /// Inserts some bytes at the end of an element, and sets its attributes.
  mutating func extend(
    _ element: Markup.Element, of markup: Markup, with content: [UInt8],
    setting attributes: [String: Int] = [:]
  ) {
    var tag = markup.tag(of: element)
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) { tag[name] = String(value) }
    if tag.isWhole {
      replace(element.tag, with: tag.opened.bytes + content + Array("</\(tag.name)>".utf8))
    } else {
      if !attributes.isEmpty { replace(element.tag, with: tag.bytes) }
      replace(element.contentEnd..<element.contentEnd, with: content)
    }
  }

  /// Returns the bytes as they are after the changes.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + list.reduce(0) { $0 + $1.bytes.count })
    var position = 0
    for edit in sorted where edit.range.lowerBound >= position {
      result.append(contentsOf: bytes[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.bytes)
      position = edit.range.upperBound
    }
    result.append(contentsOf: bytes[position...])
    return result
  }
}
