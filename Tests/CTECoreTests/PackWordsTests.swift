import CTECore
import Foundation
import Testing

/// What a pack says about files as a whole, and in words of the state.
struct PackWordsTests {
  private static let row = "000001,P1,A101,2026-02-01,Y\n"

  @Test func `a column that nobody takes is told by its letter where the pack asks for it`()
    async throws
  {
    let format = "formats/credentials.yaml"
    for (mode, count) in [("ignore", 0), ("notice", 1)] {
      let text = try LakelandDemo.changing(
        format, [("columns:", "unknownColumns: \(mode)\ncolumns:")])
      try await LakelandDemo.run(with: [format: text]) { demo in
        let report = try await demo.importing(
          "Student,Program,Code,MARK7731,Day,Passed\n"
            + Self.row.replacing("A101,", with: "A101,x,"))
        #expect(report.counts.accepted == 1)
        #expect(report.notices.count == count)
        #expect(report.findingCounts[.notice, default: 0] == count)
        for notice in report.notices {
          #expect(notice.message == "nothing is taken from the columns D")
        }
        #expect(!(try report.json()).contains("MARK7731"))
      }
    }
  }

  @Test func `a file without further columns has no notice of any`() async throws {
    let format = "formats/credentials.yaml"
    let text = try LakelandDemo.changing(
      format, [("columns:", "unknownColumns: notice\ncolumns:")])
    try await LakelandDemo.run(with: [format: text]) { demo in
      let report = try await demo.importing(LakelandDemo.titles + Self.row)
      #expect(report.notices.isEmpty)
      let outcome = report.outcomes.first { $0.rule.name == "file/unknown-columns" }
      #expect(outcome?.status == .passed)
    }
  }

  @Test(arguments: [
    (2, 28, false), (3, 1, true), (4, 15, true), (6, 30, true), (7, 1, false),
  ])
  func `a window is open from its first day to its last`(month: Int, day: Int, isOpen: Bool)
    async throws
  {
    let day = CalendarDay(year: 2026, month: month, day: day)
    try await LakelandDemo.run { demo in
      let report = try await demo.importing(LakelandDemo.titles + Self.row, on: day)
      #expect(report.counts.accepted == 1)
      #expect(
        report.notices.map(\.message)
          == (isOpen
            ? [] : ["the 2026 window is closed today; it is open from 2026-03-01 to 2026-06-30"]))
      let outcome = report.outcomes.first { $0.rule.name == "lakeland:window/credentials" }
      #expect(outcome?.status == (isOpen ? .passed : .failed))
    }
    let enforced = try LakelandDemo.changing(
      "windows.yaml", [("  open:", "  enforce: true\n  open:")])
    try await LakelandDemo.run(with: ["windows.yaml": enforced]) { demo in
      let before = try await demo.tenant.auditEvents().count
      if isOpen {
        let report = try await demo.importing(LakelandDemo.titles + Self.row, on: day)
        #expect(report.counts.accepted == 1 && report.notices.isEmpty)
      } else {
        let error = await #expect(throws: IntakeError.self) {
          try await demo.importing(LakelandDemo.titles + Self.row, on: day)
        }
        #expect(error?.code == .windowClosed)
        #expect(try await demo.tenant.auditEvents().count == before)
      }
    }
  }

  @Test(arguments: [
    "{2025: [{first: 2025-03-01, last: 2025-06-30}], 2026: null}", "{2025: [], 2026: ~}",
  ])
  func `a window of which nothing is known in the year is open`(open: String) async throws {
    let text = try LakelandDemo.changing(
      "windows.yaml",
      [
        (
          "  open:\n    2026: [{first: 2026-03-01, last: 2026-06-30}]",
          "  enforce: true\n  open: \(open)"
        )
      ])
    try await LakelandDemo.run(with: ["windows.yaml": text]) { demo in
      let report = try await demo.importing(LakelandDemo.titles + Self.row)
      #expect(report.counts.accepted == 1 && report.notices.isEmpty)
    }
  }

  @Test func `a finding has the state's own name for it in every form`() async throws {
    let rule = "rules/credential/not-enrolled.yaml"
    let text = try LakelandDemo.changing(
      rule, [("severity: error", "severity: error\nofficialName: \"ERR-17: No Enrollment\"")])
    try await LakelandDemo.run(with: [rule: text]) { demo in
      let report = try await demo.importing(
        LakelandDemo.titles + Self.row.replacing("P1", with: "P2"))
      #expect(report.findings.map(\.officialName) == ["ERR-17: No Enrollment"])
      #expect(report.text().contains("ERR-17: No Enrollment: "))
      let json = try FindingsFileTests.file(report.findings, ending: "json")
      let entries = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
      #expect(entries?.first?["officialName"] as? String == "ERR-17: No Enrollment")
    }
  }

  @Test(arguments: [("", 1), (", once: ever", 1), (", once: year", 2)])
  func `an identity is taken for ever, or anew every year`(once: String, accepted: Int)
    async throws
  {
    let record = "records/credential-attempt.yaml"
    let format = "formats/credentials.yaml"
    let files = [
      record: try LakelandDemo.changing(
        record, [("inFile: credential/repeated}", "inFile: credential/repeated\(once)}")]),
      format: try LakelandDemo.changing(
        format, [("records:\n", "  - {title: Year, field: year}\nrecords:\n")]),
    ]
    for isOneFile in [true, false] {
      try await LakelandDemo.run(with: files) { demo in
        let titles = "Student,Program,Code,Day,Passed,Year\n"
        let rows = ["000001,P1,A101,2026-02-01,Y,2026\n", "000001,P1,A101,2026-03-01,Y,2025\n"]
        let files = isOneFile ? [titles + rows.joined()] : rows.map { titles + $0 }
        var count = 0
        for file in files { count += try await demo.importing(file).counts.accepted }
        #expect(count == accepted)
      }
    }
  }
}
