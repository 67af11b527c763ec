import BundledRulePacks
import CTECore
import Foundation

/// A tenant of the invented state, whose pack a case may change.
struct LakelandDemo {
  let folder: URL
  let tenant: Tenant

  private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("CTERulePackTests/Lakeland/lakeland")

  /// The lists that Lakeland's rules look up, which its pack leaves to each case.
  private static let listFormats = [
    "students": """
    columns: [{title: Student ID, field: id, required: true}]
    records: [{record: student}]
    """,
    "enrollments": """
    columns:
      - {title: Student ID, field: student, required: true}
      - {title: Program ID, field: program, required: true}
      - {title: School ID, field: school, required: true}
      - {title: Course ID, field: course, required: true}
    records: [{record: courseEnrollment, set: {year: year}}]
    """,
    "listings": """
    columns:
      - {title: Program ID, field: program, required: true}
      - {title: Code ID, field: code, required: true}
      - {title: Credential ID, field: credential, required: true}
    records: [{record: credentialListing, set: {year: year}}]
    """,
  ]

  static let titles = "Student,Program,Code,Day,Passed\n"

  /// Makes a tenant in a store, with two students of a program for which two credentials are listed.
  ///
  /// - Parameter files: Files of the pack, by path, that are added or replaced.
  static func run<Result>(
    in kind: StoreKind = .inMemory, with files: [String: String] = [:],
    _ body: (LakelandDemo) async throws -> Result
  ) async throws -> Result {
    try await kind.withStore { store, folder in
      let pack = try Self.pack(in: folder, with: files)
      guard let id = TenantID("lakeland") else { preconditionFailure("a tenant's name") }
      let tenant = try await Tenant.create(
        id, settings: TenantSettings(pack: pack.path, year: FiscalYear(2026)), in: store,
        packs: BundledRulePacks.library(), as: Actor("sample clerk"), at: Demo.moment)
      let demo = LakelandDemo(folder: folder, tenant: tenant)
      for list in [
        "Student ID\n000001\n000002\n",
        "Student ID,Program ID,School ID,Course ID\n000001,P1,S1,C1\n000002,P1,S1,C1\n",
        "Program ID,Code ID,Credential ID\nP1,A101,Welder\nP1,A102,Solderer\n",
      ] { _ = try await demo.importing(list) }
      return try await body(demo)
    }
  }

  /// Copies the sample pack, with other files in it.
  static func pack(in folder: URL, with files: [String: String]) throws -> URL {
    let pack = folder.appendingPathComponent("packs/lakeland")
    try FileManager.default.createDirectory(
      at: pack.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: sample, to: pack)
    let lists = listFormats.map { name, layout in
      ("formats/\(name).yaml", "summary: A list.\nsource: manual, 7\ntrust: loaded\n\(layout)\n")
    }
    for (path, text) in lists + files.sorted(by: { $0.key < $1.key }) {
      let file = pack.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return pack
  }

  /// Returns the text of a file of the sample pack with something else in it.
  static func changing(_ path: String, _ changes: [(text: String, other: String)]) throws -> String
  {
    var whole = try String(contentsOf: sample.appendingPathComponent(path), encoding: .utf8)
    for change in changes {
      precondition(whole.contains(change.text), "\(path) has no '\(change.text)'")
      whole = whole.replacing(change.text, with: change.other)
    }
    return whole
  }

  /// Writes a file and imports it.
  func importing(
    _ text: String, on day: CalendarDay? = CalendarDay(year: 2026, month: 5, day: 1)
  ) async throws -> ImportReport {
    try await tenant.importFile(write(text), at: Demo.moment, on: day)
  }

  func write(_ text: String) throws -> String {
    let file = folder.appendingPathComponent("\(UUID().uuidString).csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// Checks a file without the tenant's records.
  func prechecking(_ text: String) throws -> ImportReport {
    let today = CalendarDay(year: 2026, month: 5, day: 1) ?? Demo.moment.day
    return try Precheck(pack: tenant.pack, today: today).check(write(text))
  }
}
