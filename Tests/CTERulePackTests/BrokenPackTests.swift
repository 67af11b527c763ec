import CTEModel
import CTERulePack
import Foundation
import Testing

struct BrokenPackTests {
  @Test func `the sound pack has no mistake`() throws {
    let fixture = try PackFixture()
    let pack = try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    #expect(pack.rules.count == 5)
    #expect(pack.formats.keys.sorted() == ["courses", "credentials"])
    #expect(pack.lists.map(\.name) == ["courses"])
  }

  @Test(arguments: PackFixture.mistakes)
  func `a mistake is told literally as its author will read it`(mistake: String) throws {
    let fixture = try PackFixture(broken: mistake)
    #expect(try fixture.issues() == PackFixture.expectedIssues(of: mistake))
  }

  @Test(arguments: PackFixture.mistakes)
  func `an editor can jump to every mistake`(mistake: String) throws {
    let fixture = try PackFixture(broken: mistake)
    let issues = #expect(throws: PackIssues.self) {
      try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    }
    for issue in issues?.issues ?? [] {
      let bytes = try Data(contentsOf: fixture.folder.appendingPathComponent(issue.origin.file))
      let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
      let line = try #require(issue.origin.line <= lines.count ? lines[issue.origin.line - 1] : nil)
      #expect(1...line.unicodeScalars.count + 1 ~= issue.origin.column, "\(issue)")
    }
  }

  /// Keys of the grammar, whose misspelling is one mistake, whatever rests on what stands there.
  private static let keys = [
    "absent", "accept", "after", "aliases", "allows", "appliesTo", "blames", "choices", "codes",
    "columns", "container",
    "coverage", "derived", "digits", "examples", "expect", "expected", "field", "fields", "file",
    "form", "format", "formats", "header", "identity", "inFile", "inStore", "kind", "kinds",
    "label",
    "lookups", "maximumLength", "message", "open", "pattern", "record", "records", "reject",
    "repeated", "require", "required", "restoreZeros", "restsOn", "scheme", "severity", "source",
    "summary",
    "title", "trust", "value", "values", "version", "where", "years",
  ]

  @Test func `a key that is misspelt anywhere in a pack is one mistake`() throws {
    let fixture = try PackFixture()
    for (path, text) in try fixture.texts() {
      let lines = text.components(separatedBy: "\n")
      for (place, line) in lines.enumerated() {
        for key in Self.keys {
          guard let range = line.firstRange(of: "\(key):"), !Self.isOwnName(key, in: line),
            line[..<range.lowerBound].last.map({ " {".contains($0) }) ?? true
          else { continue }
          var broken = lines
          broken[place].replaceSubrange(range, with: "\(key.dropLast())x:")
          try fixture.write(broken.joined(separator: "\n"), to: path)
          let issues = try fixture.issues()
          #expect(issues.hasPrefix("lakeland/\(path):\(place + 1):"), "\(key) in \(path): \(line)")
          #expect(
            issues.split(separator: "\n").count { $0.hasPrefix("lakeland") } == 1, "\(issues)")
        }
      }
      try fixture.write(text, to: path)
    }
  }

  /// Whether a key of the grammar is a field's name on the line.
  private static func isOwnName(_ key: String, in line: String) -> Bool {
    key == "kind" && line.contains("label: Kind")
  }

  @Test func `all mistakes of a pack are told at once, in the order of their places`() throws {
    let fixture = try PackFixture(broken: "misspelt-key")
    try fixture.write("summary: none\n", to: "formats/none.yaml")
    let issues = #expect(throws: PackIssues.self) {
      try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    }
    #expect(Set(issues?.issues.map(\.origin.file) ?? []).count == 2)
    let origins = issues?.issues.map(\.origin) ?? []
    #expect(origins == origins.sorted())
  }
}
