/// A kind of record that a host declares: its name, and its fields with their types.
///
/// Schemas are compared by identity: keep the one that was declared, and make the records with it.
public final class RecordSchema: Sendable {
  /// The name of the kind, which is a type in expressions.
  public let name: String
  /// The fields, in the order of their places.
  public let fields: [(name: String, type: ValueType)]
  private let places: [String: Int]

  /// Creates a schema. Each field's name stands once.
  public init(_ name: String, fields: [(name: String, type: ValueType)]) {
    self.name = name
    self.fields = fields
    places = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
  }

  /// Returns the place of a field, or nil where there is none of the name.
  public func place(of field: String) -> Int? { places[field] }

  /// Returns a record with values by the field's name; fields that aren't named are missing.
  public func record(_ values: [String: Value]) -> Value {
    var record = Record(self)
    for (name, value) in values {
      guard let place = places[name] else {
        preconditionFailure("\(self.name) has no field '\(name)'")
      }
      record.values[place] = value
    }
    return .record(record)
  }
}

/// A record of a schema, some of whose fields may be missing.
public struct Record: Sendable {
  /// What kind of record it is.
  public let schema: RecordSchema
  /// The values at the places of their fields; nil where one is missing.
  public var values: [Value?]

  /// Creates a record whose fields are all missing.
  public init(_ schema: RecordSchema) {
    self.schema = schema
    values = Array(repeating: nil, count: schema.fields.count)
  }

  func equals(_ other: Record) -> Bool {
    schema === other.schema
      && zip(values, other.values).allSatisfy { first, second in
        Value.optional(first).equals(.optional(second))
      }
  }
}

extension Record: Equatable {
  /// Returns whether both are of the same schema and have the same values.
  public static func == (first: Record, second: Record) -> Bool {
    first.schema === second.schema && first.values == second.values
  }
}
