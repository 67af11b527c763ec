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

  private init(file: String, bytes: [UInt8], log: IssueLog) {
    self.file = file
    self.log = log
    lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  deinit {
    parser.deallocate()
  }

  /// Returns the document of a file, or nil after reporting why it can't be read.
  static func document(in bytes: [UInt8], file: String, log: IssueLog) -> YAMLNode? {
    YAMLReader(file: file, bytes: bytes, log: log).read(bytes)
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
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
      case YAML_STREAM_END_EVENT:
        throw refuse(event.start_mark, "the file is empty", help: nil)
      default:
        let root = try node(of: event)
        try refuseFurtherDocuments()
        return root
      }
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

  /// Says what the parser couldn't read; tabs and bytes that are no text are told in words of our own.
  private func unreadable() -> Unreadable {
    let mark = parser.pointee.problem_mark
    if parser.pointee.error == YAML_READER_ERROR {
      return refuse(yaml_mark_t(), "the file isn't text in UTF-8", help: "save it as UTF-8")
    }
    let line = Int(mark.line) < lines.count ? lines[Int(mark.line)] : ""
    if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
      return refuse(mark, "the line is indented with a tab", help: "indent with blanks")
    }
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the file can't be read"
    return refuse(
      mark, problem,
      help: "indent with blanks, and quote texts that hold ': ' or begin with a sign")
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
    if tag != nil {
      throw refuse(
        event.start_mark, "tags such as !!str aren't allowed in packs",
        help: "leave the tag out: every value is read as text first")
    }
  }

  private func scalar(_ event: yaml_event_t) throws(Unreadable) -> YAMLNode {
    let scalar = event.data.scalar
    try refuse(anchor: scalar.anchor, tag: scalar.tag, event)
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    var node = YAMLNode(
      content: .scalar(String(decoding: bytes, as: UTF8.self)), origin: origin(event.start_mark))
    node.isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
    if node.isQuoted || event.start_mark.line != event.end_mark.line {
      node.writing = writing(from: event.start_mark, to: event.end_mark)
    }
    return node
  }

  /// Returns what stands in the file between two places.
  private func writing(from start: yaml_mark_t, to end: yaml_mark_t) -> String {
    let first = Int(start.line)
    guard first < lines.count else { return "" }
    let rest = String(String.UnicodeScalarView(lines[first].unicodeScalars.dropFirst(start.column)))
    guard end.line > start.line else { return rest }
    let further = lines[(first + 1)...min(Int(end.line), lines.count - 1)]
    return ([rest] + further.map(String.init)).joined(separator: "\n")
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
