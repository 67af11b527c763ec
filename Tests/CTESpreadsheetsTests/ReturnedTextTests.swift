import CTEModel
import Testing

@testable import CTESpreadsheets

struct ReturnedTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("_x0041_", "_x005F_x0041_"), ("_x004_", "_x004_"),
    ("a\u{7}b", "a_x0007_b"),
    ("a\r\nb", "a_x000D_\nb"), ("\u{FFFF}", "_xFFFF_"), ("__x00e9_", "__x005F_x00e9_"),
    ("é\u{301}", "é\u{301}"),
  ])
  func `cells hold what XML can't carry`(text: String, marked: String) {
    #expect(CellText.marked(text).unicodeScalars.elementsEqual(marked.unicodeScalars))
  }

  @Test(arguments: [
    ("=1", true), ("  +1", true), ("-1", true), ("@a", true), ("\ta", true), ("\ra", true),
    ("=\u{301}1", true), ("a=1", false), ("", false), ("1-1", false),
  ])
  func `what looks like a formula is known`(text: String, isFormula: Bool) {
    #expect(text.looksLikeFormula == isFormula)
  }

  @Test(arguments: [("a", 32_767), ("ä", 40_000), ("🙂", 20_000)])
  func `no text is longer than a cell, and what was cut says so`(letter: String, count: Int) {
    let text = String(repeating: letter, count: count)
    let capped = CellText.capped(text)
    #expect(capped.utf16.count <= CellText.longest)
    #expect((capped == text) == (text.utf16.count <= CellText.longest))
    #expect(capped == text || capped.hasSuffix("(cut: the cell is full)"))
  }

  @Test(arguments: [4_000, 5_000, 6_000, 40_000])
  func `marks take room in a cell too and are never cut apart`(count: Int) {
    for letter in ["\u{7}", "\r"] {
      let content = CellText.content(String(repeating: letter, count: count))
      #expect(content.utf16.count <= CellText.longest)
      let kept = content.firstRange(of: " … (cut").map { content[..<$0.lowerBound] } ?? content[...]
      let mark = CellText.marked(letter)
      #expect(kept == String(repeating: mark, count: kept.count / mark.count))
    }
  }

  @Test(arguments: [
    ("School", true, "School: is wrong"), ("School", false, "School (warning): is wrong"),
    ("", true, "is wrong"), ("", false, "warning: is wrong"),
  ])
  func `a column without a title leaves no colon`(title: String, isError: Bool, text: String) {
    let entry = RowFindings.Entry(
      column: 0, title: title, isError: isError, message: "is wrong", help: "")
    #expect(RowFindings(row: 2, entries: [entry]).summary == text)
  }

  @Test(arguments: [
    ("<c r=\"A1\"/>", "<c r=\"A1\" s=\"7\"/>"), ("<c s = '1' r='A1'>", "<c s = '7' r='A1'>"),
    ("<c r=\"A1\" s=\"12\" t=\"s\">", "<c r=\"A1\" s=\"7\" t=\"s\">"),
    ("<x:c\n>", "<x:c s=\"7\"\n>"),
    ("<c a=\" s='1'/>\" />", "<c a=\" s='1'/>\" s=\"7\" />"),
  ])
  func `an attribute is set and all else stays`(tag: String, changed: String) {
    var start = StartTag(tag.utf8)
    start["s"] = "7"
    #expect(String(decoding: start.bytes, as: UTF8.self) == changed)
    start["s"] = nil
    #expect(start["s"] == nil)
  }
}
