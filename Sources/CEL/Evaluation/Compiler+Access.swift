extension Compiler {
  // MARK: - Variables

  func variable(_ variable: Int, _ node: TypedNode) -> Code {
    let place = Int32(node.id)
    guard let source = sources?[variable] else {
      let step: Step<Value> = { frame throws(Failure) in
        guard let value = frame.variables[variable] else { throw Failure(.missing, at: place) }
        return value
      }
      return Code(Code.Kind(step, of: node.type), cost: 1)
    }
    switch source {
    case .column(let column): return Code(read(column, at: .row, place), cost: 1)
    case .record(let columns, let row):
      return Code(.record(records(of: variable, columns), .found(row)), cost: 1)
    case .records(let columns, let rows):
      return Code(.records(records(of: variable, columns), rows), cost: 1)
    case .ownRecord(let columns):
      return Code(.record(records(of: variable, columns), .row), cost: 1)
    case .firstRecord(let columns, let ranges):
      return Code(
        .record(records(of: variable, columns), .found { ranges.range(of: $0)?.first }), cost: 1)
    case .recordRanges(let columns, let ranges):
      return Code(.records(records(of: variable, columns), ranges.range), cost: 1)
    case .constant(let value): return Code(.constant(value), cost: 1)
    }
  }

  private func records(of variable: Int, _ columns: [String: Column]) -> RecordColumns {
    var type = expression.environment.variables[variable].type
    if case .list(let element) = type { type = element }
    guard case .record(let name) = type, let schema = expression.environment.schemas[name] else {
      preconditionFailure("the kinds of records for which a batch has columns are declared")
    }
    return RecordColumns(schema: schema, columns: columns)
  }

  func local(_ local: Int, _ node: TypedNode) -> Code {
    if let fields = elements[local] { return Code(.record(fields, .element(local)), cost: 1) }
    return Code(Code.Kind({ frame throws(Failure) in frame.locals[local] }, of: node.type), cost: 1)
  }

  // MARK: - Columns

  private func read(_ column: Column, at place: Place, _ node: Int32) -> Code.Kind {
    switch column {
    case .bool(let read): .bool(Self.step(read, at: place, node))
    case .int(let read): .int(Self.step(read, at: place, node))
    case .double(let read): .double(Self.step(read, at: place, node))
    case .string(let read): .text(Self.step(read, at: place, node))
    case .timestamp(let read): .timestamp(Self.step(read, at: place, node))
    case .code(let codes, let read): .code(codes, Self.step(read, at: place, node))
    case .value(let read): .value(Self.step(read, at: place, node))
    case .packed(let column): self.read(column.plain, at: place, node)
    }
  }

  @inline(__always)
  private static func step<Result>(
    _ read: @escaping (Int) -> Result?, at place: Place, _ node: Int32
  ) -> Step<Result> {
    switch place {
    case .row:
      { frame throws(Failure) in
        guard let value = read(frame.row.pointee) else { throw Failure(.missing, at: node) }
        return value
      }
    case .element(let local):
      { frame throws(Failure) in
        guard let value = read(frame.cursors[local]) else { throw Failure(.missing, at: node) }
        return value
      }
    case .found(let find):
      { frame throws(Failure) in
        guard let row = find(frame.row.pointee), let value = read(row) else {
          throw Failure(.missing, at: node)
        }
        return value
      }
    }
  }

  /// Returns a step that gives a value of any type, made of columns where a batch holds records.
  func wrapped(_ code: Code, _ node: TypedNode) -> Step<Value> {
    switch code.kind {
    case .record(let fields, let place):
      let record = Self.recordStep(fields)
      switch place {
      case .row: return { frame throws(Failure) in record(frame.row.pointee) }
      case .element(let local): return { frame throws(Failure) in record(frame.cursors[local]) }
      case .found(let find):
        let node = Int32(node.id)
        return { frame throws(Failure) in
          guard let row = find(frame.row.pointee) else { throw Failure(.missing, at: node) }
          return record(row)
        }
      }
    case .records(let fields, let find):
      let record = Self.recordStep(fields)
      let node = Int32(node.id)
      return { frame throws(Failure) in
        guard let rows = find(frame.row.pointee) else { throw Failure(.missing, at: node) }
        return .list(rows.map(record))
      }
    default: return code.value
    }
  }

  private static func recordStep(_ fields: RecordColumns) -> (Int) -> Value {
    let columns = fields.schema.fields.map { fields.columns[$0.name] }
    return { row in
      var record = Record(fields.schema)
      for (place, column) in columns.enumerated() { record.values[place] = column?.value(at: row) }
      return .record(record)
    }
  }

  // MARK: - Fields

  mutating func select(
    _ operand: TypedNode, _ field: String, isOptional: Bool, _ node: TypedNode
  ) -> Code {
    let place = Int32(node.id)
    let code = code(operand)
    let cost = code.cost.adding(1)
    if case .record(let fields, let record) = code.kind {
      let column = fields.columns[field] ?? .value { _ in nil }
      let kind =
        isOptional ? optional(column, at: record, place) : read(column, at: record, place)
      return Code(kind, cost: cost)
    }
    if !isOptional, let value = code.constant?.field(field), node.type.admits(value) {
      return Code(.constant(value), cost: cost)
    }
    let step = wrapped(code, operand)
    let key = Value.string(field)
    let slot = slot(of: field, in: operand.type)
    let selection: Step<Value> = { frame throws(Failure) in
      do throws(Failure) {
        let value = try step(frame)
        // The usual case first: a field of a record whose schema was declared.
        if !isOptional, let slot, case .record(let record) = value, record.schema === slot.schema {
          guard let found = record.values[slot.place] else { throw Failure(.missing, at: place) }
          return found
        }
        if case .optional(let content) = value {
          return .optional(try content?.field(field, key, slot) ?? nil)
        }
        let found = try value.field(field, key, slot)
        if isOptional { return .optional(found) }
        if let found { return found }
        if case .map = value { throw Failure(.noSuchKey, at: place) }
        throw Failure(.missing, at: place)
      } catch {
        throw error.at(place)
      }
    }
    return Code(Code.Kind(selection, of: node.type), cost: cost)
  }

  /// A field of a batch's record, as an optional; where the record itself is missing, it has no value.
  private func optional(_ column: Column, at place: Place, _ node: Int32) -> Code.Kind {
    .value { frame throws(Failure) in
      let row: Int? =
        switch place {
        case .row: frame.row.pointee
        case .element(let local): frame.cursors[local]
        case .found(let find): find(frame.row.pointee)
        }
      guard let row else { throw Failure(.missing, at: node) }
      return .optional(column.value(at: row))
    }
  }

  private func slot(
    of field: String, in type: ValueType
  ) -> (schema: RecordSchema, place: Int)? {
    guard case .record(let name) = type, let schema = expression.environment.schemas[name] else {
      return nil
    }
    return schema.place(of: field).map { (schema, $0) }
  }

  mutating func has(_ operand: TypedNode, _ field: String, _ node: TypedNode) -> Code {
    let place = Int32(node.id)
    let code = code(operand)
    let cost = code.cost.adding(1)
    if case .record(let fields, let record) = code.kind {
      guard let column = fields.columns[field] else {
        return Code(.bool { _ throws(Failure) in false }, cost: cost)
      }
      return Code(.bool(presence(of: column, at: record)), cost: cost)
    }
    let step = wrapped(code, operand)
    let key = Value.string(field)
    let slot = slot(of: field, in: operand.type)
    return Code(
      .bool { frame throws(Failure) in
        do throws(Failure) {
          var value = try step(frame)
          if case .optional(let content) = value {
            guard let content else { return false }
            value = content
          }
          return try value.field(field, key, slot) != nil
        } catch {
          // What isn't there itself has no field; any other trouble stays trouble.
          if error.code == .missing { return false }
          throw error.at(place)
        }
      }, cost: cost)
  }

  private func presence(of column: Column, at place: Place) -> Step<Bool> {
    let isThere = column.isThere
    switch place {
    case .row: return { frame throws(Failure) in isThere(frame.row.pointee) }
    case .element(let local): return { frame throws(Failure) in isThere(frame.cursors[local]) }
    case .found(let find):
      return { frame throws(Failure) in find(frame.row.pointee).map(isThere) ?? false }
    }
  }
}

