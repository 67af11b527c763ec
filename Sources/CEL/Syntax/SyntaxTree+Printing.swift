extension Node: CustomStringConvertible {
  /// The expression with no more parentheses than it needs; parsing it gives the same tree.
  package var description: String {
    switch kind {
    case .literal(let value): value.literal()
    case .name(let name, let isAbsolute): (isAbsolute ? "." : "") + name
    case .select(let operand, let field, let isOptional):
      operand.printed(atLeast: .member) + (isOptional ? ".?" : ".") + Self.fieldName(field)
    case .list(let elements):
      "["
        + elements.map { ($0.isOptional ? "?" : "") + $0.node.description }.joined(separator: ", ")
        + "]"
    case .map(let entries):
      "{" + entries.map { $0.printed($0.key.description) }.joined(separator: ", ") + "}"
    case .record(let name, let entries):
      name + "{" + entries.map { $0.printed(Self.fieldName($0.key.text)) }.joined(separator: ", ")
        + "}"
    case .call(let function, let target, let arguments):
      printedCall(function, target, arguments)
    case .invalid: "…"
    }
  }

  /// How strongly the outermost operator binds.
  private enum Binding: Int {
    case conditional, or, and, relation, sum, product, unary, member
  }

  private var binding: Binding {
    guard case .call(let function, nil, let arguments) = kind else { return .member }
    switch function {
    case "?:": return .conditional
    case "||": return .or
    case "&&": return .and
    case "==", "!=", "<", "<=", ">", ">=", "in": return .relation
    case "!": return .unary
    case "-" where arguments.count == 1: return .unary
    case "+", "-": return .sum
    case "*", "/", "%": return .product
    default: return .member
    }
  }

  private func printed(atLeast wanted: Binding) -> String {
    binding.rawValue >= wanted.rawValue ? description : "(\(description))"
  }

  /// The operand of an operator that groups to the left stands in parentheses where it binds no stronger.
  private func printed(above other: Binding) -> String {
    binding.rawValue > other.rawValue ? description : "(\(description))"
  }

  private func printedCall(_ function: String, _ target: Node?, _ arguments: [Node]) -> String {
    if let target {
      return target.printed(atLeast: .member) + ".\(function)(\(arguments.printed))"
    }
    switch function {
    case "?:":
      return arguments[0].printed(atLeast: .or) + " ? " + arguments[1].printed(atLeast: .or) + " : "
        + arguments[2].description
    case "||", "&&":
      return arguments.map { $0.printed(above: binding) }.joined(separator: " \(function) ")
    case "!": return "!" + arguments[0].printed(atLeast: .unary)
    case "-" where arguments.count == 1: return "-" + arguments[0].printedAfterMinus
    case "[]", "[?]":
      let opening = function == "[]" ? "[" : "[?"
      return arguments[0].printed(atLeast: .member) + opening + arguments[1].description + "]"
    default:
      if binding == .member { return "\(function)(\(arguments.printed))" }
      return arguments[0].printed(atLeast: binding) + " \(function) "
        + arguments[1].printed(above: binding)
    }
  }

  // A sign right before a number would become a part of it.
  private var printedAfterMinus: String {
    let text = printed(atLeast: .unary)
    return text.first?.isNumber == true ? "(\(text))" : text
  }

  private var text: String {
    if case .literal(.string(let text)) = kind { return text }
    return ""
  }

  private static func fieldName(_ name: String) -> String {
    let isPlain =
      name.unicodeScalars.allSatisfy { $0.isNameStart || $0.isDigit }
      && name.unicodeScalars.first?.isDigit == false
    return isPlain ? name : "`\(name)`"
  }
}

extension Node.Entry {
  fileprivate func printed(_ key: String) -> String {
    (isOptional ? "?" : "") + key + ": " + value.description
  }
}

extension Array where Element == Node {
  fileprivate var printed: String { map(\.description).joined(separator: ", ") }
}
