import CTEModel
import CTERulePack
import CTEStore

/// Records beside which those of a type can't stand, as look-ups that must find nothing say, in both directions.
struct Contradictions {
  /// Records of another type, by what their fields and those of the record have in common.
  private struct Other {
    let type: RecordType
    let fields: [(own: Int, other: Int)]
  }

  private let type: RecordType
  private let others: [Other]

  init(of type: RecordType, in pack: RulePack) {
    self.type = type
    let own = (pack.records[type]?.lookups ?? []).filter { $0.present != nil }.compactMap {
      lookup -> Other? in
      let pairs = Self.pairs(lookup, from: type)
      return pairs.map { Other(type: lookup.type, fields: $0.map { ($0.asking, $0.found) }) }
    }
    let reverse = RecordType.all.flatMap { other -> [Other] in
      let lookups = (pack.records[other]?.lookups ?? []).filter {
        $0.present != nil && $0.type == type
      }
      return lookups.compactMap { lookup in
        let pairs = Self.pairs(lookup, from: other)
        return pairs.map { Other(type: other, fields: $0.map { ($0.found, $0.asking) }) }
      }
    }
    others = own + reverse
  }

  /// The fields of a record that asks and of those that it finds; nil where it asks through another look-up.
  ///
  /// The year that is being checked is the record's own: what is put back may be of an earlier one.
  private static func pairs(
    _ lookup: Lookup, from type: RecordType
  ) -> [(asking: Int, found: Int)]? {
    var pairs: [(asking: Int, found: Int)] = []
    for (field, value) in lookup.conditions {
      switch value {
      case .own(let own): pairs.append((own, field))
      case .year:
        guard let year = type.index(of: "year") else { return nil }
        pairs.append((year, field))
      case .lookup: return nil
      }
    }
    return pairs
  }

  /// Returns the keys of records that can't stand beside what is there.
  func keys(
    among records: [StoredRecord], _ session: any ReadSession
  ) async throws -> Set<RecordKey> {
    var keys: Set<RecordKey> = []
    for other in others {
      let asking = records.filter { record in
        !other.fields.contains { record.values[$0.own].code == missingCode }
      }
      let answers = try await session.records(
        of: other.type, where: other.fields.map(\.other),
        are: asking.map { record in other.fields.map { record.values[$0.own].code } })
      keys.formUnion(zip(asking, answers).filter { !$1.isEmpty }.map(\.0.key))
    }
    return keys
  }
}
