import CTEIntake

/// The boxes in which spreadsheet programs show comments.
///
/// The part is of an older language (VML), and programs write it in ways that no XML parser takes; so it is only searched.
struct CommentDrawing {
  static let type = "application/vnd.openxmlformats-officedocument.vmlDrawing"
  static let empty =
    #"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" "#
    + #"xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>"#

  private let bytes: [UInt8]
  private let part: String
  private let file: SourceFile
  private var edits = Edits()

  init(_ bytes: [UInt8], part: String, of file: SourceFile) {
    (self.bytes, self.part, self.file) = (bytes, part, file)
  }

  /// Takes away the boxes of some cells and adds those of others.
  ///
  /// - Throws: `Unspliceable` where the part is written in a way that can't be changed safely.
  mutating func change(removing removed: Set<CellReference>, adding added: [Box]) throws {
    if !removed.isEmpty { try remove(removed) }
    if !added.isEmpty { try add(added) }
  }

  /// The bytes of the part after the changes.
  func changed() -> [UInt8] { edits.applied(to: bytes) }

  /// The box of a comment.
  struct Box {
    let cell: CellReference
    /// How many lines its text has.
    let lines: Int
    /// The column of errors, which is wider than others.
    let wideColumn: Int
  }

  private mutating func remove(_ cells: Set<CellReference>) throws {
    let markup = try Markup(bytes, part: part, of: file)
    for shape in markup.root.descendants("shape") {
      guard let data = shape.child("ClientData"), data.attributes["ObjectType"] == "Note",
        let row = Self.number(data.child("Row")), let column = Self.number(data.child("Column")),
        cells.contains(CellReference(column: column, row: row + 1))
      else { continue }
      edits.replace(shape.range, with: [])
    }
  }

  private static func number(_ element: Markup.Element?) -> Int? {
    element.flatMap { Int($0.text.filter { !$0.isWhitespace }) }.flatMap {
      0..<CellReference.mostRows ~= $0 ? $0 : nil
    }
  }

  private mutating func add(_ boxes: [Box]) throws {
    guard let root = tag("<xml"), let end = bytes.places(of: "</xml>").last,
      let look = CommentBoxes(root.tag)
    else { throw Unspliceable() }
    let first = (bytes.numbers(after: "_x0000_s").max() ?? 1024) + 1
    let blocks = first / 1024...(first + boxes.count) / 1024
    var additions = ""
    if let map = tag(look.mapName) {
      try extend(map.tag, by: blocks, at: map.place)
    } else {
      additions += look.layout(blocks.map(String.init).joined(separator: ","))
    }
    if bytes.places(of: "id=\"_x0000_t202\"").isEmpty { additions += look.type }
    for (place, box) in boxes.enumerated() { additions += look.shape(first + place, box) }
    edits.insert(additions, at: end)
  }

  /// Says which thousands of numbers the boxes take, as programs expect it.
  private mutating func extend(
    _ map: StartTag, by blocks: ClosedRange<Int>, at place: Range<Int>
  ) throws {
    var map = map
    let taken = (map["data"] ?? "").split(separator: ",").compactMap { Int($0) }
    map["data"] = Set(taken).union(blocks).sorted().map(String.init).joined(separator: ",")
    edits.replace(place, with: map.bytes)
  }

  /// The first tag that begins in a way, and where it stands.
  private func tag(_ beginning: String) -> (tag: StartTag, place: Range<Int>)? {
    guard let start = bytes.places(of: beginning).first,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return (StartTag(bytes[start...end]), start..<end + 1)
  }
}

extension [UInt8] {
  /// Where a text stands, each time.
  fileprivate func places(of text: String) -> [Int] {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, count >= wanted.count else { return [] }
    return (0...count - wanted.count).filter { place in
      self[place] == first && self[place..<place + wanted.count].elementsEqual(wanted)
    }
  }

  /// The numbers that stand behind a text.
  fileprivate func numbers(after text: String) -> [Int] {
    places(of: text).compactMap { place in
      let digits = self[(place + text.utf8.count)...].prefix(9).prefix { 0x30...0x39 ~= $0 }
      return Int(String(decoding: digits, as: UTF8.self))
    }
  }
}
