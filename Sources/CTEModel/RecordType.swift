/// A kind of record: its name, its fields and what tells two records of it apart.
///
/// The names are the field's own (Perkins V, CEDS, Ed-Fi), so that a state's data person can read them.
public struct RecordType: Hashable, Sendable {
  /// The name in lowerCamelCase, as packs write it.
  public let name: String
  /// The fields, in a fixed order; a field is spoken of by its place.
  public let fields: [RecordField]
  /// The fields that tell two stored records apart, in the order in which a store clusters them.
  ///
  /// Every one is an identifier, a year or a day. A pack may call fewer fields the identity.
  public let naturalKey: [String]

  /// Whether the natural key may repeat, so that a store adds where the record came from to it.
  ///
  /// What a person may have only once is then the pack's decision, not the store's.
  public let isKeyedByProvenance: Bool

  /// Identifiers of the natural key that records may lack, because not every state has them.
  package let dispensableKeys: Set<String>

  init(
    _ name: String, naturalKey: [String], lacking dispensableKeys: Set<String> = [],
    isKeyedByProvenance: Bool = false, fields: [RecordField]
  ) {
    self.name = name
    self.naturalKey = naturalKey
    self.dispensableKeys = dispensableKeys
    self.isKeyedByProvenance = isKeyedByProvenance
    self.fields = fields
  }

  /// The name in words, such as `credential attempt`, for sentences.
  public var words: String {
    name.reduce(into: "") { words, letter in
      words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
  }

  /// Returns the place of a field, or nil where the type has none of that name.
  public func index(of field: String) -> Int? {
    fields.firstIndex { $0.name == field }
  }

  /// Returns the record type of a name, or nil where there is none.
  public static func named(_ name: String) -> RecordType? {
    all.first { $0.name == name }
  }
}
