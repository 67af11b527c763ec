import BundledRulePacks
import CTECore
import CTETestKit
import Foundation

/// A tenant with the sample lists of the pack whose uploads are looked at first, and a preview.
struct SampleState {
  let store: any Store
  let folder: URL
  let tenant: Tenant

  static let id = Sample.id("state")
  static let maker = Actor("agency")
  static let packs = Program.root.appendingPathComponent("RulePacks")
  private static let samples = packs.appendingPathComponent("michigan/tests")

  private enum Program {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Makes the tenant of the fiscal year 2024, with five lists as submissions 1 to 5 and a preview as submission 6.
  static func run<Result>(
    in kind: StoreKind = .inMemory, _ body: (SampleState) async throws -> Result
  ) async throws -> Result {
    try await kind.withStore { store, folder in
      let tenant = try await Tenant.create(
        id, settings: TenantSettings(pack: "michigan", year: FiscalYear(2024)), in: store,
        packs: BundledRulePacks.library(), as: maker, at: Demo.moment)
      let state = SampleState(store: store, folder: folder, tenant: tenant)
      for list in [
        "organizations", "sample-programs-2024", "credential-list-2024", "students",
        "enrollments-2024",
      ] { try await state.load("reference/\(list)") }
      try await state.load("clean-2024/credentials")
      return try await body(state)
    }
  }

  /// Imports one of the pack's sample files.
  func load(_ file: String, as actor: Actor = maker) async throws {
    let path = Self.samples.appendingPathComponent("\(file).csv").path
    _ = try await tenant(as: actor).importFile(path, at: Demo.moment)
  }

  /// Opens the tenant anew.
  func tenant(as actor: Actor = maker) async throws -> Tenant {
    try await Tenant(Self.id, in: store, packs: BundledRulePacks.library(), as: actor)
  }

  /// Copies the pack into a folder, with a text in one of its files that takes the place of another.
  func copyOfPack(_ file: String, _ old: String, _ new: String) throws -> String {
    let copy = folder.appendingPathComponent("packs/\(UUID().uuidString)/michigan")
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Self.packs.appendingPathComponent("michigan"), to: copy)
    let path = copy.appendingPathComponent(file)
    let text = try String(contentsOf: path, encoding: .utf8)
    try text.replacing(old, with: new).write(to: path, atomically: true, encoding: .utf8)
    return copy.path
  }
}
