import CTEIntake
import Foundation
import Testing

struct ReadingPageTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/CTEIntake/README.md")

  @Test func `the page has every limit with its bound`() throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let told = page.split(separator: "\n").compactMap { line -> (String, String)? in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[0].hasPrefix("`") else { return nil }
      return (cells[0].replacing("`", with: ""), cells[1])
    }
    #expect(told.map(\.0) == Limit.allCases.map(\.rawValue))
    for (limit, bound) in zip(Limit.allCases, told.map(\.1)) {
      #expect(bound.hasSuffix("(fixed)") == limit.isFixed)
      #expect(bound.filter(\.isNumber) == String(limit.standard), "\(limit)")
    }
  }

  @Test func `a bound that is set holds, and others stay as they are`() {
    var limits = ReadingLimits()
    limits[.rows] = 3
    #expect(limits[.rows] == 3)
    #expect(limits[.columns] == Limit.columns.standard)
  }
}
