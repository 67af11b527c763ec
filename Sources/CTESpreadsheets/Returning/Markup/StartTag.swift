/// The bytes of a tag that opens an element, whose attributes can be changed while all else stays as it is.
struct StartTag {
  private(set) var bytes: [UInt8]

  /// Takes the bytes of a tag, from `<` to `>`.
  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// The element's name with its prefix.
  var name: String { String(decoding: bytes[1..<nameEnd], as: UTF8.self) }

  /// What stands before the element's name: empty, or a prefix with its colon.
  var prefix: String {
    let name = name
    return name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
  }

  /// Whether the element ends with the tag.
  var isWhole: Bool { bytes.count > 2 && bytes[bytes.count - 2] == UInt8(ascii: "/") }

  /// The same tag with its element left open.
  var opened: StartTag {
    isWhole ? StartTag(bytes.dropLast(2) + [UInt8(ascii: ">")]) : self
  }

  /// The value of an attribute as it stands in the bytes, by its full name; nil removes it.
  subscript(name: String) -> String? {
    get { attribute(name).map { String(decoding: bytes[$0.value], as: UTF8.self) } }
    set {
      switch (attribute(name), newValue) {
      case (let found?, let value?): bytes.replaceSubrange(found.value, with: value.utf8)
      case (let found?, nil): bytes.removeSubrange(found.whole)
      case (nil, let value?):
        bytes.insert(contentsOf: " \(name)=\"\(value)\"".utf8, at: attributesEnd)
      case (nil, nil): break
      }
    }
  }

  /// The names of the attributes with their values, as they stand in the bytes.
  var attributes: [(name: String, value: String)] {
    places.map { place in
      (
        String(decoding: bytes[place.name], as: UTF8.self),
        String(decoding: bytes[place.value], as: UTF8.self)
      )
    }
  }

  private struct Place {
    /// With the blanks before it.
    let whole: Range<Int>
    let name: Range<Int>
    /// Without its quotation marks.
    let value: Range<Int>
  }

  private func attribute(_ name: String) -> Place? {
    places.first { bytes[$0.name].elementsEqual(name.utf8) }
  }

  // A parser has read the tag before, so it is known to be well formed; bounds are kept all the same.
  private var places: [Place] {
    var places: [Place] = []
    var position = nameEnd
    while position < bytes.count {
      let start = position
      position = skip(from: position) { $0.isXMLBlank }
      let name = position..<skip(from: position) { !$0.isXMLBlank && $0 != UInt8(ascii: "=") }
      position = skip(from: name.upperBound) { $0.isXMLBlank || $0 == UInt8(ascii: "=") }
      guard position < bytes.count, [0x22, 0x27].contains(bytes[position]) else { break }
      let quote = bytes[position]
      let value = position + 1..<skip(from: position + 1) { $0 != quote }
      position = min(value.upperBound + 1, bytes.count)
      places.append(Place(whole: start..<position, name: name, value: value))
    }
    return places
  }

  private var nameEnd: Int {
    skip(from: 1) { !$0.isXMLBlank && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
  }

  private var attributesEnd: Int { places.last?.whole.upperBound ?? nameEnd }

  private func skip(from start: Int, while isPassed: (UInt8) -> Bool) -> Int {
    var position = start
    while position < bytes.count, isPassed(bytes[position]) { position += 1 }
    return position
  }
}

extension UInt8 {
  fileprivate var isXMLBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
