import CEL
import CTEModel
import CTERulePack

/// Compiles the checked expressions of rules into functions over columns.
///
/// Equal identifiers have equal codes, so comparing them never touches a text.
struct RuleCompiler {
  let type: RecordType
  let lookups: [Lookup]
  let frame: Frame
  let year: FiscalYear
  let today: CalendarDay
  var keys: KeyTables
  private var variables: [String: RecordPlace] = [:]
  /// How many macros enclose the part that is being compiled.
  private var depth = 0

  init(
    type: RecordType, lookups: [Lookup], frame: Frame, year: FiscalYear, today: CalendarDay,
    keys: KeyTables
  ) {
    self.type = type
    self.lookups = lookups
    self.frame = frame
    self.year = year
    self.today = today
    self.keys = keys
  }

  /// Returns the function that answers an expression for the frame's current row.
  mutating func compile(_ expression: CheckedExpression) -> (Frame) -> Answer {
    condition(expression.root)
  }

  // MARK: - Parts

  private mutating func node(_ node: TypedNode) -> CompiledNode {
    switch node.kind {
    case .literal(let value): literal(value)
    case .variable(let name): variable(name)
    case .list(let elements): .list(elements.map { self.node($0) })
    case .select(let operand, let field): select(field, of: place(operand))
    case .has(let operand, let field): .condition(presence(of: field, in: place(operand)))
    case .call(let function, let arguments): call(function, arguments)
    case .quantifier(let quantifier, let variable, let list, let condition):
      .condition(quantify(quantifier, variable, list, condition))
    }
  }

  private func literal(_ value: Value) -> CompiledNode {
    switch value {
    case .bool(let value): .condition({ _ in Answer(value) })
    case .int(let value), .timestamp(let value): .number({ _ in value })
    case .string(let text): .literal(text)
    case .list, .record: .list([])
    }
  }

  private func variable(_ name: String) -> CompiledNode {
    if let place = variables[name] { return .record(place) }
    if name == "this" { return .record(.own) }
    if name == "year" { return .number { [number = Int64(year.number)] _ in number } }
    if name == "today" {
      return .number { [seconds = today.ordinal.secondsSinceEpoch] _ in seconds }
    }
    if let lookup = lookups.firstIndex(where: { $0.name == name }) {
      return lookups[lookup].expectsOne ? .record(.lookup(lookup)) : .records(lookup: lookup)
    }
    return select(name, of: .own)
  }

  private mutating func place(_ operand: TypedNode) -> RecordPlace {
    guard case .record(let place) = node(operand) else {
      preconditionFailure("the checker lets only records have fields")
    }
    return place
  }

  private mutating func condition(_ typed: TypedNode) -> (Frame) -> Answer {
    guard case .condition(let condition) = node(typed) else {
      preconditionFailure("the checker lets only questions be asked")
    }
    return condition
  }

  // MARK: - Fields

  private func recordType(at place: RecordPlace) -> RecordType {
    switch place {
    case .own: type
    case .lookup(let lookup), .element(let lookup, _): lookups[lookup].type
    }
  }

  private func select(_ name: String, of place: RecordPlace) -> CompiledNode {
    let type = recordType(at: place)
    guard let index = type.index(of: name) else {
      preconditionFailure("the checker lets only declared fields be read")
    }
    let code = code(of: index, at: place)
    switch type.fields[index].kind {
    case .key(let domain): return .key(domain, code)
    case .text:
      if case .own = place { return .text { $0.text(of: index) } }
      return .key(.word, code)
    case .wordSet:
      return .words { frame in frame.text(.word, code(frame))?.split(separator: ",") }
    case .boolean:
      return .condition { frame in
        let code = code(frame)
        return code == missingCode ? .missing : Answer(code == 1)
      }
    case .day:
      return .number { frame in
        let code = code(frame)
        return code == missingCode ? missingNumber : code.secondsSinceEpoch
      }
    case .year, .integer, .hundredths:
      return .number { frame in
        let code = code(frame)
        return code == missingCode ? missingNumber : Int64(code)
      }
    }
  }

  private func code(of field: Int, at place: RecordPlace) -> (Frame) -> Int32 {
    switch place {
    case .own: return { $0.fields[field].base[$0.cursors[0]] }
    case .lookup(let lookup):
      guard let column = frame.indexes[lookup]?.columns[field] else { return { _ in missingCode } }
      return { frame in
        let row = frame.cursors[0]
        let low = frame.lows[lookup].base[row]
        return low >= 0 && low < frame.highs[lookup].base[row] ? column.base[Int(low)] : missingCode
      }
    case .element(let lookup, let cursor):
      guard let column = frame.indexes[lookup]?.columns[field] else { return { _ in missingCode } }
      return { column.base[$0.cursors[cursor]] }
    }
  }

