import CTEModel

extension RecordDefinition {
  /// Whether a door that carries a field must bring a value for it.
  func needs(_ field: RecordField) -> Bool {
    fields[field.name]?.isRequired == true || type.isKnown(by: field)
  }
}

extension RecordType {
  /// Whether a field is a part of the natural key that must have a value; terms, periods and days may be missing,
  /// and what not every state has.
  func isKnown(by field: RecordField) -> Bool {
    guard naturalKey.contains(field.name), !dispensableKeys.contains(field.name) else {
      return false
    }
    return field.kind == .year || (field.kind.keyDomain != nil && field.kind != .key(.word))
  }
}
