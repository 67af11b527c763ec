import CTEModel

@testable import CTERulePack

/// A word of a pack's file that must be spelled as it is: a key, or a name that is defined elsewhere.
struct Spelled {
  let word: String
  let origin: PackIssue.Origin
  /// Whether any other word would do as well, so that a misspelt one can't be known.
  let isFree: Bool
}

/// Collects the words of files that must be spelled as they are, by the files' shapes.
struct SpelledWords {
  private(set) var words: [Spelled] = []

  init(of file: YAMLNode, as content: ShapeContent) {
    collect(file, content)
  }

  private mutating func add(_ word: String, at origin: PackIssue.Origin, isFree: Bool = false) {
    words.append(Spelled(word: word, origin: origin, isFree: isFree))
  }

  private mutating func collect(_ node: YAMLNode, _ content: ShapeContent) {
    if let entries = node.entries, isDated(entries), canBeDated(content) {
      for entry in entries where !entry.value.isNothing { collect(entry.value, content) }
      return
    }
    switch content {
    case .shape(let shape): collect(node, shape)
    case .list(let element): node.elements?.forEach { collect($0, element) }
    case .names(let kind, let value):
      for (key, child) in node.entries ?? [] {
        if case .fields = kind { add(key.scalar ?? "", at: key.origin) }
        collect(child, value)
      }
    case .either(let contents):
      contents.first { $0.takes(node) }.map { collect(node, $0) }
    case .choice: add(node.scalar ?? "", at: node.origin)
    case .reference(let referent): collect(node, reference: referent)
    case .expression, .template: collectNames(node, content)
    case .text, .value, .flag, .number, .day, .monthDay, .anything: break
    }
  }

  private mutating func collect(_ node: YAMLNode, _ shape: Shape) {
    for (key, value) in node.entries ?? [] {
      add(key.scalar ?? "", at: key.origin)
      if let known = shape.key(key.scalar ?? "") { collect(value, known.content) }
    }
  }

  private mutating func collect(_ node: YAMLNode, reference: ShapeContent.Referent) {
    let text = node.scalar ?? ""
    let start = ScalarPlaces(node).origin(line: 1, column: 1)
    switch reference {
    case .source: add(String(text.prefix { $0 != "," && $0 != " " }), at: start)
    case .path:
      let last = text.split(separator: ".").last.map(String.init) ?? ""
      add(last, at: start.moved(by: text.count - last.count))
    // Files are found by the extended pack's name before anything is read of them.
    case .pack: break
    // Words are only known where a field has a code list; 'year' means the year that is loaded.
    case .code: add(text, at: start, isFree: true)
    default: add(text, at: start)
    }
  }

  /// The names in expressions and between braces.
  private mutating func collectNames(_ node: YAMLNode, _ content: ShapeContent) {
    let text = node.scalar ?? ""
    let places = ScalarPlaces(node)
    for (word, column) in content.names(in: text) where word.count > 2 || word == "id" {
      let line = text.prefix(column).count { $0 == "\n" } + 1
      add(word, at: places.origin(line: line, column: column + 1))
    }
  }

  private func isDated(_ entries: [(key: YAMLNode, value: YAMLNode)]) -> Bool {
    !entries.isEmpty && entries.allSatisfy { DatedKey($0.key, calendar: .july) != nil }
  }

  private func canBeDated(_ content: ShapeContent) -> Bool {
    if case .names(let kind, _) = content { kind.isDatable } else { true }
  }
}

extension ShapeContent {
  fileprivate func takes(_ node: YAMLNode) -> Bool {
    switch self {
    case .list: node.elements != nil
    case .shape, .names: node.entries != nil
    default: node.scalar != nil
    }
  }

  /// The names in an expression of one line, or in the braces of a template, each with its offset.
  fileprivate func names(in text: String) -> [(String, Int)] {
    var names: [(String, Int)] = []
    var isText = false
    var isName = false
    if case .template = self { isName = false } else { isName = true }
    let isTemplate = !isName
    var word = ""
    for (offset, character) in (text + " ").enumerated() {
      if !isTemplate, character == "'" || character == "\"" { isText.toggle() }
      let isLetter = character.isLetter || character == "_" || (character.isNumber && !word.isEmpty)
      if isLetter, !isText, isTemplate ? isName : true {
        word.append(character)
      } else {
        if !word.isEmpty { names.append((word, offset - word.count)) }
        word = ""
      }
      if isTemplate {
        if character == "{" { isName = true }
        if character == "}" { isName = false }
      }
    }
    return names
  }
}