extension Value {
  /// Returns the value of a record's field; nil for anything else.
  fileprivate func field(_ name: String) -> Value? {
    guard case .record(let record) = self else { return nil }
    return record.schema.place(of: name).flatMap { record.values[$0] }
  }

  /// Returns a field's value, or nil where the value may have the field but hasn't.
  fileprivate func field(
    _ name: String, _ key: Value, _ slot: (schema: RecordSchema, place: Int)?
  ) throws(Failure) -> Value? {
    switch self {
    case .map(let map): return map[key]
    case .record(let record):
      if let slot, slot.schema === record.schema { return record.values[slot.place] }
      guard let place = record.schema.place(of: name) else { throw Failure(.noSuchField) }
      return record.values[place]
    default: throw Failure(.noSuchField)
    }
  }
}

extension Column {
  /// Returns whether a row has a value.
  var isThere: (Int) -> Bool {
    switch self {
    case .bool(let read): { read($0) != nil }
    case .int(let read): { read($0) != nil }
    case .double(let read): { read($0) != nil }
    case .string(let read): { read($0) != nil }
    case .timestamp(let read): { read($0) != nil }
    case .code(_, let read): { read($0) != nil }
    case .value(let read): { read($0) != nil }
    case .packed(let column): column.plain.isThere
    }
  }

  /// Returns the value of a row.
  fileprivate func value(at row: Int) -> Value? {
    switch self {
    case .bool(let read): read(row).map { .bool($0) }
    case .int(let read): read(row).map { .int($0) }
    case .double(let read): read(row).map { .double($0) }
    case .string(let read): read(row).map { .string($0) }
    case .timestamp(let read): read(row).map { .timestamp($0) }
    case .code(let codes, let read): read(row).map { .string(codes.text($0)) }
    case .value(let read): read(row)
    case .packed(let column): column.plain.value(at: row)
    }
  }
}
