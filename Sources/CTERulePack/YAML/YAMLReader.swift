import CLibYAML

/// Reads a YAML document into nodes that know their places, by libyaml's events.
final class YAMLReader {
  private static let maximumDepth = 20
  private let file: String
  /// The parser keeps its own address, so it must stay where it is.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private var depth = 0
  private let log: IssueLog
  /// The lines of the file, for what is written otherwise than it reads.
  private let lines: [Substring]
  /// The signs of the line that was last asked for; a long line is asked for again and again.
  private var signs: (line: Int, all: [Unicode.Scalar])?
  /// Where the last text between quotes began and ended.
  private var quoted: (start: yaml_mark_t, end: yaml_mark_t)?

  private init(file: String, bytes: [UInt8], log: IssueLog) {
    self.file = file
    self.log = log
    lines = Self.lines(of: String(decoding: bytes, as: UTF8.self))
  }

  /// Returns the lines of a text as libyaml counts them.
  private static func lines(of text: String) -> [Substring] {
    let scalars = text.unicodeScalars
    var lines: [Substring] = []
    var (start, place) = (scalars.startIndex, scalars.startIndex)
    while place < scalars.endIndex {
      let scalar = scalars[place]
      var next = scalars.index(after: place)
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(text[start..<place])
        if scalar == "\r", next < scalars.endIndex, scalars[next] == "\n" {
          next = scalars.index(after: next)
        }
        start = next
      default: break
      }
      place = next
    }
    return lines + [text[start...]]
  }

  deinit {
    parser.deallocate()
  }

  /// Returns the document of a file, or nil after reporting why it can't be read.
  static func document(in bytes: [UInt8], file: String, log: IssueLog) -> YAMLNode? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    if let place = firstPlaceOutsideUTF8(of: text, file: file) {
      log.report(at: place, "the file isn't text in UTF-8", help: "save it as UTF-8")
      return nil
    }
    return YAMLReader(file: file, bytes: text, log: log).read(text)
  }

  private static func firstPlaceOutsideUTF8(
    of bytes: [UInt8], file: String
  ) -> PackIssue.Origin? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var (line, column) = (1, 1)
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return PackIssue.Origin(file: file, line: line, column: column)
  }

  /// Thrown after the issue has been reported.
  private struct Unreadable: Error {}

  private func read(_ bytes: [UInt8]) -> YAMLNode? {
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    defer { yaml_parser_delete(parser) }
    return bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      return try? document()  // The issue has been reported where it was met.
    }
  }

  private func document() throws(Unreadable) -> YAMLNode? {
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_START_EVENT: continue
      case YAML_DOCUMENT_START_EVENT: try refuseDirectives(of: event)
      case YAML_STREAM_END_EVENT:
        throw refuse(event.start_mark, "the file is empty", help: nil)
      default:
        let root = try node(of: event)
        try refuseFurtherDocuments()
        return root
      }
    }
  }

  private func refuseDirectives(of event: yaml_event_t) throws(Unreadable) {
    let start = event.data.document_start
    if start.version_directive != nil || start.tag_directives.start != start.tag_directives.end {
      throw refuse(
        event.start_mark, "directives aren't allowed in packs", help: "take the line out")
    }
  }

  private func refuseFurtherDocuments() throws(Unreadable) {
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return }
      if event.type == YAML_DOCUMENT_START_EVENT {
        throw refuse(
          event.start_mark, "a second document begins here", help: "keep one document to a file")
      }
    }
  }

  private func next() throws(Unreadable) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      throw unreadable()
    }
    return event
  }

  private func unreadable() -> Unreadable {
    let trouble = YAMLTrouble(parser.pointee, lines: lines, quoted: quoted)
    log.report(
      at: .init(file: file, line: trouble.place.line + 1, column: trouble.place.column + 1),
      trouble.problem, help: trouble.help)
    return Unreadable()
  }

  private func origin(_ mark: yaml_mark_t) -> PackIssue.Origin {
    PackIssue.Origin(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func refuse(_ mark: yaml_mark_t, _ problem: String, help: String?) -> Unreadable {
    log.report(at: origin(mark), problem, help: help)
    return Unreadable()
  }

  private func node(of event: yaml_event_t) throws(Unreadable) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw refuse(event.start_mark, "nested deeper than \(Self.maximumDepth)", help: nil)
    }
    switch event.type {
    case YAML_SCALAR_EVENT: return try scalar(event)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      try refuse(anchor: start.anchor, tag: start.tag, event)
      return YAMLNode(content: .sequence(try elements()), origin: origin(event.start_mark))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      try refuse(anchor: start.anchor, tag: start.tag, event)
      return YAMLNode(content: .mapping(try entries()), origin: origin(event.start_mark))
    default:
      throw refuse(
        event.start_mark, "aliases aren't allowed in packs",
        help: "write the value out where it holds")
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?,
    _ event: yaml_event_t
  ) throws(Unreadable) {
    if anchor != nil {
      throw refuse(
        event.start_mark, "anchors aren't allowed in packs",
        help: "write the value out where it holds")
    }
    if let tag {
      // What isn't YAML's own was meant for a text, such as an expression that begins with '!'.
      guard tag.pointee == UInt8(ascii: "!") else {
        throw refuse(
          event.start_mark, "tags such as !!str aren't allowed in packs",
          help: "leave the tag out: every value is read as text first")
      }
      throw refuse(
        event.start_mark, "a text that begins with '!' is a tag to YAML",
        help: "put quotes around the text")
    }
  }

  private func scalar(_ event: yaml_event_t) throws(Unreadable) -> YAMLNode {
    let scalar = event.data.scalar
    try refuse(anchor: scalar.anchor, tag: scalar.tag, event)
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    var node = YAMLNode(
      content: .scalar(String(decoding: bytes, as: UTF8.self)), origin: origin(event.start_mark))
    node.isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
    if node.isQuoted { quoted = (event.start_mark, event.end_mark) }
    if node.isQuoted || event.start_mark.line != event.end_mark.line {
      node.writing = writing(from: event.start_mark, to: event.end_mark)
    }
    if !node.isQuoted { node.cut = cut(at: event.end_mark) }
    return node
  }

  /// Returns the place of a `#` after a text that it may not have been meant to end; a blank follows it where a comment was meant.
  private func cut(at end: yaml_mark_t) -> PackIssue.Origin? {
    guard Int(end.line) < lines.count else { return nil }
    let rest = signs(ofLine: Int(end.line)).dropFirst(end.column)
    let blanks = rest.prefix { $0 == " " }.count
    let sign = rest.dropFirst(blanks)
    guard blanks > 0, sign.first == "#", let next = sign.dropFirst().first, next != " ", next != "#"
    else { return nil }
    let place = origin(end)
    return PackIssue.Origin(file: file, line: place.line, column: place.column + blanks)
  }

  /// Returns what stands in the file between two places, to the end of the last line where there are several.
  private func writing(from start: yaml_mark_t, to end: yaml_mark_t) -> String {
    let first = Int(start.line)
    guard first < lines.count else { return "" }
    let line = signs(ofLine: first)
    let isOneLine = end.line == start.line
    let column = isOneLine ? min(end.column, line.count) : line.count
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line[..<column].dropFirst(start.column))
    if isOneLine { return String(text) }
    let further = lines[(first + 1)...min(Int(end.line), lines.count - 1)]
    return ([String(text)] + further.map(String.init)).joined(separator: "\n")
  }

  private func signs(ofLine line: Int) -> [Unicode.Scalar] {
    if let signs, signs.line == line { return signs.all }
    let all = Array(lines[line].unicodeScalars)
    signs = (line, all)
    return all
  }

  private func elements() throws(Unreadable) -> [YAMLNode] {
    var elements: [YAMLNode] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_SEQUENCE_END_EVENT { return elements }
      elements.append(try node(of: event))
    }
  }

  private func entries() throws(Unreadable) -> [(key: YAMLNode, value: YAMLNode)] {
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    var places: [String: PackIssue.Origin] = [:]
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return entries }
      let key = try node(of: event)
      guard let name = key.scalar else {
        throw refuse(event.start_mark, "a key is a text, not \(key.kind)", help: nil)
      }
      guard name != "<<" || key.isQuoted else {
        throw refuse(
          event.start_mark, "merges aren't allowed in packs",
          help: "write the keys out where they hold")
      }
      var valueEvent = try next()
      defer { yaml_event_delete(&valueEvent) }
      let value = try node(of: valueEvent)
      if let first = places.updateValue(key.origin, forKey: name) {
        log.report(
          at: key.origin, "the key '\(name)' stands here again",
          help: "it first stands at \(first.line):\(first.column); keep one of them")
      } else {
        entries.append((key, value))
      }
    }
  }
}