  private func presence(of name: String, in place: RecordPlace) -> (Frame) -> Answer {
    let type = recordType(at: place)
    guard let index = type.index(of: name) else { return { _ in .no } }
    if case .own = place, type.fields[index].kind == .text {
      return { Answer($0.text(of: index) != nil) }
    }
    let code = code(of: index, at: place)
    return { Answer(code($0) != missingCode) }
  }

  // MARK: - Macros

  private mutating func quantify(
    _ quantifier: Quantifier, _ variable: String, _ list: TypedNode, _ condition: TypedNode
  ) -> (Frame) -> Answer {
    guard case .records(let lookup) = node(list) else {
      // The only other list of records is an empty one that stands in the rule.
      return { _ in Answer(quantifier == .all) }
    }
    depth += 1
    defer { depth -= 1 }
    let cursor = depth
    let hidden = variables.updateValue(.element(lookup: lookup, cursor: cursor), forKey: variable)
    let holds = self.condition(condition)
    variables[variable] = hidden
    switch quantifier {
    case .exists: return Self.search(lookup, cursor, for: .yes, holds)
    case .all: return Self.search(lookup, cursor, for: .no, holds)
    case .existsOne: return Self.count(lookup, cursor, holds)
    }
  }

  /// An answer that decides ends the search; if none does, a missing one counts more than its opposite.
  private static func search(
    _ lookup: Int, _ cursor: Int, for decisive: Answer, _ holds: @escaping (Frame) -> Answer
  ) -> (Frame) -> Answer {
    let otherwise: Answer = decisive == .yes ? .no : .yes
    return { frame in
      let low = frame.lows[lookup].base[frame.cursors[0]]
      guard low >= 0 else { return .missing }
      var answer = otherwise
      for element in Int(low)..<Int(frame.highs[lookup].base[frame.cursors[0]]) {
        frame.cursors[cursor] = element
        let next = holds(frame)
        if next == decisive { return decisive }
        if next == .missing { answer = .missing }
      }
      return answer
    }
  }

  private static func count(
    _ lookup: Int, _ cursor: Int, _ holds: @escaping (Frame) -> Answer
  ) -> (Frame) -> Answer {
    { frame in
      let low = frame.lows[lookup].base[frame.cursors[0]]
      guard low >= 0 else { return .missing }
      var count = 0
      for element in Int(low)..<Int(frame.highs[lookup].base[frame.cursors[0]]) {
        frame.cursors[cursor] = element
        switch holds(frame) {
        case .yes: count += 1
        case .missing: return .missing
        case .no: continue
        }
      }
      return Answer(count == 1)
    }
  }

  // MARK: - Functions

  private mutating func call(_ function: Function, _ arguments: [TypedNode]) -> CompiledNode {
    switch function {
    case .and, .or:
      return .condition(
        Self.join(
          condition(arguments[0]), condition(arguments[1]), decisive: function == .and ? .no : .yes)
      )
    case .not:
      let inner = condition(arguments[0])
      return .condition { frame in
        switch inner(frame) {
        case .yes: .no
        case .no: .yes
        case .missing: .missing
        }
      }
    case .conditional:
      return conditional(condition(arguments[0]), node(arguments[1]), node(arguments[2]))
    default:
      return FunctionCompiler(keys: keys).compile(function, arguments.map { node($0) })
    }
  }

  private static func join(
    _ first: @escaping (Frame) -> Answer, _ second: @escaping (Frame) -> Answer, decisive: Answer
  ) -> (Frame) -> Answer {
    let otherwise: Answer = decisive == .yes ? .no : .yes
    return { frame in
      let left = first(frame)
      if left == decisive { return decisive }
      let right = second(frame)
      if right == decisive { return decisive }
      return left == .missing || right == .missing ? .missing : otherwise
    }
  }

  private func conditional(
    _ condition: @escaping (Frame) -> Answer, _ first: CompiledNode, _ second: CompiledNode
  ) -> CompiledNode {
    switch (first, second) {
    case (.condition(let first), .condition(let second)):
      return .condition { frame in
        switch condition(frame) {
        case .yes: first(frame)
        case .no: second(frame)
        case .missing: .missing
        }
      }
    case (.number(let first), .number(let second)):
      return .number { frame in
        switch condition(frame) {
        case .yes: first(frame)
        case .no: second(frame)
        case .missing: missingNumber
        }
      }
    default:
      let first = FunctionCompiler.text(first)
      let second = FunctionCompiler.text(second)
      return .text { frame in
        switch condition(frame) {
        case .yes: first(frame)
        case .no: second(frame)
        case .missing: nil
        }
      }
    }
  }
}

extension Int32 {
  /// The seconds from 1970 to midnight UTC of the day of which this is the ordinal.
  @inline(__always)
  var secondsSinceEpoch: Int64 { Int64(self - CalendarDay.epochOrdinal) * 86_400 }
}
