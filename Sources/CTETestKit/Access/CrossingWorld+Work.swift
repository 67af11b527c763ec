import CTECore
import CTEModel
import CTEStore

// What happens in the tenants.
extension CrossingWorld {
  /// How many submissions there are when everybody has done their work, and how many events at most.
  static let submissions = 16, events = 48

  private static let lists = [
    (
      "organizations",
      "District Number,School Number\nD1,S11\nD1,S12\nD2,S21\nD3,S31\nD4,S41\n"
    ),
    ("programs", "Program Number,Program Title\nP1,Metal Work\nP2,Food Service\n"),
    (
      "offerings",
      "Offering Number,Offered Program,Offered At\n"
        + CrossingPlace.all.map { "\($0.offering),\($0.program),\($0.school)\n" }.joined()
        + "A411,P1,S41\n"
    ),
    (
      "listings",
      "Listed Program,Listed Code,Listed Credential\n"
        + "P1,C11,Welder\nP1,C12,Solderer\nP1,C13,Brazer\nP2,C21,Baker\nP2,C22,Cook\nP2,C23,Waiter\n"
    ),
  ]

  fileprivate static let rosterTitles = "Student Number,Last Name,Member Of\n"
  static let enrollmentTitles = "Student,School,Program,Course,Credits,Offering\n"
  static let credentialTitles = "Student,School,Program,Code,Passed,Certificate,Offering\n"

  func fillOwn() async throws {
    let tenant = try await make(Self.own, by: CrossingPerson.administrator.actor)
    try await load(into: tenant)
    for grant in CrossingPerson.all.flatMap(\.grants) {
      try await tenant.give(grant, at: Self.moment)
    }
    var work: [(place: CrossingPlace, tenant: Tenant)] = []
    for (clerk, place) in zip(CrossingPerson.clerks, [3, 0, 4]) {
      work.append(
        (CrossingPlace.all[place], try await self.tenant(Self.own, as: clerk.actor)))
    }
    var neutral = Neutral(world: self, tenant: tenant)
    for turn in [firstTurn, secondTurn] {
      for (place, tenant) in work { try await turn(place, tenant, &neutral) }
    }
  }

  func fillOther() async throws {
    try await load(into: make(Self.other, by: Actor("u-elsewhere")), marked: "X")
  }

  private func make(_ id: TenantID, by maker: Actor) async throws -> Tenant {
    let tenant = try await Tenant.create(
      id, settings: TenantSettings(pack: CrossingPack.name, year: Self.year), in: store,
      packs: packs,
      as: maker, at: Self.moment)
    for (format, text) in Self.lists { try await upload(text, as: format, to: tenant) }
    return tenant
  }

  /// Loads the students of all places, their enrollments, and a credential of the first of each place; after them those of
  /// a school that only who sees the whole tenant sees, so that no file is without rows.
  ///
  /// - Parameter mark: What stands before the numbers of students.
  private func load(into tenant: Tenant, marked mark: String = "") async throws {
    try await upload(
      Self.rosterTitles + lines(3) { "\(mark)\($1),Name\(mark)\($1),\($0.school)" }
        + "N0,Nobody,S41\n",
      as: "roster", to: tenant)
    try await upload(
      Self.enrollmentTitles
        + lines(6) { "\(mark)\($1),\($0.school),\($0.program),C1,0.50,\($0.offering)" }
        + "N0,S41,P1,C1,0.50,A411\n",
      as: "enrollments", to: tenant)
    try await upload(
      Self.credentialTitles
        + lines(7, students: 1) {
          "\(mark)\($1),\($0.school),\($0.program),\($0.code(1)),Y,CERT\(mark)\($1),\($0.offering)"
        } + "N0,S41,P1,C11,Y,,A411\n", as: "credentials", to: tenant)
  }

