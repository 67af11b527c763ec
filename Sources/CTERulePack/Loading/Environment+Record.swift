package import CEL
package import CTEModel

extension Environment {
  /// Creates the environment of the rules of a record type: `this`, its fields, its look-ups, `year` and `today`.
  package init(for definition: RecordDefinition) {
    self.init()
    for schema in RecordSchema.all { declare(schema) }
    for field in definition.type.fields { declare(field.name, as: field.kind.valueType) }
    declare("this", as: .record(definition.type.name))
    for lookup in definition.lookups {
      let record = ValueType.record(lookup.type.name)
      declare(lookup.name, as: lookup.expectsOne ? record : .list(record))
    }
    declare("year", as: .int)
    declare("today", as: .timestamp)
  }
}

extension RecordSchema {
  /// The record types as rules know them.
  fileprivate static let all: [RecordSchema] = RecordType.all.map { type in
    RecordSchema(type.name, fields: type.fields.map { ($0.name, $0.kind.valueType) })
  }

  /// Returns a record type as rules know it.
  package static func of(_ type: RecordType) -> RecordSchema {
    guard let schema = all.first(where: { $0.name == type.name }) else {
      preconditionFailure("every record type has a schema")
    }
    return schema
  }
}

extension FieldKind {
  /// The type that the rule language gives to values of the kind.
  ///
  /// Hundredths become floating-point numbers, each the one nearest to its decimal: comparing them with a decimal that stands
  /// in a rule is exact, adding them up may not be.
  fileprivate var valueType: ValueType {
    switch self {
    case .key, .text: .string
    case .wordSet: .list(.string)
    case .year, .integer: .int
    case .day: .timestamp
    case .boolean: .bool
    case .hundredths: .double
    }
  }
}
