import CTEModel
import CTEStore

/// Somebody who uses a tenant, and what of it they may see.
struct CrossingPerson: Sendable {
  let actor: Actor
  /// Who they are, in words.
  let words: String
  /// What they are given; none for who made the tenant, for strangers and for the local operator.
  let grants: [Grant]
  /// Whether they see the records of a place.
  let sees: @Sendable (CrossingPlace) -> Bool

  private init(
    _ name: String, _ words: String, role: String? = nil, at organization: String? = nil,
    program: String? = nil, offering: String? = nil,
    sees: @escaping @Sendable (CrossingPlace) -> Bool
  ) {
    actor = Actor(name)
    self.words = words
    grants =
      role.map {
        [
          Grant(
            to: name, role: $0, organization: organization, program: program, offering: offering)
        ]
      } ?? []
    self.sees = sees
  }

  static let administrator = CrossingPerson("u-agency", "whoever made the tenant") { _ in true }
  static let console = CrossingPerson(Actor.localOperator.name, "the local operator") { _ in true }
  static let stranger = CrossingPerson("u-stranger", "an actor without any grant") { _ in false }

  /// Who works at one place and reports for it.
  static let clerks = [
    CrossingPerson("u-district", "a clerk of a district", role: "clerk", at: "D1") {
      $0.district == "D1"
    },
    CrossingPerson("u-school", "a clerk of a school", role: "clerk", at: "S11") {
      $0.school == "S11"
    },
    CrossingPerson("u-other", "a clerk of another district's school", role: "clerk", at: "S21") {
      $0.school == "S21"
    },
  ]

  static let all =
    [administrator, console] + clerks + [
      CrossingPerson("u-whole", "a clerk of the whole tenant", role: "clerk") { _ in true },
      CrossingPerson("u-new", "a clerk of a school that has no students", role: "clerk", at: "S31")
      { _ in false },
      CrossingPerson("u-program", "a clerk of one program", role: "clerk", program: "P1") {
        $0.program == "P1"
      },
      CrossingPerson(
        "u-both", "a clerk of one program of a school", role: "clerk", at: "S12", program: "P2"
      ) {
        $0 == CrossingPlace(school: "S12", program: "P2")
      },
      CrossingPerson(
        "u-registrar", "a registrar of a school, whose role names no formats", role: "registrar",
        at: "S12"
      ) {
        $0.school == "S12"
      },
      CrossingPerson(
        "u-reader", "somebody who may only read at a school", role: "reader", at: "S11"
      ) {
        $0.school == "S11"
      },
      CrossingPerson("u-typist", "somebody who may enter but not read", role: "typist", at: "S11") {
        $0.school == "S11"
      },
      CrossingPerson(
        "u-principal", "an administrator of a school alone", role: Grant.administrator, at: "S12"
      ) {
        $0.school == "S12"
      }, stranger,
    ] + ofOfferings

  /// Who works at one program at a school alone, and who gives access to a part.
  private static let ofOfferings = [
    CrossingPerson(
      "u-offering", "a clerk of one program at a school", role: "clerk", offering: "A112"
    ) {
      $0.offering == "A112"
    },
    CrossingPerson(
      "u-apart", "a clerk of a school whose program lies at another", role: "clerk", at: "S11",
      offering: "A211"
    ) { _ in false },
    CrossingPerson("u-lead", "somebody who gives access to a district", role: "lead", at: "D1") {
      $0.district == "D1"
    },
    CrossingPerson(
      "u-section", "somebody who gives access to one program at a school", role: "lead",
      offering: "A121"
    ) {
      $0.offering == "A121"
    },
  ]

  /// Whether they learn of a colleague, because they give access where the colleague has a role.
  func knows(_ colleague: CrossingPerson) -> Bool {
    let giving = grants.filter { ["lead", Grant.administrator].contains($0.role) }
    return giving.contains { own in
      colleague.grants.contains { grant in
        let place = grant.organization ?? grant.offering.map { "S" + $0.dropFirst().prefix(2) }
        let district = place.map { "D" + $0.dropFirst().prefix(1) }
        return own.organization.map { [place, district].contains($0) } ?? true
          && own.offering.map { $0 == grant.offering } ?? true
      }
    }
  }

  /// Where they may bring something, if anywhere.
  var home: CrossingPlace {
    CrossingPlace.all.first(where: sees) ?? CrossingPlace(school: "S31", program: "P1")
  }

  /// Whether they see the tenant at all.
  var hasAccess: Bool { actor != Self.stranger.actor }

  /// Whether they see all of the tenant.
  var seesAll: Bool { CrossingPlace.all.allSatisfy(sees) }
}
