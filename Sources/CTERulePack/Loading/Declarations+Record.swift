package import CEL
package import CTEModel

extension Declarations {
  /// The names that rules of a record type may use: `this`, its fields, its look-ups, `year` and `today`.
  package init(for definition: RecordDefinition, among records: [RecordType: RecordDefinition]) {
    self.init()
    for type in RecordType.all { self.records[type.name] = Self.fields(of: type) }
    variables = Self.fields(of: definition.type)
    variables["this"] = .record(definition.type.name)
    for lookup in definition.lookups {
      let record = ValueType.record(lookup.type.name)
      variables[lookup.name] = lookup.expectsOne ? record : .list(record)
    }
    variables["year"] = .int
    variables["today"] = .timestamp
  }

  // Hundredths are left out until the language has decimal numbers.
  private static func fields(of type: RecordType) -> [String: ValueType] {
    var fields: [String: ValueType] = [:]
    for field in type.fields { fields[field.name] = field.kind.valueType }
    return fields
  }
}

extension FieldKind {
  /// The type that the rule language gives to values of the kind.
  fileprivate var valueType: ValueType? {
    switch self {
    case .key, .text: .string
    case .wordSet: .list(.string)
    case .year, .integer: .int
    case .day: .timestamp
    case .boolean: .bool
    case .hundredths: nil
    }
  }
}
