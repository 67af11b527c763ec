import CTEIntake
import Foundation
import Testing

struct LimitsTests {
  @Test func `every limit is listed with its bound`() throws {
    let lines = try Program().run("limits", "--limit", "rows=50000").output.split(separator: "\n")
    #expect(lines.count == Limit.allCases.count)
    for (line, limit) in zip(lines, Limit.allCases) {
      let words = line.split(separator: " ")
      #expect(words.first.map(String.init) == limit.rawValue)
      #expect(words.dropFirst().first == (limit == .rows ? "50000" : "\(limit.standard)"))
    }
  }

  @Test func `limits are there for programs`() throws {
    let text = try Program().run("limits", "--output", "json").output
    let entries = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(entries.compactMap { $0["limit"] as? String } == Limit.allCases.map(\.rawValue))
    #expect(entries.filter { $0["fixed"] as? Bool == true }.count == 2)
  }

  @Test func `a file that passes a limit that was set is refused by its name`() throws {
    let arguments = ["validate", "upload.csv", "--pack", "arizona", "--year", "2022"]
    let result = try Program().run(arguments + ["--limit", "rows=10", "--output", "json"])
    #expect(result.exitCode == 2)
    #expect(result.output.contains("\"limit\" : \"rows\""))
    #expect(result.trouble.contains("upload.csv has too many rows; "))
    #expect(try Program().run(arguments + ["--limit", "rows=1000"]).exitCode == 1)
  }

  @Test(arguments: [
    ("rows", "NAME=NUMBER"), ("rows=", "NAME=NUMBER"), ("rows=0", "NAME=NUMBER"),
    ("rows=-3", "NAME=NUMBER"), ("rowz=3", "no bound 'rowz' can be set"),
    ("rowBytes=9000000000000", "the bound 'rowBytes' is at most 1073741824"),
    ("xmlEntities=3", "no bound 'xmlEntities' can be set"),
  ])
  func `a bound that can't be set is wrong usage`(argument: String, words: String) throws {
    let result = try Program().run("limits", "--limit", argument)
    #expect(result.exitCode == 64)
    #expect(result.trouble.contains(words))
  }
}
