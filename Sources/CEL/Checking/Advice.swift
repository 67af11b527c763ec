/// What people mean who know other languages, and what to do where types don't go together.
enum Advice {
  /// Returns what a word stands for that is no operator of the language.
  static func hint(forWord word: String) -> String? {
    switch word.lowercased() {
    case "and": "; did you mean '&&'?"
    case "or": "; did you mean '||'?"
    case "not": "; did you mean '!'?"
    case "in": "; did you mean 'in'?"
    case "is": "; whether a field is there is asked with has(this.field)"
    case "between": "; write 9 <= grade && grade <= 12"
    case "like", "contains", "startswith", "endswith", "matches":
      "; write text.contains(\"part\"), or startsWith, endsWith or matches"
    default: nil
    }
  }

  /// Returns what an undeclared name stands for in other languages.
  static func hint(forName name: String) -> String? {
    switch name.lowercased() {
    case "true", "yes": "; did you mean 'true'?"
    case "false", "no": "; did you mean 'false'?"
    case "null", "nil", "none": "; did you mean 'null'?"
    case "not": "; did you mean '!'?"
    default: nil
    }
  }

  /// Returns what a function of other languages is called.
  static func hint(forFunction name: String) -> String? {
    switch name.lowercased() {
    case "if", "iif", "iff": return "; write condition ? first : second"
    case "and": return "; write first && second"
    case "or": return "; write first || second"
    case "not": return "; write !condition"
    case "isnull", "isblank", "isempty", "exist":
      return "; whether a field is there is asked with has(this.field)"
    default: break
    }
    let known = [
      "len": "size", "length": "size", "count": "size", "upper": "upperAscii",
      "touppercase": "upperAscii", "lower": "lowerAscii", "tolowercase": "lowerAscii",
      "any": "exists", "some": "exists", "every": "all", "where": "filter", "select": "map",
      "substr": "substring", "mid": "substring", "left": "substring", "includes": "contains",
      "max": "math.greatest", "math.max": "math.greatest", "min": "math.least",
      "math.min": "math.least", "abs": "math.abs", "round": "math.round", "year": "getFullYear",
      "getyear": "getFullYear", "date": "timestamp", "datetime": "timestamp",
      "getday": "getDate", "concat": "join",
    ]
    return known[name.lowercased()].map { "; did you mean '\($0)'?" }
  }

  /// Returns what to do where an operator doesn't take two types.
  static func hint(for name: String, _ types: [ValueType]) -> String? {
    if let kind = types.lazy.compactMap(\.denotedRecord).first {
      return "; '\(kind)' is a kind of record, not a value"
    }
    if name == "!" { return "; put parentheses around what is denied" }
    guard types.count == 2, name.first?.isLetter != true || name == "in" else { return nil }
    let both = Set(types)
    if both.contains(.null) { return "; whether a field is there is asked with has(this.field)" }
    if both.contains(.double), both.contains(.int) {
      return "; write whole numbers as 1.0, or double(…)"
    }
    if both == [.int, .uint] { return "; write unsigned numbers as 1u, or int(…)" }
    if both.contains(.timestamp), !both.contains(.duration) {
      return "; a day is written timestamp(\"2026-07-01T00:00:00Z\")"
    }
    if name == "+", both.contains(.string) { return "; write string(…)" }
    if both == [.string, .int] { return "; a text stands in quotation marks, a number doesn't" }
    if types.contains(where: \.isOptional) { return "; write .orValue(…) for where there is none" }
    return nil
  }
}

extension ValueType {
  /// The name of the kind of record that stands where a value should.
  fileprivate var denotedRecord: String? {
    if case .type(.record(let name)) = self { return name }
    return nil
  }

  fileprivate var isOptional: Bool {
    if case .optional = self { return true }
    return false
  }
}
