import CEL
import CTETestKit

/// Writes random expressions of a type over the variables of the sample world.
struct ExpressionGenerator {
  var random: SeededGenerator
  /// The variables of macros around the part that is being written.
  private var locals: [(name: String, type: ValueType)] = []
  private var count = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  static let types: [ValueType] = [
    .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .list(.int),
    .list(.string), .map(.string, .int), .optional(.int),
  ]

  /// Returns an expression of any type.
  mutating func expression() -> String {
    locals = []
    count = 0
    return write(random.pick(Self.types), 2 + random.below(4))
  }

  private mutating func write(_ type: ValueType, _ depth: Int) -> String {
    count += 1
    if depth == 0 || count > 60 || random.below(5) == 0 { return leaf(type) }
    if random.below(12) == 0 { return wrapped(type, depth - 1) }
    switch type {
    case .bool: return bool(depth - 1)
    case .int: return int(depth - 1)
    case .uint: return number(.uint, ["+", "-", "*", "/", "%"], depth - 1)
    case .double: return number(.double, ["+", "-", "*", "/"], depth - 1)
    case .string: return string(depth - 1)
    case .bytes: return random.below(2) == 0 ? "bytes(\(write(.string, depth - 1)))" : leaf(type)
    case .timestamp:
      return "(\(write(.timestamp, depth - 1)) \(random.pick(["+", "-"])) \(write(.duration, 0)))"
    case .duration:
      return random.below(2) == 0
        ? "\(write(.timestamp, 0)) - \(write(.timestamp, 0))"
        : "(\(write(.duration, depth - 1)) + \(write(.duration, 0)))"
    case .list(let element): return list(element, depth - 1)
    case .map: return map(depth - 1)
    case .optional: return optional(depth - 1)
    default: return leaf(type)
    }
  }

  private mutating func leaf(_ type: ValueType) -> String {
    let known = locals.filter { $0.type == type }.map(\.name)
    if !known.isEmpty, random.below(2) == 0 { return random.pick(known) }
    switch type {
    case .bool: return random.pick(["true", "false", "b", "has(r.nick)", "has(r.name)"])
    case .int:
      return random.pick([
        "0", "1", "-1", "7", "i", "j", "r.grade", "9223372036854775807", "-9223372036854775808",
        "gone", "0x1F", "size(c)", "m.a", "m['z']", "l[1]", "half(i + 1)", "w",
      ])
    case .uint: return random.pick(["0u", "5u", "u", "18446744073709551615u"])
    case .double: return random.pick(["0.0", "2.5", "-1e3", "d", "1.0 / 0.0", ".5"])
    case .string:
      return random.pick([
        "''", "'abc'", "\"a\\n\\u00e9\"", "s", "r.name", "r.nick", "r'\\d'", "string(x)", "k[0]",
        "s.shout()",
      ])
    case .bytes: return random.pick(["b''", "b'\\xff'", "y"])
    case .timestamp:
      return random.pick(["t", "timestamp('2026-07-01T00:00:00Z')", "timestamp(0)"])
    case .duration: return random.pick(["p", "duration('1h30m')", "duration('-1ns')"])
    case .list(.string): return random.pick(["k", "['abc', 'b']", "[]", "r.courses"])
    case .list: return random.pick(["l", "[1, 2, 3]", "[]", "[?o, 2]"])
    case .map: return random.pick(["m", "{}", "{'a': 1}", "{?'q': o}"])
    case .optional: return random.pick(["o", "optional.none()", "m.?a", "l[?9]", "r.?grade"])
    default: return "null"
    }
  }

  /// An expression that any type may have.
  private mutating func wrapped(_ type: ValueType, _ depth: Int) -> String {
    switch random.below(4) {
    case 0:
      return "(\(write(.bool, depth)) ? \(write(type, depth)) : \(write(type, depth)))"
    case 1:
      let name = fresh(.int)
      let value = write(.int, depth)
      let text = "cel.bind(\(name), \(value), \(inside { $0.write(type, depth) }))"
      return text
    case 2: return "[\(write(type, depth)), \(write(type, 0))][\(random.below(3))]"
    default: return "(\(write(type, depth)))"
    }
  }

  /// Makes up a variable, which is there until what is written inside of it is done.
  private mutating func fresh(_ type: ValueType) -> String {
    let name = "v\(locals.count)"
    locals.append((name, type))
    return name
  }

  private mutating func inside(_ body: (inout Self) -> String) -> String {
    let text = body(&self)
    locals.removeLast()
    return text
  }

