import BundledRulePacks
import CTECore
import CTETestKit
import Foundation
import Testing

struct FindingsFileTests {
  static func finding(_ value: String, severity: Severity = .error) -> Finding {
    Finding(
      row: 7, columnIndex: 2, column: "Program Number", rule: RuleID("lakeland:program/unknown"),
      severity: severity, value: value, expected: nil, message: "no program \"\(value)\"",
      help: "Check it.")
  }

  static func file(_ findings: [Finding], ending: String) throws -> String {
    try withPassingFolder { folder in
      let url = folder.appendingPathComponent("errors.\(ending)")
      let file = try FindingsFile(at: url.path)
      try file.receive(findings)
      try file.close()
      return try String(contentsOf: url, encoding: .utf8)
    }
  }

  @Test(arguments: [
    ("4711", "4711"), ("a,b", "\"a,b\""), ("=1+1", "'=1+1"), (" =1+1", "' =1+1"), ("+1", "'+1"),
    ("@x", "'@x"), ("-5", "'-5"), ("\tx", "'\tx"), ("=\u{200D}1", "'=\u{200D}1"),
  ])
  func `a value in an error file is quoted, and never a formula`(value: String, cell: String) throws
  {
    let lines = try Self.file([Self.finding(value)], ending: "csv").components(separatedBy: "\r\n")
    #expect(lines[0] == "row,column,cell,rule,severity,value,expected,message,help")
    #expect(
      lines[1]
        == "7,Program Number,C7,lakeland:program/unknown,error,\(cell),,\"no program \"\"\(value)\"\"\",Check it."
    )
  }

  @Test func `a mark that joins the letter before it hides no quote`() throws {
    let text = try Self.file([Self.finding("a\"\u{301},=1+1")], ending: "csv")
    #expect(text.unicodeScalars.count { $0 == "\"" } == 12)
    #expect(text.contains("\"a\"\"\u{301},=1+1\""))
  }

  @Test func `notices are in the report, not in the error file`() throws {
    let text = try Self.file(
      [Self.finding("1", severity: .notice), Self.finding("2", severity: .warning)], ending: "csv")
    #expect(text.components(separatedBy: "\r\n").count == 3)
  }

  @Test func `an error file in JSON is an array of findings`() throws {
    let text = try Self.file([Self.finding("1"), Self.finding("2")], ending: "json")
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(entries.count == 2)
    #expect(entries[0]["cell"] as? String == "C7" && entries[0]["row"] as? Int == 7)
    #expect(try Self.file([], ending: "json") == "[\n]\n")
  }

  @Test func `an ending that says nothing of the form is refused`() {
    #expect(throws: RenderingError.self) { try FindingsFile(at: "/tmp/errors.txt") }
  }

  @Test func `an error file never takes the place of the file that is checked`() throws {
    try withPassingFolder { folder in
      let upload = folder.appendingPathComponent("upload.csv")
      let link = folder.appendingPathComponent("link.csv")
      try Data("a,b".utf8).write(to: upload)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: upload)
      for path in [upload.path, link.path, folder.path + "/./upload.csv"] {
        #expect(throws: RenderingError.self) { try FindingsFile(at: path, about: upload.path) }
      }
      #expect(try String(contentsOf: upload, encoding: .utf8) == "a,b")
    }
  }

  @Test func `an error file takes the place of a file, never of a folder`() throws {
    try withPassingFolder { folder in
      let (taken, old) = (
        folder.appendingPathComponent("a.csv"), folder.appendingPathComponent("b.csv")
      )
      try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: true)
      #expect(throws: RenderingError.self) { try FindingsFile(at: taken.path) }
      try Data("old".utf8).write(to: old)
      let file = try FindingsFile(at: old.path)
      #expect(try String(contentsOf: old, encoding: .utf8) == "old")
      try file.close()
      #expect(try String(contentsOf: old, encoding: .utf8) != "old")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.sorted() == ["a.csv", "b.csv"])
    }
  }

  @Test func `a file that is never closed leaves nothing`() throws {
    try withPassingFolder { folder in
      do {
        let file = try FindingsFile(at: folder.appendingPathComponent("errors.csv").path)
        try file.receive([Self.finding("1")])
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }
}

struct ReportTests {
  @Test func `the report in JSON has every name that programs rely on`() async throws {
    let demo = try await Demo()
    let report = try await demo.load("upload")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json().utf8)) as? [String: Any])
    let names = [
      "submission", "format", "state", "read", "accepted", "unchanged", "updated", "rejected",
      "findings", "notices", "repairs", "rules",
    ]
    #expect(Set(json.keys) == Set(names))
    #expect(json["state"] as? String == "committed" && json["submission"] as? Int == 9)
    #expect(json["findings"] as? [String: Int] == ["error": 19, "warning": 0, "notice": 0])
    let repairs = try #require(json["repairs"] as? [[String: Any]])
    #expect(repairs[0]["column"] as? String == "Student SUID Number")
    #expect(repairs[0]["kind"] as? String == "restoredZeros" && repairs[0]["firstRow"] as? Int == 2)
    let rules = try #require(json["rules"] as? [[String: Any]])
    #expect(Set(rules.compactMap { $0["status"] as? String }) == ["failed", "passed"])
  }

  @Test func `a file that nothing came of has no submission`() async throws {
    let demo = try await Demo()
    let report = try await demo.importing(Upload.titles, isDryRun: true)
    #expect(try report.json().contains("\"submission\" : null"))
  }
}

