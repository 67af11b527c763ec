import CTEModel
public import CTERulePack

/// What the checks of a file want to know of what is stored, all at once.
public struct FactsRequest: Sendable {
  /// The only students about whom anything is wanted; nil for all.
  public let students: [String]?
  /// The records that are looked up.
  public let references: [ReferenceRequest]
  /// The identities that are compared.
  public let identities: [IdentityRequest]

  /// Creates a request.
  public init(
    students: [String]?, references: [ReferenceRequest], identities: [IdentityRequest]
  ) {
    self.students = students
    self.references = references
    self.identities = identities
  }
}

/// What a store knows of what checks asked for.
public struct Facts: Sendable {
  /// The identifiers that the tenant's records use, and the texts that rules read.
  public var keys: KeyTables
  /// The records that are looked up, in the order of the request; nil for those that can't be asked for.
  public let references: [ReferenceTable?]
  /// The identities, in the order of the request.
  public let identities: [StoredIdentities]

  /// Creates the answer to a request.
  public init(
    keys: KeyTables, references: [ReferenceTable?], identities: [StoredIdentities]
  ) {
    self.keys = keys
    self.references = references
    self.identities = identities
  }
}

extension KeyTables {
  /// Returns the numbers of the students of a request, in ascending order; nil for all.
  public func numbers(of students: [String]?) -> [Int32]? {
    students?.compactMap { self[.student].knownNumber(for: $0) }.sorted()
  }
}

extension ReadSession {
  /// Answers one question after the other.
  public func facts(_ request: FactsRequest) async throws -> Facts {
    var keys = try await keys(students: request.students)
    let students = keys.numbers(of: request.students)
    var references: [ReferenceTable?] = []
    for wanted in request.references {
      let data = try await reference(for: [wanted], students: students, keys: &keys)
      references.append(data.tables[wanted.lookup])
    }
    var found: [StoredIdentities] = []
    for wanted in request.identities {
      found.append(try await identities(for: wanted, students: students))
    }
    return Facts(keys: keys, references: references, identities: found)
  }
}
