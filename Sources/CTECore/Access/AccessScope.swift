import CTEModel
import CTEStore

/// The part of a tenant in which an actor may do something.
struct AccessScope: Sendable {
  /// Whether it is the whole tenant.
  private(set) var isWhole = false
  private var parts: [Part] = []

  /// Some organizations and programs, by the numbers of their identifiers; nil for all.
  struct Part: Sendable {
    let organizations: Set<Int32>?
    let program: Int32?

    /// The whole tenant.
    static let everywhere = Part(organizations: nil, program: nil)
  }

  /// The whole tenant.
  static let whole = AccessScope(isWhole: true)

  private init(isWhole: Bool) {
    self.isWhole = isWhole
  }

  /// Creates the scope that is made of some parts.
  init(_ parts: [Part]) {
    self.parts = parts
    isWhole = parts.contains { $0.organizations == nil && $0.program == nil }
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { !isWhole && parts.isEmpty }

  /// Returns whether records of an organization and a program are in it.
  ///
  /// - Parameter program: The program; nil for records of types that have none, which no limit to a program holds.
  func contains(organization: Int32, program: Int32?) -> Bool {
    isWhole
      || parts.contains { part in
        (part.organizations?.contains(organization) ?? true)
          && (part.program.map { $0 == program } ?? true)
      }
  }

  /// Returns whether records of an organization are in it, if only those of some programs.
  func mayContain(organization: Int32) -> Bool {
    isWhole || parts.contains { $0.organizations?.contains(organization) ?? true }
  }

  /// Returns whether a record is in it. What belongs to no school is only in the whole tenant.
  func contains(_ record: StoredRecord) -> Bool {
    if isWhole { return true }
    guard let field = record.type.scopeField else { return false }
    return contains(
      organization: record.values[field].code,
      program: record.type.index(of: "program").map { record.values[$0].code })
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

extension RecordType {
  /// The field that says to which organization a record belongs, by its place; nil for types of which the whole tenant's
  /// are one.
  var scopeField: Int? { self == .organization ? index(of: "id") : index(of: "school") }

  /// Whether each record belongs to a part of a tenant; what organizations there are is the whole tenant's.
  var isOfParts: Bool { scopeField != nil && self != .organization }
}
