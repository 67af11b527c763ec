import CLibYAML

/// Reads a YAML document into nodes that know their places, by libyaml's events.
final class YAMLReader {
  private static let maximumDepth = 20
  private let file: String
  /// The parser keeps its own address, so it must stay where it is.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private var depth = 0
  private let log: IssueLog

  private init(file: String, log: IssueLog) {
    self.file = file
    self.log = log
  }

  deinit {
    parser.deallocate()
  }

  /// Returns the document of a file, or nil after reporting why it can't be read.
  static func document(in bytes: [UInt8], file: String, log: IssueLog) -> YAMLNode? {
    YAMLReader(file: file, log: log).read(bytes)
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
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the file can't be read"
      throw refuse(
        parser.pointee.problem_mark, problem,
        help: "indent with blanks, and quote texts that hold ': ' or begin with a sign")
    }
    return event
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
      try refuseAnchor(event.data.sequence_start.anchor, event)
      return YAMLNode(content: .sequence(try elements()), origin: origin(event.start_mark))
    case YAML_MAPPING_START_EVENT:
      try refuseAnchor(event.data.mapping_start.anchor, event)
      return YAMLNode(content: .mapping(try entries()), origin: origin(event.start_mark))
    default:
      throw refuse(
        event.start_mark, "aliases aren't allowed in packs",
        help: "write the value out where it holds")
    }
  }

  private func refuseAnchor(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ event: yaml_event_t
  ) throws(Unreadable) {
    guard anchor != nil else { return }
    throw refuse(
      event.start_mark, "anchors aren't allowed in packs",
      help: "write the value out where it holds")
  }

  private func scalar(_ event: yaml_event_t) throws(Unreadable) -> YAMLNode {
    let scalar = event.data.scalar
    try refuseAnchor(scalar.anchor, event)
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    var node = YAMLNode(
      content: .scalar(String(decoding: bytes, as: UTF8.self)), origin: origin(event.start_mark))
    node.isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
    return node
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
