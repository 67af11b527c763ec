import BundledRulePacks
import CTEModel
import Foundation
import Testing

@testable import CTERulePack

/// A shipped pack with one word misspelt.
struct MisspeltPack {
  private static let files = PackFiles(
    of: "arizona", in: BundledRulePacks.library(), log: IssueLog())
  private static let filesAndFixtures: PackFiles = {
    var all = files
    all.readFixtures(log: IssueLog())
    return all
  }()

  /// The pack's own files, by their place in the folder of packs.
  static let own: [String] = (filesAndFixtures.all + files.manifests).filter {
    $0.pack == "arizona"
  }
  .map { "\($0.pack)/\($0.path).yaml" }.sorted()

  /// The checks of cells that fixtures name.
  private static let checks = [
    "missing", "not-digits", "not-listed", "not-a-day", "not-a-year", "not-a-number", "too-long",
  ].map { RuleID("cell/\($0)") }

  let path: String
  fileprivate let lines: [String]
  let words: [Spelled]

  init(_ path: String) throws {
    self.path = path
    let folder = try #require(BundledRulePacks.library().folders.first)
    let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    lines = text.components(separatedBy: "\n")
    let root = try #require(
      YAMLReader.document(in: Array(text.utf8), file: path, log: IssueLog()))
    let kind = try #require(PackFileKind(path: path.dropping("arizona/")))
    let all = SpelledWords(of: root, as: kind.content).words
    // A fixture says the same few words of every finding, so each is tried once there.
    var seen: Set<String> = []
    words = kind == .fixture ? all.filter { seen.insert($0.word).inserted } : all
  }

  /// Returns what is told of the pack with a word replaced at its place, in all years that it covers.
  func issues(replacing word: Spelled, by other: String) throws -> [PackIssue] {
    var lines = lines
    let line = Array(lines[word.origin.line - 1])
    let start = word.origin.column - 1
    try #require(String(line[start...]).hasPrefix(word.word))
    lines[word.origin.line - 1] =
      String(line[..<start]) + other + String(line[(start + word.word.count)...])
    let log = IssueLog()
    let root = YAMLReader.document(
      in: Array(lines.joined(separator: "\n").utf8), file: path, log: log)
    guard let root else { return log.issues }
    var files = path.contains("/tests/") ? Self.filesAndFixtures : Self.files
    files.replaceRoots { file, _ in "\(file.pack)/\(file.path).yaml" == path ? root : file.root }
    for year in [2022, 2021] where log.issues.isEmpty {
      let loader = PackLoader(files, year: FiscalYear(year), on: nil, log: log)
      if let pack = loader?.load() {
        _ = loader?.fixtures(formats: pack.formats, checks: Self.checks)
      }
    }
    return log.issues
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String { String(dropFirst(prefix.count)) }
}

struct MisspellingTests {
  @Test(arguments: MisspeltPack.own)
  func `every misspelt key and name is told at its place, with the word that was meant`(
    path: String
  ) async throws {
    let pack = try MisspeltPack(path)
    for word in pack.words where !word.word.isEmpty {
      // Others who wait for each other are tried at the same time.
      await Task.yield()
      let misspelt = word.word.misspelt
      let issues = try pack.issues(replacing: word, by: misspelt)
      if word.isFree && issues.isEmpty { continue }
      let isTold = issues.contains {
        $0.origin == word.origin && $0.help == "did you mean '\(word.word)'?"
      }
      #expect(isTold, "\(word.origin.line):\(word.origin.column) \(misspelt): \(issues)")
    }
  }
}

extension MisspellingTests {
  @Test func `a misspelt code in an example is told`() throws {
    let pack = try MisspeltPack("arizona/rules/enrollment/minutes-out-of-range.yaml")
    let code = try #require(pack.first("regular"))
    let issues = try pack.issues(replacing: code, by: "reggular")
    #expect(issues.map(\.origin) == [code.origin])
    #expect(issues.map(\.help) == ["did you mean 'regular'?"])
  }
}

extension MisspeltPack {
  /// Returns the first place of a word in the file.
  fileprivate func first(_ word: String) -> Spelled? {
    for (line, text) in lines.enumerated() {
      guard let range = text.range(of: word) else { continue }
      let column = text.distance(from: text.startIndex, to: range.lowerBound) + 1
      return Spelled(
        word: word, origin: .init(file: path, line: line + 1, column: column), isFree: false)
    }
    return nil
  }
}

extension String {
  /// The word with the letter in its middle doubled.
  fileprivate var misspelt: String {
    let middle = index(startIndex, offsetBy: count / 2)
    return String(self[...middle]) + String(self[middle]) + String(self[index(after: middle)...])
  }
}
