/// The styles of a workbook, to which those of marked cells are added.
///
/// Styles are only ever added, so that the numbers of all others stay as they are.
struct StyleSheet {
  private let markup: Markup
  /// The bytes of the formats of cells, by their number.
  private var formats: [[UInt8]]
  private let oldCount: Int
  private var numbers: [[UInt8]: Int] = [:]
  private var fills: [MarkColour: Int] = [:]
  private var newFills: [MarkColour] = []
  private let oldFillCount: Int
  /// For each format, the mark that it already has.
  private var marks: [MarkColour?]
  private var known: [Wish: Int] = [:]

  /// A format made of another.
  private struct Wish: Hashable {
    let base: Int
    let change: Change

    enum Change: Hashable {
      case marked(MarkColour)
      case unmarked
      case text(isQuoted: Bool)
    }
  }

  /// Programs take no more formats than this.
  private static let most = 64_000

  init(_ markup: Markup) throws {
    self.markup = markup
    let fillElements = markup.root.child("fills")?.children("fill") ?? []
    oldFillCount = fillElements.count
    for (number, fill) in fillElements.enumerated() {
      if let mark = Self.mark(of: fill), fills[mark] == nil { fills[mark] = number }
    }
    let marked = fillElements.map(Self.mark)
    let elements = markup.root.child("cellXfs")?.children("xf") ?? []
    formats = elements.map { Array(markup.bytes[$0.range]) }
    oldCount = formats.count
    marks = elements.map { element in
      let fill = element.attributes["fillId"].flatMap { Int($0) } ?? 0
      return marked.indices.contains(fill) ? marked[fill] : nil
    }
    if formats.isEmpty {
      let prefix = markup.prefix
      formats = [
        Array("<\(prefix)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>".utf8)
      ]
      marks = [nil]
    }
    for (number, format) in formats.enumerated() where numbers[format] == nil {
      numbers[format] = number
    }
  }

  private static func mark(of fill: Markup.Element) -> MarkColour? {
    let pattern = fill.child("patternFill")
    guard pattern?.attributes["patternType"] == "solid" else { return nil }
    return pattern?.child("fgColor")?.attributes["rgb"].flatMap { MarkColour($0) }
  }

  /// Returns whether a format has a mark of ours.
  func isMarked(_ format: Int) -> Bool { marks.indices.contains(format) && marks[format] != nil }

  /// Returns the format of a marked cell that has a format so far.
  mutating func marked(_ format: Int, isError: Bool) throws -> Int {
    let colour: MarkColour = isError ? .error : .warning
    let base = try unmarked(format)
    let fill = number(ofFill: colour)
    return try make(.marked(colour), of: base) { tag in
      tag["fillId"] = String(fill)
      tag["applyFill"] = "1"
    }
  }

  /// Returns the format of a cell that has one so far, without a mark of ours.
  mutating func unmarked(_ format: Int) throws -> Int {
    guard isMarked(format) else { return format }
    return try make(.unmarked, of: format) { tag in
      tag["fillId"] = "0"
      tag["applyFill"] = nil
    }
  }

  /// Returns the format of a cell that holds text, whatever somebody types into it.
  mutating func text(isQuoted: Bool) throws -> Int {
    try make(.text(isQuoted: isQuoted), of: unmarked(0)) { tag in
      tag["numFmtId"] = "49"
      tag["applyNumberFormat"] = "1"
      if isQuoted { tag["quotePrefix"] = "1" }
    }
  }

  /// Makes cells of a format keep text that looks like a formula.
  mutating func quote(_ format: Int) {
    guard formats.indices.contains(format) else { return }
    formats[format] = Self.changed(formats[format]) { tag in tag["quotePrefix"] = "1" }
  }

  private mutating func make(
    _ change: Wish.Change, of base: Int, _ edit: (inout StartTag) -> Void
  ) throws -> Int {
    let base = formats.indices.contains(base) ? base : 0
    let wish = Wish(base: base, change: change)
    if let number = known[wish] { return number }
    let format = Self.changed(formats[base], edit)
    let number = numbers[format] ?? formats.count
    if number == formats.count {
      guard number < Self.most else { throw Unspliceable() }
      formats.append(format)
      numbers[format] = number
      if case .marked(let colour) = change { marks.append(colour) } else { marks.append(nil) }
    }
    known[wish] = number
    return number
  }

  private static func changed(_ format: [UInt8], _ edit: (inout StartTag) -> Void) -> [UInt8] {
    // The first closing angle ends the tag, for the values of formats are numbers.
    let end = (format.firstIndex(of: UInt8(ascii: ">")) ?? format.count - 1) + 1
    var tag = StartTag(format[..<end])
    edit(&tag)
    return tag.bytes + format[end...]
  }

  private mutating func number(ofFill colour: MarkColour) -> Int {
    if let number = fills[colour] { return number }
    let number = max(oldFillCount, Self.reserved.count) + newFills.count
    newFills.append(colour)
    fills[colour] = number
    return number
  }
}

// MARK: - Writing

extension StyleSheet {
  /// The fills that stand first in every workbook: ECMA-376 part 1, 18.8.20.
  private static let reserved = ["none", "gray125"]
  /// The elements of the part in their order: ECMA-376 part 1, 18.8.39.
  private static let order = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
  ]

  /// The bytes of the part with what was added.
  var bytes: [UInt8] {
    var edits = Edits()
    let old = markup.root.child("cellXfs")?.children("xf") ?? []
    for (element, format) in zip(old, formats) where Array(markup.bytes[element.range]) != format {
      edits.replace(element.range, with: format)
    }
    if !newFills.isEmpty {
      let missing = Self.reserved.dropFirst(oldFillCount).map { pattern($0) }
      let new = missing + newFills.map { fill($0) }
      extend("fills", with: new, count: oldFillCount + new.count, &edits)
    }
    if formats.count > oldCount {
      let new = formats[oldCount...].map { String(decoding: $0, as: UTF8.self) }
      extend("cellXfs", with: new, count: formats.count, &edits)
    }
    return edits.applied(to: markup.bytes)
  }

  private func extend(_ name: String, with new: [String], count: Int, _ edits: inout Edits) {
    let content = new.joined()
    if let element = markup.root.child(name) {
      edits.extend(
        element, of: markup, with: Array(content.utf8), setting: ["count": count])
      return
    }
    let later = Self.order.drop { $0 != name }
    let next = markup.root.children.first { later.contains($0.name) }
    let prefix = markup.prefix
    edits.insert(
      "<\(prefix)\(name) count=\"\(count)\">\(content)</\(prefix)\(name)>",
      at: next?.tag.lowerBound ?? markup.root.contentEnd)
  }

  private func pattern(_ type: String) -> String {
    let prefix = markup.prefix
    return "<\(prefix)fill><\(prefix)patternFill patternType=\"\(type)\"/></\(prefix)fill>"
  }

  private func fill(_ colour: MarkColour) -> String {
    let prefix = markup.prefix
    return "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\">"
      + "<\(prefix)fgColor rgb=\"FF\(colour.rawValue)\"/><\(prefix)bgColor indexed=\"64\"/>"
      + "</\(prefix)patternFill></\(prefix)fill>"
  }
}

extension StyleSheet {
  static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"

  /// The styles of a workbook that came without any.
  static let empty =
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    + #"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
    + #"<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>"#
    + #"<fills count="2"><fill><patternFill patternType="none"/></fill>"#
    + #"<fill><patternFill patternType="gray125"/></fill></fills>"#
    + #"<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"#
    + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#
    + #"<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>"#
    + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>"#
    + #"</styleSheet>"#
}
