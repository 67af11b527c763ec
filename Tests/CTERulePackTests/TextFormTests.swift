import CTEModel
import Foundation
import Testing

@testable import CTERulePack

/// Ways in which editors save the same text.
struct TextFormTests {
  @Test(arguments: [
    ("\u{FEFF}", "\n", "a byte order mark"), ("", "\r\n", "lines as Windows ends them"),
    ("\u{FEFF}", "\r\n", "both"),
  ])
  func `a pack loads however its editor saved it`(mark: String, lineEnd: String, form: String)
    throws
  {
    let fixture = try PackFixture()
    let plain = try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    try fixture.rewrite { mark + $0.replacing("\n", with: lineEnd) }
    let pack = try RulePack.load("lakeland", year: FiscalYear(2026), from: fixture.library)
    #expect(pack.rules.map(\.id) == plain.rules.map(\.id))
    #expect(pack.rules.map(\.summary) == plain.rules.map(\.summary))
  }

  @Test(arguments: [("\u{FEFF}", "\n"), ("", "\r\n"), ("", "\r"), ("\u{FEFF}", "\r\n")])
  func `a mistake has the same place however its editor saved the file`(
    mark: String, lineEnd: String
  ) throws {
    for mistake in ["mistake-in-folded-expression", "mistake-in-quoted-expression", "tab"] {
      let fixture = try PackFixture(broken: mistake)
      try fixture.rewrite { mark + $0.replacing("\n", with: lineEnd) }
      #expect(try fixture.issues() == PackFixture.expectedIssues(of: mistake))
    }
  }

  @Test func `a mark on the first line counts for no column`() throws {
    let fixture = try PackFixture()
    try fixture.rewrite { "\u{FEFF}" + $0 }
    try fixture.write(
      "\u{FEFF}summary: \"{\"\nsource: \"manuel\"\ncodes: {}\n", to: "codes/terms.yaml")
    #expect(
      try fixture.issues() == """
        lakeland/codes/terms.yaml:2:10: unknown source 'manuel'
          help: did you mean 'manual'?
        """)
  }

  @Test func `a file that Windows calls Unicode is told to be no UTF-8`() throws {
    let fixture = try PackFixture()
    try fixture.write(bytes: [0xFF, 0xFE] + Array("s\0u\0".utf8), to: "lakeland/codes/terms.yaml")
    #expect(
      try fixture.issues() == """
        lakeland/codes/terms.yaml:1:1: the file isn't text in UTF-8
          help: save it as UTF-8
        """)
  }

  @Test func `a file of more than a mebibyte is refused`() throws {
    let fixture = try PackFixture()
    let file = "summary: Terms.\nsource: manual, 3\ncodes:\n  fall: Fall\n"
    let comment = "#" + String(repeating: " ", count: (1 << 20) - file.utf8.count - 1)
    try fixture.write(file + comment, to: "codes/terms.yaml")
    #expect(try fixture.issues() == "")
    try fixture.write(file + comment + " ", to: "codes/terms.yaml")
    #expect(
      try fixture.issues() == "lakeland/codes/terms.yaml:1:1: the file is larger than 1024 KiB")
  }

  @Test(arguments: ["plain", "\"quoted\"", "{key: 'quoted'}"])
  func `a list of a mebibyte on one line is read at once`(element: String) throws {
    let count = (1 << 20) / (element.utf8.count + 2) - 10
    let text = "[" + Array(repeating: element, count: count).joined(separator: ", ") + "]\n"
    let log = IssueLog()
    let time = ContinuousClock().measure {
      let node = YAMLReader.document(in: Array(text.utf8), file: "list.yaml", log: log)
      #expect(node?.elements?.count == count)
    }
    #expect(log.issues.isEmpty)
    // A quadratic reader takes many minutes.
    #expect(time < .seconds(10))
  }

  @Test func `what is no file is never read`() throws {
    let fixture = try PackFixture()
    let pipe = fixture.folder.appendingPathComponent("lakeland/codes/terms.yaml")
    try #require(mkfifo(pipe.path, 0o600) == 0)
    #expect(try fixture.issues() == "lakeland/codes/terms.yaml:1:1: the file can't be read")
    try FileManager.default.removeItem(at: pipe)
    try #require(FileManager.default.createFile(atPath: pipe.path, contents: nil))
    let handle = try FileHandle(forWritingTo: pipe)
    try handle.truncate(atOffset: 1 << 32)
    #expect(
      try fixture.issues() == "lakeland/codes/terms.yaml:1:1: the file is larger than 1024 KiB")
  }

  @Test func `a comment after a text is one where a blank follows its sign`() throws {
    let fixture = try PackFixture()
    try fixture.change(
      "summary: The kinds of courses.", to: "summary: The kinds. # of courses",
      in: "codes/course-kinds.yaml")
    #expect(try fixture.issues() == "")
    try fixture.change("# of", to: "#of", in: "codes/course-kinds.yaml")
    #expect(
      try fixture.issues() == """
        lakeland/codes/course-kinds.yaml:1:21: the 'summary' ends here: '#' after a blank begins a comment
          help: put quotes around the text, or a blank after the '#' of a comment
        """)
  }

  @Test func `a text between quotes may hold whatever it likes`() throws {
    let fixture = try PackFixture()
    let text = "a: b #1 {student} !x & * @ % | > - ? [ ] ''"
    try fixture.change(
      "summary: The kinds of courses.", to: "summary: '\(text)'", in: "codes/course-kinds.yaml")
    #expect(try fixture.issues() == "")
  }
}
