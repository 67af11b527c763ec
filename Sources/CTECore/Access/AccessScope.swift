import CTEModel
import CTEStore

/// The part of a tenant in which an actor may do something.
struct AccessScope: Sendable {
  /// Whether it is the whole tenant.
  private(set) var isWhole = false
  private var parts: [Part] = []

  /// Some organizations, a program and a program at a school, by the numbers of their identifiers; nil for all.
  struct Part: Sendable {
    let organizations: Set<Int32>?
    let program: Int32?
    let offering: Int32?

    /// The whole tenant.
    static let everywhere = Part(organizations: nil, program: nil, offering: nil)

    fileprivate var isEverywhere: Bool { organizations == nil && program == nil && offering == nil }

    fileprivate func contains(_ place: ScopePlace) -> Bool {
      (organizations?.contains(place.organization) ?? true)
        && (program.map { $0 == place.program } ?? true)
        && (offering.map { $0 == place.offering } ?? true)
    }

    fileprivate func mayContain(_ place: ScopePlace) -> Bool {
      func isOpen(_ code: Int32?) -> Bool { code == missingCode }
      return (isOpen(place.organization) || organizations?.contains(place.organization) ?? true)
        && (isOpen(place.program) || program.map { $0 == place.program } ?? true)
        && (isOpen(place.offering) || offering.map { $0 == place.offering } ?? true)
    }
  }

  /// The whole tenant.
  static let whole = AccessScope(isWhole: true)

  private init(isWhole: Bool) {
    self.isWhole = isWhole
  }

  /// Creates the scope that is made of some parts.
  init(_ parts: [Part]) {
    self.parts = parts
    isWhole = parts.contains(where: \.isEverywhere)
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { !isWhole && parts.isEmpty }

  /// Returns whether records of a place are in it.
  func contains(_ place: ScopePlace) -> Bool {
    isWhole || parts.contains { $0.contains(place) }
  }

  /// Returns whether records of a place can be in it once what is missing of the place is there.
  func mayContain(_ place: ScopePlace) -> Bool {
    isWhole || parts.contains { $0.mayContain(place) }
  }

  /// Returns whether the parts that hold a place also hold some of an organization, whatever programs they are limited to.
  func reaches(_ organization: Int32, from place: ScopePlace) -> Bool {
    isWhole
      || parts.contains { part in
        part.contains(place) && part.organizations?.contains(organization) ?? true
      }
  }

  /// Returns whether a record is in it. What belongs to no school is only in the whole tenant.
  func contains(_ record: StoredRecord) -> Bool {
    if isWhole { return true }
    guard record.type.scopeField != nil else { return false }
    return contains(ScopePlace(of: record))
  }

  /// Makes sure that records are in it.
  ///
  /// - Throws: `AccessError` where one isn't.
  func require(_ records: [StoredRecord?]) throws(AccessError) {
    guard records.allSatisfy({ $0.map(contains) ?? true }) else {
      throw AccessError(
        .notAllowed,
        "this reaches beyond the part of the tenant that you may change; ask who may change all of it"
      )
    }
  }
}

/// To which part of a tenant a record belongs, by the numbers of identifiers.
struct ScopePlace {
  /// The organization; that of a missing value where it has none.
  let organization: Int32
  /// The program; nil for records of types that have none, which no limit to a program holds.
  let program: Int32?
  /// The program at a school; nil for records of types that have none.
  let offering: Int32?

  /// Finds the place of a record from the codes of its fields.
  init(of type: RecordType, code: (Int) -> Int32) {
    organization = type.scopeField.map(code) ?? missingCode
    program = type.index(of: "program").map(code)
    offering = type.offeringField.map(code)
  }

  /// Finds the place of a stored record.
  init(of record: StoredRecord) {
    self.init(of: record.type) { record.values[$0].code }
  }
}

extension RecordType {
  /// The field that says to which organization a record belongs, by its place; nil for types of which the whole tenant's
  /// are one.
  var scopeField: Int? { self == .organization ? index(of: "id") : index(of: "school") }

  /// The field that names a program at a school, by its place; nil for types that have none.
  var offeringField: Int? { self == .programOffering ? index(of: "id") : index(of: "offering") }

  /// The fields that say to which part of a tenant a record belongs, by their place, in the order in which they are asked.
  var scopeFields: [Int] { [scopeField, index(of: "program"), offeringField].compactMap { $0 } }

  /// Whether each record belongs to a part of a tenant; what organizations there are is the whole tenant's.
  var isOfParts: Bool { scopeField != nil && self != .organization }
}
