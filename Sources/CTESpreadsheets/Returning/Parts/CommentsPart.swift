import CTEIntake

/// The comments of a sheet, among which ours come and go.
struct CommentsPart {
  static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
  static let empty =
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    + #"<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
    + #"<authors></authors><commentList></commentList></comments>"#

  private let markup: Markup
  private let authors: Markup.Element
  private let authorNames: [String]
  private let list: Markup.Element
  private var edits = Edits()
  private var additions = ""
  private lazy var author = authorNumber()
  /// Cells that lose their comment altogether.
  private(set) var removed: Set<CellReference> = []
  /// Cells that had no comment.
  private(set) var added: [CellReference] = []

  init(_ markup: Markup) throws {
    guard let authors = markup.root.child("authors"), let list = markup.root.child("commentList")
    else { throw Unspliceable() }
    (self.markup, self.authors, self.list) = (markup, authors, list)
    authorNames = authors.children("author").map(\.text)
  }

  /// Whether nothing has to be written.
  var isUnchanged: Bool { edits.isEmpty && additions.isEmpty }

  /// Takes the earlier comments of ours away and adds the new ones.
  ///
  /// - Throws: `IntakeError` where the file takes too long.
  mutating func put(_ marks: [CellMark], of file: SourceFile) throws(IntakeError) {
    var wanted = Dictionary(
      marks.map { (CellReference(column: $0.column, row: $0.row), $0.remark) },
      uniquingKeysWith: { "\($0)\n\($1)" })
    for comment in list.children("comment") {
      try file.checkTime()
      guard let cell = comment.attributes["ref"].flatMap({ CellReference($0[...]) }) else {
        continue
      }
      update(comment, at: cell, saying: wanted.removeValue(forKey: cell))
    }
    for mark in marks {
      let cell = CellReference(column: mark.column, row: mark.row)
      guard let remark = wanted.removeValue(forKey: cell) else { continue }
      additions += comment(at: cell, saying: remark)
      added.append(cell)
    }
  }

  /// The bytes of the part with our comments.
  mutating func bytes() -> [UInt8] {
    if !additions.isEmpty { edits.extend(list, of: markup, with: Array(additions.utf8)) }
    return edits.applied(to: markup.bytes)
  }

  private mutating func update(
    _ comment: Markup.Element, at cell: CellReference, saying remark: String?
  ) {
    // A conversation has its texts in a part of its own; this one only stands in for it in older programs.
    guard !authorName(of: comment).hasPrefix("tc="), let text = comment.child("text") else {
      return
    }
    let whole = text.descendants("t").map(\.text).joined()
    let others = MarkWords.others(in: whole)
    let isOurs = others != whole
    if isOurs && others.allSatisfy(\.isWhitespace) {
      let new = remark.map { self.comment(at: cell, saying: $0) } ?? ""
      edits.replace(comment.range, with: new.utf8)
      if remark == nil { removed.insert(cell) }
    } else if isOurs || remark != nil {
      var kept = keptRuns(of: text, upTo: isOurs ? others.unicodeScalars.count : .max)
      if let remark { kept += run("\n" + MarkWords.comment(remark)) }
      let rest = text.children.first { $0.name == "rPh" || $0.name == "phoneticPr" }
      let tag = markup.tag(of: text)
      if tag.isWhole {
        edits.replace(
          text.range, with: tag.opened.bytes + Array("\(kept)</\(tag.name)>".utf8))
      } else {
        edits.replace(
          text.tag.upperBound..<(rest?.tag.lowerBound ?? text.contentEnd), with: kept.utf8)
      }
    }
  }

  /// What a person wrote in a comment, in the letters in which it is written, up to a number of signs.
  private func keptRuns(of text: Markup.Element, upTo count: Int) -> String {
    var room = count
    return text.children.filter { $0.name == "t" || $0.name == "r" }.map { child in
      guard let own = child.name == "t" ? child : child.child("t"), room > 0 else { return "" }
      let scalars = own.text.unicodeScalars
      defer { room -= min(room, scalars.count) }
      var bytes = markup.bytes[child.range]
      if scalars.count > room {
        let kept = XMLText.escaped(String(scalars.prefix(room)))
        let name = markup.tag(of: own).name
        let new = Array("<\(name) xml:space=\"preserve\">\(kept)</\(name)>".utf8)
        bytes.replaceSubrange(own.range, with: new)
      }
      // A text may stand without a run, but then beside none.
      let whole = String(decoding: bytes, as: UTF8.self)
      return child.name == "r" ? whole : "<\(markup.prefix)r>\(whole)</\(markup.prefix)r>"
    }.joined()
  }

  private mutating func comment(at cell: CellReference, saying remark: String) -> String {
    let prefix = markup.prefix
    return "<\(prefix)comment ref=\"\(cell.text)\" authorId=\"\(author)\"><\(prefix)text>"
      + run(MarkWords.comment(remark)) + "</\(prefix)text></\(prefix)comment>"
  }

  private func run(_ text: String) -> String {
    let prefix = markup.prefix
    return "<\(prefix)r><\(prefix)rPr><\(prefix)sz val=\"9\"/><\(prefix)color indexed=\"81\"/>"
      + "<\(prefix)rFont val=\"Tahoma\"/><\(prefix)family val=\"2\"/></\(prefix)rPr>"
      + "<\(prefix)t xml:space=\"preserve\">\(XMLText.escaped(CellText.content(text)))</\(prefix)t></\(prefix)r>"
  }

  private func authorName(of comment: Markup.Element) -> String {
    let number = comment.attributes["authorId"].flatMap { Int($0) } ?? -1
    return authorNames.indices.contains(number) ? authorNames[number] : ""
  }

  private mutating func authorNumber() -> Int {
    if let number = authorNames.firstIndex(of: MarkWords.author) { return number }
    let prefix = markup.prefix
    edits.extend(
      authors, of: markup,
      with: Array("<\(prefix)author>\(MarkWords.author)</\(prefix)author>".utf8))
    return authorNames.count
  }
}
