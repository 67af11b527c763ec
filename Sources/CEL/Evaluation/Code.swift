/// A step towards the value of an expression.
typealias Step<Result> = (Frame) throws(Failure) -> Result

/// A part of an expression, compiled into a step that gives what its type promises without wrapping it.
struct Code {
  var kind: Kind
  /// What the part costs in any case, to be spent by whatever evaluates it.
  var cost: UInt64

  enum Kind {
    case constant(Value)
    case bool(Step<Bool>)
    case int(Step<Int64>)
    case uint(Step<UInt64>)
    case double(Step<Double>)
    case text(Step<String>)
    case timestamp(Step<Timestamp>)
    /// A text of which the batch holds a number instead.
    case code(TextCodes, Step<Int32>)
    /// A record of a batch.
    case record(RecordColumns, Place)
    /// Records of a batch, at the rows of a range.
    case records(RecordColumns, (Int) -> Range<Int>?)
    /// Anything else.
    case value(Step<Value>)
  }

  init(_ kind: Kind, cost: UInt64 = 0) {
    self.kind = kind
    self.cost = cost
  }
}

/// The columns of a batch's records, by the names of their fields.
struct RecordColumns {
  let schema: RecordSchema
  let columns: [String: Column]
}

/// Where the columns of a batch are read.
enum Place {
  /// At the row for which the expression is evaluated.
  case row
  /// At a row that is found by that row, if any.
  case found((Int) -> Int?)
  /// At the row for which a macro's variable stands.
  case element(Int)
}

extension Code {
  /// Returns a step that gives a value, wrapping it in a type.
  var value: Step<Value> {
    switch kind {
    case .constant(let value): return { _ in value }
    case .bool(let step): return { frame throws(Failure) in .bool(try step(frame)) }
    case .int(let step): return { frame throws(Failure) in .int(try step(frame)) }
    case .uint(let step): return { frame throws(Failure) in .uint(try step(frame)) }
    case .double(let step): return { frame throws(Failure) in .double(try step(frame)) }
    case .text(let step): return { frame throws(Failure) in .string(try step(frame)) }
    case .timestamp(let step): return { frame throws(Failure) in .timestamp(try step(frame)) }
    case .code(let codes, let step):
      return { frame throws(Failure) in .string(codes.text(try step(frame))) }
    case .value(let step): return step
    case .record, .records: preconditionFailure("records of a batch are wrapped with their schema")
    }
  }

  /// Returns a step that gives a bool, or fails where the value is none.
  var bool: Step<Bool> {
    switch kind {
    case .bool(let step): return step
    case .constant(.bool(let value)): return { _ in value }
    default:
      let step = value
      return { frame throws(Failure) in
        guard case .bool(let value) = try step(frame) else { throw Failure(.noSuchOverload) }
        return value
      }
    }
  }

  /// A step that gives a whole number, or nil where the type is another.
  var int: Step<Int64>? {
    switch kind {
    case .int(let step): step
    case .constant(.int(let number)): { _ in number }
    default: nil
    }
  }

  /// A step that gives an unsigned number, or nil where the type is another.
  var uint: Step<UInt64>? {
    switch kind {
    case .uint(let step): step
    case .constant(.uint(let number)): { _ in number }
    default: nil
    }
  }

  /// A step that gives a floating-point number, or nil where the type is another.
  var double: Step<Double>? {
    switch kind {
    case .double(let step): step
    case .constant(.double(let number)): { _ in number }
    default: nil
    }
  }

  /// A step that gives a text, or nil where the type is another.
  var text: Step<String>? {
    switch kind {
    case .text(let step): step
    case .constant(.string(let text)): { _ in text }
    case .code(let codes, let step):
      { frame throws(Failure) in codes.text(try step(frame)) }
    default: nil
    }
  }

  /// A step that gives a point in time, or nil where the type is another.
  var timestamp: Step<Timestamp>? {
    switch kind {
    case .timestamp(let step): step
    case .constant(.timestamp(let moment)): { _ in moment }
    default: nil
    }
  }

  /// The value, where it is the same in every evaluation.
  var constant: Value? {
    if case .constant(let value) = kind { return value }
    return nil
  }
}

extension Code.Kind {
  /// Takes values apart whose type is known, and fails where the host gave others.
  ///
  /// A point in time stays wrapped: null may stand in its place.
  init(_ step: @escaping Step<Value>, of type: ValueType) {
    switch type {
    case .bool:
      self = .bool { frame throws(Failure) in
        guard case .bool(let value) = try step(frame) else { throw Failure(.noSuchOverload) }
        return value
      }
    case .int:
      self = .int { frame throws(Failure) in
        guard case .int(let number) = try step(frame) else { throw Failure(.noSuchOverload) }
        return number
      }
    case .uint:
      self = .uint { frame throws(Failure) in
        guard case .uint(let number) = try step(frame) else { throw Failure(.noSuchOverload) }
        return number
      }
    case .double:
      self = .double { frame throws(Failure) in
        guard case .double(let number) = try step(frame) else { throw Failure(.noSuchOverload) }
        return number
      }
    case .string:
      self = .text { frame throws(Failure) in
        guard case .string(let text) = try step(frame) else { throw Failure(.noSuchOverload) }
        return text
      }
    default: self = .value(step)
    }
  }
}
