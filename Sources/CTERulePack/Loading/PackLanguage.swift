package import CEL
package import CTEModel

/// What the rules of a pack may speak of: records and their look-ups, the pack's parameters and code lists, `year` and `today`.
package struct PackLanguage: Sendable {
  private let schemas: [RecordSchema]
  /// The values that are the same for every record: `parameters` and `codes`.
  package let constants: [String: Value]
  /// Whether all parameters could be read; where they couldn't, rules may read any.
  let knowsParameters: Bool
  /// What parameters and their parts hold, by their names after `parameters.`.
  let parameterKinds: [String: ParameterKind]

  package init(
    codeLists: [String: CodeList] = [:], parameters: [Parameter] = [], knowsParameters: Bool = true
  ) {
    self.knowsParameters = knowsParameters
    let lists = codeLists.values.sorted { $0.name < $1.name }
    let codes = RecordSchema(
      "codes", fields: lists.map { (PackLoader.camelCase($0.name), .list(.string)) })
    let composite = parameters.filter { $0.kinds[""] == nil }
    let parts = Dictionary(uniqueKeysWithValues: composite.map { ($0.name, $0.schema) })
    let all = RecordSchema(
      "parameters",
      fields: parameters.map { ($0.name, parts[$0.name].map { .record($0.name) } ?? $0.valueType) })
    schemas = [codes, all] + parts.values
    parameterKinds = Dictionary(
      uniqueKeysWithValues: parameters.flatMap { parameter in
        parameter.kinds.map { ($0.isEmpty ? parameter.name : "\(parameter.name).\($0)", $1) }
      })
    constants = [
      "codes": codes.record(
        Dictionary(
          uniqueKeysWithValues: lists.map { list in
            (PackLoader.camelCase(list.name), .list(list.codes.map { .string($0) }))
          })),
      "parameters": all.record(
        Dictionary(
          uniqueKeysWithValues: parameters.compactMap { parameter in
            parameter.value(parts[parameter.name]).map { (parameter.name, $0) }
          })),
    ]
  }

  /// Returns the environment of the rules of a record type.
  package func environment(for definition: RecordDefinition) -> Environment {
    var environment = Environment()
    for schema in RecordSchema.all + schemas { environment.declare(schema) }
    for field in definition.type.fields {
      environment.declare(field.name, as: field.kind.valueType)
    }
    environment.declare("this", as: .record(definition.type.name))
    for lookup in definition.lookups {
      let record = ValueType.record(lookup.type.name)
      environment.declare(lookup.name, as: lookup.expectsOne ? record : .list(record))
    }
    for lookup in definition.unreadLookups { environment.declare(lookup, as: .dynamic) }
    environment.declare("year", as: .int)
    environment.declare("today", as: .timestamp)
    environment.declare("parameters", as: knowsParameters ? .record("parameters") : .dynamic)
    environment.declare("codes", as: .record("codes"))
    return environment
  }

  /// The names that look-ups can't have.
  static let ownNames = ["this", "year", "today", "parameters", "codes"]

  /// The values that are the same for every record, by their names with points, such as `parameters.minutesPerWeek.max`.
  package var namedConstants: [String: Value] {
    var named: [String: Value] = [:]
    func add(_ value: Value, as name: String) {
      guard case .record(let record) = value else {
        named[name] = value
        return
      }
      for (field, value) in zip(record.schema.fields, record.values) {
        if let value { add(value, as: "\(name).\(field.name)") }
      }
    }
    for (name, value) in constants { add(value, as: name) }
    return named
  }

  /// Returns the value of a parameter or a part of one, such as `["minutesPerWeek", "max"]`; nil where it has none in the year.
  package func parameter(_ path: some Sequence<String>) -> Value? {
    var value = constants["parameters"]
    for name in path {
      guard case .record(let record)? = value, let place = record.schema.place(of: name) else {
        return nil
      }
      value = record.values[place]
    }
    return value
  }
}

extension Parameter {
  fileprivate var schema: RecordSchema {
    RecordSchema(
      "parameter \(name)",
      fields: kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value.valueType) })
  }

  fileprivate var valueType: ValueType { kinds[""]?.valueType ?? .dynamic }

  fileprivate func value(_ schema: RecordSchema?) -> Value? {
    guard let schema else { return values[""] }
    return values.isEmpty ? nil : schema.record(values)
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