  private mutating func bool(_ depth: Int) -> String {
    switch random.below(12) {
    case 0: return "!\(paren(.bool, depth))"
    case 1: return "\(paren(.bool, depth)) \(random.pick(["&&", "||"])) \(paren(.bool, depth))"
    case 2:
      return "\(paren(.bool, depth)) || \(paren(.bool, depth)) || \(paren(.bool, 0))"
    case 3, 4:
      let type = random.pick(Self.types)
      return "\(paren(type, depth)) \(random.pick(["==", "!="])) \(paren(type, depth))"
    case 5:
      let type = random.pick([ValueType.int, .uint, .double, .string, .timestamp, .duration])
      let sign = random.pick(["<", "<=", ">", ">="])
      return "\(paren(type, depth)) \(sign) \(paren(type, depth))"
    case 6: return "\(paren(.int, depth)) in \(write(.list(.int), depth))"
    case 7: return "\(paren(.string, depth)) in \(random.pick(["['abc', '520']", "k", "m"]))"
    case 8:
      let name = random.pick(["startsWith", "endsWith", "contains", "matches"])
      let argument = name == "matches" ? random.pick(["'a+'", "'^(a|b)*$'", "s"]) : leaf(.string)
      return "\(paren(.string, depth)).\(name)(\(argument))"
    case 9: return question(depth)
    case 10:
      return random.pick([
        "c.exists(e, e.code == '520')", "c.all(e, e.credits == 1 || e.code == s)",
        "c.exists_one(e, e.day > t && has(e.credits))", "m.exists(q, v, v > i)",
        "l.all(n, v, v >= n)",
      ])
    default: return "\(paren(.optional(.int), depth)).hasValue()"
    }
  }

  private mutating func question(_ depth: Int) -> String {
    let range = write(.list(.int), depth)
    let name = fresh(.int)
    let macro = random.pick(["exists", "all", "exists_one"])
    return "\(range).\(macro)(\(name), \(inside { $0.write(.bool, depth) }))"
  }

  private mutating func int(_ depth: Int) -> String {
    switch random.below(9) {
    case 0, 1, 2: return number(.int, ["+", "-", "*", "/", "%"], depth)
    case 3: return "-\(paren(.int, depth))"
    case 4: return "size(\(write(random.pick([.string, .list(.int), .bytes]), depth)))"
    case 5: return "int(\(write(random.pick([.double, .uint, .timestamp]), depth)))"
    case 6: return "\(paren(.string, depth)).indexOf(\(leaf(.string)))"
    case 7: return "\(paren(.optional(.int), depth)).orValue(\(write(.int, depth)))"
    default: return "math.greatest(\(write(.int, depth)), \(write(.int, depth)), 3)"
    }
  }

  private mutating func number(_ type: ValueType, _ signs: [String], _ depth: Int) -> String {
    "\(paren(type, depth)) \(random.pick(signs)) \(paren(type, depth))"
  }

  private mutating func string(_ depth: Int) -> String {
    switch random.below(6) {
    case 0, 1: return "\(paren(.string, depth)) + \(paren(.string, depth))"
    case 2: return "string(\(write(random.pick([.int, .double, .timestamp, .bool]), depth)))"
    case 3: return "\(paren(.string, depth)).substring(\(random.below(4)))"
    case 4: return "'%s-%d'.format([\(write(.string, depth)), \(write(.int, depth))])"
    default: return "\(write(.list(.string), depth)).join('-')"
    }
  }

  private mutating func list(_ element: ValueType, _ depth: Int) -> String {
    switch random.below(5) {
    case 0: return "[\(write(element, depth)), \(write(element, depth))]"
    case 1: return "\(paren(.list(element), depth)) + \(paren(.list(element), depth))"
    case 2:
      let range = write(.list(element), depth)
      let name = fresh(element)
      return "\(range).filter(\(name), \(inside { $0.write(.bool, depth) }))"
    case 3:
      let range = write(.list(.int), depth)
      let name = fresh(.int)
      return "\(range).map(\(name), \(inside { $0.write(element, depth) }))"
    default: return element == .string ? "c.map(e, e.code)" : leaf(.list(element))
    }
  }

  private mutating func map(_ depth: Int) -> String {
    switch random.below(3) {
    case 0: return "{\(write(.string, depth)): \(write(.int, depth)), 'z': \(write(.int, 0))}"
    case 1: return "\(leaf(.map(.string, .int))).transformMap(q, v, v + \(write(.int, depth)))"
    default: return leaf(.map(.string, .int))
    }
  }

  private mutating func optional(_ depth: Int) -> String {
    switch random.below(4) {
    case 0: return "optional.of(\(write(.int, depth)))"
    case 1: return "\(write(.list(.int), depth))[?\(write(.int, depth))]"
    case 2: return "\(paren(.optional(.int), depth)).or(\(write(.optional(.int), depth)))"
    default:
      let range = write(.optional(.int), depth)
      let name = fresh(.int)
      return "\(range).optMap(\(name), \(inside { $0.write(.int, depth) }))"
    }
  }

  private mutating func paren(_ type: ValueType, _ depth: Int) -> String {
    "(\(write(type, depth)))"
  }
}