struct PrecheckTests {
  @Test func `offline, cells and rules of the row are checked, and the rest is told to wait`()
    async throws
  {
    let demo = try await Demo(loading: [])
    let report = try Precheck(pack: demo.tenant.pack, today: Demo.moment.day).check(
      Demo.sample.appendingPathComponent("upload.csv").path)
    #expect(report.state == .preview)
    #expect(report.counts.read == 24 && report.counts.rejected == 10)
    let outcomes = Dictionary(
      uniqueKeysWithValues: report.outcomes.map { ($0.rule.name, $0.status) })
    #expect(outcomes["arizona:submission/fiscal-year-differs"] == .failed)
    #expect(outcomes["arizona:student/unknown"] == .notApplicable)
    #expect(outcomes["arizona:credential/already-recorded"] == .notApplicable)
  }
}

struct FormatTests {
  @Test func `a file whose titles fit no format is told which it is nearest to`() async throws {
    let demo = try await Demo(loading: [])
    let text = Upload.titles.replacing("Test Date", with: "Exam Date")
    let error = await #expect(throws: IntakeError.self) { try await demo.importing(text) }
    #expect(error?.code == .wrongTitles)
    #expect(
      error?.message.hasSuffix("'Optional Certificate/License Number' but not 'Test Date'") == true
    )
  }

  @Test
  func `columns may stand in any order, and ones that the format doesn't name are passed over`()
    async throws
  {
    let demo = try await Demo()
    let turned = (Upload.titles + Upload.row()).components(separatedBy: "\r\n").dropLast().map {
      "x," + $0.components(separatedBy: ",").reversed().joined(separator: ",")
    }
    let report = try await demo.importing(turned.joined(separator: "\r\n"))
    #expect(report.counts.accepted == 1)
  }

  @Test func `titles are found in the row in which a format has them`() async throws {
    let demo = try await Demo(loading: [])
    _ = try demo.write(
      "title: Hillside\nversion: 1.0.0\nextends: arizona\nyears: {first: 2022, last: 2022}\n"
        + "sources: {manual: {title: invented}}\n", to: "hillside/pack.yaml")
    _ = try demo.write(
      """
      summary: Programs beneath two lines of instructions.
      source: manual, 1
      trust: loaded
      container: {kinds: [csv], header: {row: 3}}
      columns:
        - {title: Number, field: id, required: true}
        - {title: Name, field: title, required: true}
      records:
        - {record: program}

      """, to: "hillside/formats/instructed.yaml")
    let pack = try RulePack.load(
      "hillside", year: FiscalYear(2022), from: BundledRulePacks.library(after: [demo.folder]))
    let file = try demo.write(
      "Fill in your programs\n\"two\nlines\",x\nNumber,Name\n52030000,Accounting\nx,y\n",
      to: "programs.csv")
    let report = try Precheck(pack: pack, today: Demo.moment.day).check(file)
    #expect(report.format == "instructed")
    #expect(report.counts.read == 2 && report.counts.accepted == 1)
    #expect(report.findings.map(\.cell) == ["A5"])
    let plain = try demo.write("program,name\n52030000,Accounting\n", to: "plain.csv")
    #expect(try Precheck(pack: pack, today: Demo.moment.day).check(plain).format == "program-list")
  }

  @Test func `a format that the pack doesn't have leads to those that it has`() async throws {
    let demo = try await Demo(loading: [])
    let file = try demo.write(Upload.titles, to: "upload.csv")
    let error = await #expect(throws: IntakeError.self) {
      try await demo.tenant.importFile(file, format: "credentials", at: Demo.moment)
    }
    #expect(error?.message.contains("its formats are coherent-sequence, course-list") == true)
  }
}
