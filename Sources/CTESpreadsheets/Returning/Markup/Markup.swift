import CTEIntake

/// An XML part that is held as a whole: its elements, and the bytes where they stand.
struct Markup {
  let bytes: [UInt8]
  let root: Element

  /// Reads a part.
  ///
  /// - Throws: `IntakeError` where it is no XML, and `Unspliceable` where its bytes aren't UTF-8 or it has too many
  ///   elements to hold.
  init(_ bytes: [UInt8], part: String, of file: SourceFile) throws {
    let builder = Builder()
    let reader = try XMLReader(part, of: file, handler: builder)
    builder.reader = reader
    try bytes.withUnsafeBytes { try reader.feed($0, isLast: true) }
    guard let root = builder.root, Self.isUTF8(bytes.prefix(2), declared: reader.encoding) else {
      throw Unspliceable()
    }
    self.bytes = bytes
    self.root = root
  }

  /// Whether the places that the parser tells are those of the bytes.
  static func isUTF8(_ beginning: some Collection<UInt8>, declared: String?) -> Bool {
    let name = declared?.lowercased() ?? "utf-8"
    return (name == "utf-8" || name == "us-ascii") && !beginning.contains(0)
      && !beginning.elementsEqual([0xFE, 0xFF]) && !beginning.elementsEqual([0xFF, 0xFE])
  }

  /// The tag that opens an element.
  func tag(of element: Element) -> StartTag { StartTag(bytes[element.tag]) }

  /// What stands before the names of the part's own elements.
  var prefix: String { tag(of: root).prefix }

  /// An element of a part.
  final class Element {
    /// The name without its prefix.
    let name: String
    /// The texts of its attributes, by their names as the part writes them.
    let attributes: [String: String]
    /// The bytes of the tag that opens it.
    let tag: Range<Int>
    /// Where what is in it ends.
    fileprivate(set) var contentEnd: Int
    /// Where it ends.
    fileprivate(set) var end: Int
    fileprivate(set) var children: [Element] = []
    /// The text that stands in it, and in no other within it.
    fileprivate(set) var text = ""

    fileprivate init(name: String, attributes: [String: String], tag: Range<Int>) {
      self.name = name
      self.attributes = attributes
      self.tag = tag
      (contentEnd, end) = (tag.upperBound, tag.upperBound)
    }

    var range: Range<Int> { tag.lowerBound..<end }

    /// Returns the elements of a name directly within it.
    func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

    /// Returns the first element of a name directly within it.
    func child(_ name: String) -> Element? { children.first { $0.name == name } }

    /// Returns the elements of a name at any depth, in their order.
    func descendants(_ name: String) -> [Element] {
      children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }
  }
}

/// Makes the elements of a part while it is read.
private final class Builder: XMLHandler {
  weak var reader: XMLReader?
  private(set) var root: Markup.Element?
  private var open: [Markup.Element] = []
  private var text: [UInt8] = []
  private var count = 0

  /// Every element takes some hundred bytes, however short it is in the file.
  private static let most = 200_000

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
    count += 1
    guard count <= Self.most else { throw Unspliceable() }
    keepText()
    let element = Markup.Element(name: name.text, attributes: attributes.all, tag: range)
    if let parent = open.last { parent.children.append(element) } else { root = element }
    open.append(element)
  }

  func end(_ name: XMLName) {
    keepText()
    guard let element = open.popLast() else { return }
    element.contentEnd = max(range.lowerBound, element.tag.upperBound)
    element.end = max(range.upperBound, element.contentEnd)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

  private var range: Range<Int> {
    let start = reader?.byteIndex ?? 0
    return start..<start + (reader?.byteCount ?? 0)
  }

  private func keepText() {
    guard !text.isEmpty else { return }
    open.last?.text += String(decoding: text, as: UTF8.self)
    text.removeAll(keepingCapacity: true)
  }
}

extension XMLAttributes {
  /// The texts of all attributes by their names, prefixes included.
  fileprivate var all: [String: String] {
    var texts: [String: String] = [:]
    var place = 0
    while let name = list[place], let value = list[place + 1] {
      texts[String(cString: name)] = String(cString: value)
      place += 2
    }
    return texts
  }
}

/// Says that a workbook is written in a way into which nothing can safely be inserted.
struct Unspliceable: Error {}
