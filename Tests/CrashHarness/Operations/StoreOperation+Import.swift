import CTECore
import CTEStoreSQLite
import Foundation

extension StoreOperation {
  /// A file of several batches into a tenant that holds something.
  static let importing = StoreOperation(name: "import", lasting: .sessionCommitted) { stage in
    try await stage.createLoaded("demo")
    try Roster.write(students: 0..<1200, to: stage.file("roster.csv"))
  } perform: { stage in
    try await stage.importFile(stage.file("roster.csv"))
  }

  /// The same file again, which changes nothing.
  static let importingAgain = StoreOperation(name: "import-again", lasting: nil) { stage in
    try await importing.prepare(stage)
    try await importing.perform(stage)
  } perform: { stage in
    try await importing.perform(stage)
  }

  /// A file that is looked at first.
  static let previewing = StoreOperation(name: "preview", lasting: .sessionCommitted) { stage in
    try await stage.createForPreviews("demo")
  } perform: { stage in
    if try await stage.tenant().submissions().contains(where: \.isPreview) { return }
    try await stage.importFile(Stage.previewed.path)
  }

  /// Committing it, in the place of its preview.
  static let committingPreview = StoreOperation(name: "commit-preview", lasting: .sessionCommitted)
  { stage in
    try await previewing.prepare(stage)
    try await previewing.perform(stage)
  } perform: { stage in
    let tenant = try await stage.tenant()
    guard let preview = try await tenant.submissions().first(where: \.isPreview) else { return }
    _ = try await tenant.commit(preview: preview.number, at: Stage.moment)
  }
}

extension Stage {
  private static let samples = checkout.appendingPathComponent("RulePacks/michigan/tests")
  fileprivate static let previewed = samples.appendingPathComponent(
    "every-rule-2025/credentials.csv")

  /// Creates a tenant whose pack has uploads looked at first, with the lists that these need.
  fileprivate func createForPreviews(_ name: String) async throws {
    try await store.create(
      Self.id(name), settings: TenantSettings(pack: "michigan", year: FiscalYear(2025)),
      by: Self.clerk, at: Self.moment)
    let lists = [
      "organizations", "sample-programs-2025", "credential-list-2025", "students",
      "enrollments-2025",
    ]
    for list in lists {
      try await importFile(
        Self.samples.appendingPathComponent("reference/\(list).csv").path, into: name)
    }
  }
}