  /// Returns a line for each student of each place; a blank one where there is nothing of the place.
  private func lines(
    _ columns: Int, students: Int = CrossingPlace.studentCount,
    _ line: (CrossingPlace, String) -> String
  ) -> String {
    (1...students).flatMap { number in
      CrossingPlace.all.map { place in
        holds(place)
          ? line(place, place.student(number)) + "\n"
          : String(repeating: ",", count: columns - 1) + "\n"
      }
    }.joined()
  }
}

// What a clerk does at a place.
extension CrossingWorld {
  private func firstTurn(
    _ place: CrossingPlace, _ tenant: Tenant, _ neutral: inout Neutral
  ) async throws {
    guard holds(place) else {
      for _ in 1...2 { try await neutral.upload() }
      return try await neutral.enter()
    }
    try await upload(
      Self.credentialTitles + place.credential(of: 3, code: 1), as: "credentials", to: tenant)
    try await upload(
      Self.credentialTitles + place.credential(of: 4, code: 2), as: "previews", to: tenant)
    let added = try await tenant.add(place.draft(of: 2, code: 2), at: Self.moment)
    try expect(added.record != nil, equals: true, "whether a clerk's entry was saved")
  }

  private func secondTurn(
    _ place: CrossingPlace, _ tenant: Tenant, _ neutral: inout Neutral
  ) async throws {
    guard holds(place) else {
      try await neutral.upload()
      for _ in 1...2 { try await neutral.enter() }
      return
    }
    let rows = [3, 4].map { place.credential(of: $0, code: 1) }.joined()
    try await upload(Self.credentialTitles + rows, as: "credentials", to: tenant)
    _ = try await tenant.modify(
      place.credential, of: .credentialAttempt, ["passed": "false"], at: Self.moment)
    _ = try await tenant.delete([place.enrollment(of: 6)], of: .courseEnrollment, at: Self.moment)
  }

  /// What takes the place of work that somebody doesn't see.
  private struct Neutral {
    let world: CrossingWorld
    let tenant: Tenant
    private var count = 0

    init(world: CrossingWorld, tenant: Tenant) {
      self.world = world
      self.tenant = tenant
    }

    /// Makes a submission about a school that only who sees the whole tenant sees.
    mutating func upload() async throws {
      count += 1
      try await world.upload(
        CrossingWorld.rosterTitles + "N\(count),Nobody,S41\n", as: "roster", to: tenant)
    }

    /// Makes an event without a submission.
    mutating func enter() async throws {
      count += 1
      try await tenant.give(
        Grant(to: "nobody \(count)", role: "reader", organization: "S41"),
        at: CrossingWorld.moment)
    }
  }
}

// What belongs to a place.
extension CrossingPlace {
  /// Returns a code that is listed for the program.
  func code(_ number: Int) -> String { "C\(program.dropFirst())\(number)" }

  private var place: Int { Self.all.firstIndex(of: self) ?? 0 }

  /// The credential that was loaded for the first student.
  var credential: RecordID { RecordID(submission: 7, row: place + 2) }

  /// The enrollment that was loaded for a student.
  func enrollment(of number: Int) -> RecordID {
    RecordID(submission: 6, row: (number - 1) * Self.all.count + place + 2)
  }

  /// The row of the roster with a student.
  func member(_ number: Int) -> RecordID {
    RecordID(submission: 5, row: (number - 1) * Self.all.count + place + 2)
  }

  /// Returns a row of a credential file.
  func credential(of number: Int, code: Int) -> String {
    "\(student(number)),\(school),\(program),\(self.code(code)),Y,CERT\(student(number)),\(offering)\n"
  }

  /// Returns a credential as a person enters it.
  func draft(of number: Int, code: Int) -> RecordDraft {
    RecordDraft(
      .credentialAttempt,
      [
        "student": student(number), "school": school, "program": program, "offering": offering,
        "credentialCode": self.code(code), "passed": "true",
        "certificateNumber": "CERT\(student(number))",
      ])
  }
}
