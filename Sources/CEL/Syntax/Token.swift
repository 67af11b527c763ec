/// A name, literal or sign of an expression.
struct Token {
  enum Kind: Equatable {
    case name(String)
    /// A name between backticks, which may only stand for a field.
    case quotedName(String)
    /// A whole number without its sign.
    case integer(UInt64)
    case unsigned(UInt64)
    case double(Double)
    case text(String)
    case bytes([UInt8])
    case sign(String)
    /// Something that was reported, and stands for a value.
    case invalid
    case end
  }

  let kind: Kind
  let position: Position
}

extension Token.Kind: CustomStringConvertible {
  /// The token as a message names it.
  var description: String {
    switch self {
    case .name(let name): "'\(name)'"
    case .quotedName(let name): "'`\(name)`'"
    case .integer(let number): "'\(number)'"
    case .unsigned(let number): "'\(number)u'"
    case .double(let number): "'\(number)'"
    case .text: "a text"
    case .bytes: "bytes"
    case .sign(let sign): "'\(sign)'"
    case .invalid: "something else"
    case .end: "the end"
    }
  }
}
