/// What type parameters have been found to stand for.
///
/// Follows the type checking of the language's definition: parameters are bound to the most general of the types that they
/// meet, and dynamic types fit everything.
struct Unifier {
  private var bindings: [String: ValueType] = [:]
  /// What was bound before, so that what didn't fit leaves nothing behind.
  private var trail: [(name: String, type: ValueType?)] = []
  private var count = 0

  /// Returns a parameter that nothing has met yet.
  mutating func fresh() -> ValueType {
    count += 1
    return .parameter("%\(count)")
  }

  /// Returns a signature's types with parameters of their own.
  mutating func instance(of types: [ValueType]) -> [ValueType] {
    var names: [String: ValueType] = [:]
    return types.map { type in
      type.mapping { part in
        guard case .parameter(let name) = part else { return part }
        if let known = names[name] { return known }
        let parameter = fresh()
        names[name] = parameter
        return parameter
      }
    }
  }

  /// Returns a type with all that is known about its parameters; those that nothing has met become dynamic if asked.
  func resolve(_ type: ValueType, isFinal: Bool = false) -> ValueType {
    var type = type
    while case .parameter(let name) = type {
      guard let bound = bindings[name] else { return isFinal ? .dynamic : type }
      type = bound
    }
    let parts = type.parts
    return parts.isEmpty ? type : type.with(parts.map { resolve($0, isFinal: isFinal) })
  }

  /// Returns whether values of some types may be given where others are wanted, and remembers what parameters stand for.
  mutating func fit(_ given: [ValueType], _ wanted: [ValueType]) -> Bool {
    guard given.count == wanted.count else { return false }
    trail.removeAll(keepingCapacity: true)
    for (given, wanted) in zip(given, wanted) where !unify(given, wanted) {
      for (name, type) in trail.reversed() { bindings[name] = type }
      return false
    }
    return true
  }

  private mutating func set(_ name: String, _ type: ValueType) {
    trail.append((name, bindings.updateValue(type, forKey: name)))
  }

  /// Returns the type of elements of which some are of one type and others of another: the more general, or dynamic.
  mutating func join(_ first: ValueType?, _ second: ValueType) -> ValueType {
    guard let first else { return second }
    guard fit([second], [first]) else { return .dynamic }
    let (known, other) = (resolve(first), resolve(second))
    if known.isAsGeneral(as: other) { return known }
    return other.isAsGeneral(as: known) ? other : .dynamic
  }

  private mutating func unify(_ first: ValueType, _ second: ValueType) -> Bool {
    let first = shallow(first)
    let second = shallow(second)
    // The newer of two parameters stands for the older, so that no long chains arise.
    if case .parameter(let name) = first, case .parameter(let other) = second, name != other,
      bindings[name] == nil, bindings[other] == nil
    {
      set(name, second)
      return true
    }
    if case .parameter(let name) = second {
      switch bind(name, to: first) {
      case true?: return true
      case false?: return false
      case nil: break
      }
    }
    if case .parameter(let name) = first { return bind(name, to: second) ?? false }
    if first.isDynamic || second.isDynamic { return true }
    return unifyKnown(first, second)
  }

  private mutating func unifyKnown(_ first: ValueType, _ second: ValueType) -> Bool {
    switch (first, second) {
    case (.null, _) where second.isNullable, (_, .null) where first.isNullable: return true
    case (.wrapper(let content), .wrapper(let other)): return unify(content, other)
    case (.wrapper(let content), let other), (let other, .wrapper(let content)):
      return unify(content, other)
    case (.type, .type): return true
    default:
      guard first.isSameKind(as: second) else { return false }
      for (first, second) in zip(first.parts, second.parts) where !unify(first, second) {
        return false
      }
      return true
    }
  }

  /// Binds a parameter, or widens what it is bound to; nil where it can't be bound because the type holds it.
  private mutating func bind(_ name: String, to type: ValueType) -> Bool? {
    if type == .parameter(name) { return true }
    guard let bound = bindings[name] else {
      guard !mentions(type, name) else { return nil }
      set(name, type)
      return true
    }
    guard unify(type, bound) else { return false }
    let (known, other) = (resolve(bound), resolve(type))
    let general = other.isAsGeneral(as: known) ? other : known
    if !mentions(general, name) { set(name, general) }
    return true
  }

  private func mentions(_ type: ValueType, _ name: String) -> Bool {
    if case .parameter(let other) = type {
      if other == name { return true }
      return bindings[other].map { mentions($0, name) } ?? false
    }
    return type.parts.contains { mentions($0, name) }
  }

  /// Returns what a parameter that merely stands for another one stands for.
  private func shallow(_ type: ValueType) -> ValueType {
    var type = type
    while case .parameter(let name) = type, let bound = bindings[name], case .parameter = bound {
      type = bound
    }
    return type
  }
}

extension ValueType {
  /// Whether null may stand in place of a value of the type.
  fileprivate var isNullable: Bool {
    switch self {
    case .null, .wrapper, .optional, .opaque, .record, .timestamp, .duration: true
    default: false
    }
  }

  /// Whether every value of another type is one of this type too.
  func isAsGeneral(as other: ValueType) -> Bool {
    if self == .dynamic || self == .invalid { return true }
    if case .parameter = self { return true }
    if other.isDynamic { return false }
    if case .parameter = other { return false }
    if case .null = other, isNullable { return true }
    guard isSameKind(as: other) else {
      if case .wrapper(let content) = self { return content.isAsGeneral(as: other) }
      return false
    }
    return zip(parts, other.parts).allSatisfy { $0.isAsGeneral(as: $1) }
  }
}
