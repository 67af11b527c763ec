/// A name in XML while it is read: valid only during the call that hands it over.
struct XMLName {
  /// The name without its prefix.
  let local: UnsafeBufferPointer<UInt8>
  /// Whether it had a prefix.
  let hasPrefix: Bool

  /// Takes the prefix off a name that ends with a zero.
  init(_ name: UnsafePointer<CChar>) {
    var (start, end) = (0, 0)
    while name[end] != 0 {
      if name[end] == CChar(bitPattern: UInt8(ascii: ":")) && start == 0 { start = end + 1 }
      end += 1
    }
    hasPrefix = start > 0
    local = UnsafeRawBufferPointer(start: name + start, count: end - start)
      .assumingMemoryBound(to: UInt8.self)
  }

  /// The name without its prefix.
  var text: String { String(decoding: local, as: UTF8.self) }

  /// Returns whether the name, whatever its prefix, is another.
  static func == (name: XMLName, other: StaticString) -> Bool {
    name.local.count == other.utf8CodeUnitCount
      && name.local.elementsEqual(
        UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
  }

  static func ~= (other: StaticString, name: XMLName) -> Bool { name == other }
}

/// The attributes of an element while it is read: valid only during the call that hands them over.
struct XMLAttributes {
  /// Names and values in turn, and nil after the last.
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// Returns the bytes of an attribute whose name has no prefix.
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    value { !$0.hasPrefix && $0 == name }
  }

  /// Returns the text of an attribute, whatever its prefix; one without prefix comes first.
  func text(_ name: StaticString) -> String? {
    (self[name] ?? value { $0 == name }).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the text of an attribute that has a prefix.
  func prefixedText(_ name: StaticString) -> String? {
    value { $0.hasPrefix && $0 == name }.map { String(decoding: $0, as: UTF8.self) }
  }

  private func value(_ isWanted: (XMLName) -> Bool) -> UnsafeBufferPointer<UInt8>? {
    var place = 0
    while let name = list[place], let value = list[place + 1] {
      if isWanted(XMLName(name)) {
        var count = 0
        while value[count] != 0 { count += 1 }
        return UnsafeRawBufferPointer(start: value, count: count)
          .assumingMemoryBound(to: UInt8.self)
      }
      place += 2
    }
    return nil
  }
}
