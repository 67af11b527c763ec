import Foundation
import Testing

struct GenericCoreTests {
  static let stateWords = ["arizona", "michigan", "cteis", "azeds", "suid", "ctds", "psn", "uic"]

  @Test func `no state's word occurs in the library`() throws {
    let files = Checkout.files(in: "Sources")
    #expect(files.count > 50)
    for file in files {
      let words = try Self.stateWords(in: file + "\n" + Checkout.text(file))
      #expect(words.isEmpty, "\(file) speaks of \(words)")
    }
  }

  @Test(arguments: [
    ("let SUID = 1", ["SUID"]), ("func ctdsNumber()", ["ctdsNumber"]),
    ("the Arizona pack", ["Arizona"]), ("a quick fruit cup", []), ("requic", []),
  ])
  func `a word is found alone and at the beginning of an identifier`(
    text: String, expected: [String]
  ) throws {
    #expect(try Self.stateWords(in: text) == expected)
  }

  static func stateWords(in text: String) throws -> [String] {
    let pattern = try Regex("\\b(?:\(stateWords.joined(separator: "|")))\\w*").ignoresCase()
    return text.matches(of: pattern).map { String(text[$0.range]) }
  }
}

struct ManifestTests {
  @Test func `every pack folder is shipped, and only those`() throws {
    let manifest = try Checkout.text("Package.swift")
    let shipped = manifest.matches(of: #/\.copy\("([a-z0-9-]+)"\)/#).map { String($0.1) }
    #expect(shipped.sorted() == (try Checkout.folders(in: "RulePacks")))
  }
}
