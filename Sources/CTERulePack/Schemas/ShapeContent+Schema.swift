import CTEModel

// What may stand in files, as JSON Schema. Draft 7 is the version that the YAML servers of editors know best.
extension ShapeContent {
  /// The schema of what may stand at a place in every year. What it has in it is referred to.
  var schema: OrderedJSON {
    switch self {
    case .reference(to: .recordType): Self.oneOf(RecordType.all.map(\.name))
    // Every scalar of a pack is text first: `version: 1` is one too.
    case .text, .expression, .template, .reference:
      ["type": ["string", "number", "boolean"], "minLength": 1]
    case .value: ["type": ["string", "number", "boolean", "null"]]
    case .flag: ["type": "boolean"]
    case .number(let range):
      [
        "type": "integer", "minimum": .number(range.lowerBound),
        "maximum": .number(range.upperBound),
      ]
    case .choice(let words): Self.oneOf(words)
    case .day: ["type": "string", "pattern": .text("^\(Self.yearPattern)-\(Self.dayPattern)$")]
    case .monthDay: ["type": "string", "pattern": .text("^\(Self.looseDayPattern)$")]
    case .list(let element): ["type": "array", "items": element.datedReference]
    case .shape(let shape): shape.schema
    case .names(_, let value): ["type": "object", "additionalProperties": value.datedReference]
    case .either(let contents): ["anyOf": .list(contents.map(\.reference))]
    case .anything: [:]
    }
  }

  /// The schema of a place: what may stand there, or a mapping that has it by year.
  ///
  /// The condition decides as the loader does, so that a mistake is told of the one that was meant.
  private var datedSchema: OrderedJSON {
    [
      "if": ["$ref": "#/definitions/byYear"],
      "then": ["additionalProperties": ["anyOf": [["type": "null"], datedReference]]],
      "else": reference,
    ]
  }

  private var isDatable: Bool {
    switch self {
    case .names(let kind, _): kind.isDatable
    case .anything: false  // By year or not, whatever stands there will do.
    default: true
    }
  }

  private static func oneOf(_ words: [String]) -> OrderedJSON {
    ["enum": .list(words.map { .text($0) })]
  }

  private static let yearPattern = "[0-9]{4}"
  private static let dayPattern = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
  private static let looseDayPattern = "(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])"

  /// A mapping whose keys are all years or days.
  private static let byYear: OrderedJSON = [
    "type": "object", "minProperties": 1,
    "patternProperties": .object([("^([1-9][0-9]{3}|\(yearPattern)-\(dayPattern))$", [:])]),
    "additionalProperties": false,
  ]
}

// MARK: - Definitions

extension ShapeContent {
  private var reference: OrderedJSON { ["$ref": .text("#/definitions/\(name)")] }

  /// Refers to the content as a place has it, by year or not.
  var datedReference: OrderedJSON {
    isDatable ? ["$ref": .text("#/definitions/dated.\(name)")] : reference
  }

  /// Refers to the content as a place has it where it can't differ by year, and neither can its elements.
  fileprivate var constantReference: OrderedJSON {
    if case .list(let element) = self {
      ["type": "array", "items": element.reference]
    } else {
      reference
    }
  }

  /// The definitions of all that the content has in it, in the order in which it is met.
  var definitions: [(key: String, value: OrderedJSON)] {
    var names: Set<String> = []
    let all = parts.filter { names.insert($0.name).inserted }
    return [("byYear", Self.byYear)]
      + all.flatMap { part in
        [(part.name, part.schema)]
          + (part.isDatable ? [("dated.\(part.name)", part.datedSchema)] : [])
      }
  }

  /// All that the content has in it, also more than once.
  private var parts: [ShapeContent] {
    switch self {
    case .shape(let shape): shape.keys.flatMap { [$0.content] + $0.content.parts }
    case .list(let content), .names(_, let content): [content] + content.parts
    case .either(let contents): contents.flatMap { [$0] + $0.parts }
    default: []
    }
  }

  /// A name that only equal contents share.
  private var name: String {
    switch self {
    case .reference(to: .recordType): "recordType"
    case .text, .expression, .template, .reference: "text"
    case .value: "value"
    case .flag: "flag"
    case .number(let range): "number.\(range.lowerBound).\(range.upperBound)"
    case .choice(let words): words.joined(separator: ".")
    case .day: "day"
    case .monthDay: "monthDay"
    case .list(let element): "list.\(element.name)"
    case .shape(let shape): shape.name
    case .names(let kind, let value): "\(kind.isDatable ? "names" : "words").\(value.name)"
    case .either(let contents): "either.\(contents.map(\.name).joined(separator: "."))"
    case .anything: "anything"
    }
  }
}

extension Shape {
  /// The schema of a mapping with these keys.
  var schema: OrderedJSON {
    [
      "description": .text(summary),
      "type": "object",
      "properties": .object(
        keys.map { key in
          let content = key.content
          let reference = key.isConstant ? content.constantReference : content.datedReference
          return (key.name, ["description": .text(key.summary)] + reference)
        }),
      "required": .list(keys.filter(\.isRequired).map { .text($0.name) }),
      "additionalProperties": false,
    ]
  }
}
