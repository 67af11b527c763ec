import CEL
import CTEModel
import CTERulePack

/// Compiles functions of compiled arguments.
struct FunctionCompiler {
  let keys: KeyTables

  func compile(_ function: Function, _ arguments: [CompiledNode]) -> CompiledNode {
    switch function {
    case .equal: .condition(equality(arguments[0], arguments[1], wanted: true))
    case .unequal: .condition(equality(arguments[0], arguments[1], wanted: false))
    case .less, .lessOrEqual, .greater, .greaterOrEqual: .condition(order(function, arguments))
    case .add, .subtract, .multiply: .number(arithmetic(function, arguments))
    case .negate: .number(arithmetic(.subtract, [.number({ _ in 0 }), arguments[0]]))
    case .isIn: .condition(membership(of: arguments[0], in: arguments[1]))
    case .size: .number(size(arguments[0]))
    case .startsWith, .endsWith, .contains:
      .condition(Self.texts(arguments) { function.holds($0, $1) })
    case .and, .or, .not, .conditional:
      preconditionFailure("logic is compiled where its short cuts are known")
    }
  }

  // MARK: - Equality

  private func equality(
    _ first: CompiledNode, _ second: CompiledNode, wanted: Bool
  ) -> (Frame) -> Answer {
    switch (first, second) {
    case (.key(let domain, let first), .key(let other, let second)) where domain == other:
      return { frame in
        let left = first(frame)
        let right = second(frame)
        return left == missingCode || right == missingCode
          ? .missing : Answer((left == right) == wanted)
      }
    case (.key(let domain, let key), .literal(let text)),
      (.literal(let text), .key(let domain, let key)):
      // A text that nobody has met yet may still come in a later batch, so it is compared as text.
      guard let code = keys[domain].knownNumber(for: text) else { break }
      return { frame in
        let left = key(frame)
        return left == missingCode ? .missing : Answer((left == code) == wanted)
      }
    case (.number(let first), .number(let second)):
      return { frame in
        let left = first(frame)
        let right = second(frame)
        return left == missingNumber || right == missingNumber
          ? .missing : Answer((left == right) == wanted)
      }
    case (.condition(let first), .condition(let second)):
      return { frame in
        let left = first(frame)
        let right = second(frame)
        return left == .missing || right == .missing ? .missing : Answer((left == right) == wanted)
      }
    default: break
    }
    return Self.texts([first, second]) { ($0.utf8.elementsEqual($1.utf8)) == wanted }
  }

  private func membership(of value: CompiledNode, in list: CompiledNode) -> (Frame) -> Answer {
    if case .words(let words) = list {
      let text = Self.text(value)
      return { frame in
        guard let text = text(frame), let words = words(frame) else { return .missing }
        return Answer(words.contains { $0 == text })
      }
    }
    guard case .list(let elements) = list else { return { _ in .no } }
    let tests = elements.map { equality(value, $0, wanted: true) }
    return { frame in
      var answer = Answer.no
      for test in tests {
        let next = test(frame)
        if next == .yes { answer = .yes }
        if next == .missing { return .missing }
      }
      return answer
    }
  }

  // MARK: - Order and numbers

  private func order(_ function: Function, _ arguments: [CompiledNode]) -> (Frame) -> Answer {
    guard case .number(let first) = arguments[0], case .number(let second) = arguments[1] else {
      return Self.texts(arguments) { function.holds($0, $1) }
    }
    let compare: (Int64, Int64) -> Bool =
      switch function {
      case .less: { $0 < $1 }
      case .lessOrEqual: { $0 <= $1 }
      case .greater: { $0 > $1 }
      default: { $0 >= $1 }
      }
    return { frame in
      let left = first(frame)
      let right = second(frame)
      return left == missingNumber || right == missingNumber
        ? .missing : Answer(compare(left, right))
    }
  }

  /// A number out of range is missing, so that the rule is skipped as the language asks.
  private func arithmetic(_ function: Function, _ arguments: [CompiledNode]) -> (Frame) -> Int64 {
    guard case .number(let first) = arguments[0], case .number(let second) = arguments[1] else {
      preconditionFailure("the checker lets only numbers be reckoned with")
    }
    return { frame in
      let left = first(frame)
      let right = second(frame)
      guard left != missingNumber, right != missingNumber else { return missingNumber }
      let result =
        switch function {
        case .add: left.addingReportingOverflow(right)
        case .subtract: left.subtractingReportingOverflow(right)
        default: left.multipliedReportingOverflow(by: right)
        }
      return result.overflow ? missingNumber : result.partialValue
    }
  }

  private func size(_ value: CompiledNode) -> (Frame) -> Int64 {
    switch value {
    case .records(let lookup):
      return { frame in
        let low = frame.lows[lookup].base[frame.cursors[0]]
        return low < 0 ? missingNumber : Int64(frame.highs[lookup].base[frame.cursors[0]] - low)
      }
    case .words(let words): return { words($0).map { Int64($0.count) } ?? missingNumber }
    case .list(let elements): return { _ in Int64(elements.count) }
    default:
      let text = Self.text(value)
      return { text($0).map { Int64($0.unicodeScalars.count) } ?? missingNumber }
    }
  }

  // MARK: - Texts

  static func text(_ value: CompiledNode) -> (Frame) -> String? {
    switch value {
    case .key(let domain, let code): return { $0.text(domain, code($0)) }
    case .text(let text): return text
    case .literal(let text): return { _ in text }
    default: preconditionFailure("the checker lets only texts be compared with texts")
    }
  }

  private static func texts(
    _ arguments: [CompiledNode], _ holds: @escaping (String, String) -> Bool
  ) -> (Frame) -> Answer {
    let first = text(arguments[0])
    let second = text(arguments[1])
    return { frame in
      guard let left = first(frame), let right = second(frame) else { return .missing }
      return Answer(holds(left, right))
    }
  }
}
