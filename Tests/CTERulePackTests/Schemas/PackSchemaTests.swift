import BundledRulePacks
import CTEModel
import Foundation
import Testing

@testable import CTERulePack

struct PackSchemaTests {
  /// The mistakes of `BrokenPacks` that a schema sees. The others take knowledge of more than one place.
  static let seen: Set<String> = [
    "misspelt-key", "rule-without-reject", "unknown-record-type", "years-beyond-the-calendar",
    "absent-misspelt", "entry-without-its-name", "expect-misspelt", "fiscal-year-begins-on-no-day",
    "key-with-capital", "keys-that-differ-in-case", "list-of-unknown-coverage",
    "list-where-mapping-is-expected", "lookups-misspelt", "message-is-one-placeholder",
    "misspelt-key-in-an-earlier-year", "nothing-at-a-required-key", "official-name-as-list",
    "once-of-unknown-kind", "parameter-of-unknown-kind", "require-misspelt", "source-without-title",
    "unreadable-format-and-another-mistake", "unreadable-parameters-and-another-mistake",
    "wrong-kind-in-one-year", "version-by-year", "unwanted-file-by-year", "extends-by-year",
    "first-year-by-year", "year-with-letters", "role-allows-unknown-permission",
    "role-without-label", "support-of-unknown-type", "example-access-unknown",
  ]

  @Test func `every file of every sound pack is right`() throws {
    let shipped = try #require(BundledRulePacks.library().folders.first)
    var count = 0
    for folder in [shipped, PackFixture.resource("Lakeland")] {
      for (path, wrong) in try verdicts(in: folder) {
        #expect(!wrong, "\(path) is refused by its schema")
        count += 1
      }
    }
    #expect(count > 60)
  }

  @Test func `every file of a new pack is right`() throws {
    let pack = try NewPack(named: "lakeland", years: FiscalYear(2026)...FiscalYear(2027))
    for (path, text) in pack.files {
      guard let kind = PackFileKind(path: path) else { continue }
      let node = try #require(
        YAMLReader.document(in: [UInt8](text.utf8), file: path, log: IssueLog()))
      #expect(try validator(of: kind).accepts(node), "\(path) is refused by its schema")
    }
  }

  @Test(arguments: PackFixture.mistakes)
  func `a mistake that shows in one place is seen, and no other is`(mistake: String) throws {
    let verdicts = try verdicts(in: PackFixture.resource("BrokenPacks/\(mistake)"), mayHide: true)
    #expect(verdicts.contains { $0.isWrong } == Self.seen.contains(mistake))
  }

  @Test func `a schema refers to nothing outside, and is the same every time`() throws {
    for schema in PackSchema.all {
      #expect(schema.json.contains("\"$schema\": \"http://json-schema.org/draft-07/schema#\""))
      #expect(!schema.json.contains("\"$id\"") && schema.json.hasSuffix("}\n"))
      let references = schema.json.matches(of: #/"\$ref": "([^"]*)"/#).map { $0.1 }
      #expect(references.allSatisfy { $0.hasPrefix("#/definitions/") })
    }
    #expect(PackSchema.all.map(\.json) == PackFileKind.allCases.map { $0.schema.lines + "\n" })
  }

  @Test func `an editor finds the schema of every file`() {
    let settings = PackSchema.settings(schemasIn: "schemas")
    #expect(settings.hasPrefix("{\n  \"yaml.schemas\": {\n    \"./schemas/pack.schema.json\": ["))
    #expect(settings.contains("\"./schemas/rule.schema.json\": [\"**/rules/*/*.yaml\"]"))
    #expect(settings.contains("\"**/programs/index.yaml\""))
  }

  @Test func `schemas are written beside settings, but never over somebody's own`() throws {
    let fixture = try PackFixture()
    let names = try PackSchema.write(into: "schemas", of: fixture.folder)
    #expect(names.count == PackFileKind.allCases.count + 1)
    #expect(try PackSchema.write(into: "schemas", of: fixture.folder) == names)
    let settings = fixture.folder.appendingPathComponent("schemas/settings.json")
    try Data("{}".utf8).write(to: settings)
    #expect(throws: PackWritingError.self) {
      try PackSchema.write(into: "schemas", of: fixture.folder)
    }
    #expect(try Data(contentsOf: settings) == Data("{}".utf8))
  }

  private func validator(of kind: PackFileKind) throws -> SchemaValidator {
    try SchemaValidator(try #require(PackSchema.all.first { $0.name == kind.rawValue }))
  }

  /// Returns which files beneath a folder their schemas refuse. Those that are no YAML, or lie in wrong places, have none.
  private func verdicts(
    in folder: URL, mayHide: Bool = false
  ) throws -> [(path: String, isWrong: Bool)] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return try (paths ?? []).filter { $0.hasSuffix(".yaml") }.compactMap { path in
      let kind = PackFileKind(path: path) ?? PackFileKind(path: path.withoutFirstFolder)
      guard let kind else { return nil }
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
      let node = YAMLReader.document(in: bytes, file: path, log: IssueLog())
      if node == nil && mayHide { return nil }
      return (path, !(try validator(of: kind).accepts(try #require(node))))
    }
  }
}

extension String {
  fileprivate var withoutFirstFolder: String {
    split(separator: "/").dropFirst().joined(separator: "/")
  }
}
