/// The keys of a mapping in a pack's file, and what stands at each.
///
/// Shapes are the one description of what files may look like: the loader reads files by them, and editors get them as JSON Schema.
struct Shape: Sendable {
  /// The name of what is described, such as `rule`.
  let name: String
  /// What it is, in one sentence.
  let summary: String
  let keys: [Key]

  struct Key: Sendable {
    let name: String
    let content: ShapeContent
    let isRequired: Bool
    /// What the key says, in one sentence.
    let summary: String
    /// Whether its value, or an element of it, can't differ by year, because it is read before the year is known.
    private(set) var isConstant = false

    /// The same key, with one value for all years.
    var constant: Key {
      var key = self
      key.isConstant = true
      return key
    }

    static func required(_ name: String, _ content: ShapeContent, _ summary: String) -> Key {
      Key(name: name, content: content, isRequired: true, summary: summary)
    }

    static func optional(_ name: String, _ content: ShapeContent, _ summary: String) -> Key {
      Key(name: name, content: content, isRequired: false, summary: summary)
    }
  }

  init(_ name: String, _ summary: String, _ keys: [Key]) {
    self.name = name
    self.summary = summary
    self.keys = keys
  }

  func key(_ name: String) -> Key? { keys.first { $0.name == name } }
}

/// What may stand at a place of a file.
indirect enum ShapeContent: Sendable {
  /// A text for people.
  case text
  /// Any text, also an empty one.
  case value
  /// The name of something that the pack defines elsewhere, such as a scheme.
  case reference(to: Referent)
  /// An expression of the rule language.
  case expression
  /// A text with places for values, such as `no program {program}`.
  case template
  /// `true` or `false`.
  case flag
  /// A whole number.
  case number(ClosedRange<Int>)
  /// One of some words.
  case choice([String])
  /// A day as `yyyy-mm-dd`.
  case day
  /// A day of every year, as `mm-dd`.
  case monthDay
  case list(ShapeContent)
  case shape(Shape)
  /// A mapping whose keys are names, each with the same kind of content.
  case names(NameKind, ShapeContent)
  /// One of several, told apart by whether it is a text, a list or a mapping.
  case either([ShapeContent])
  /// Whatever a parameter's kind asks for.
  case anything

  /// What a name in a pack refers to.
  enum Referent: Sendable {
    case pack, file, source, scheme, codeList, code, field, recordType, rule, format, column
    /// A field of the record, or of what a look-up finds.
    case path
  }

  /// What the keys of a mapping are.
  enum NameKind: Sendable {
    /// Names that the author gives.
    case own(String)
    /// Fields of a record, or of what a look-up finds.
    case fields
    /// Words as files or lists have them; they may look like years, so such a mapping has no dated entries.
    case words
  }
}

extension ShapeContent.NameKind {
  var isDatable: Bool {
    if case .words = self { false } else { true }
  }
}
