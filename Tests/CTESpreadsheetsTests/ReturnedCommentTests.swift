import CTERulePack
import Foundation
import Testing

@testable import CTESpreadsheets

struct ReturnedCommentTests {
  private static let own = "--- Found by CTE ---\nis not right\nCorrect it."

  /// A workbook in which people have commented on B2 and C3.
  private static var commented: ReturnedSample {
    var sample = ReturnedSample(
      sheet: ReturnedSample.sheet(after: #"<legacyDrawing r:id="rId2"/>"#),
      relationships: [
        ("comments", "../comments/comment7.xml"), ("vmlDrawing", "/xl/drawings/boxes.vml"),
      ])
    sample["xl/comments/comment7.xml"] =
      #"<comments xmlns="\#(ReturnedSample.main)"><authors><author>Ann</author><author>tc={1}</author></authors><commentList>"#
      + #"<comment ref="B2" authorId="0"><text><t>ask Bob</t></text></comment>"#
      + #"<comment ref="C3" authorId="1"><text><r><rPr/><t>a talk</t></r></text></comment></commentList></comments>"#
    sample["xl/drawings/boxes.vml"] =
      #"<xml xmlns:a="urn:schemas-microsoft-com:vml" xmlns:b="urn:schemas-microsoft-com:office:office" xmlns:c="urn:schemas-microsoft-com:office:excel">"#
      + #"<b:shapelayout a:ext="edit"><b:idmap a:ext="edit" data="3"/></b:shapelayout>"#
      + [(1, 1), (2, 2)].map { row, column in
        #"<a:shape id="_x0000_s309\#(row)"><c:ClientData ObjectType="Note"><c:Row>\#(row)</c:Row><c:Column>\#(column)</c:Column></c:ClientData></a:shape>"#
      }.joined() + "</xml>"
    return sample
  }

  @Test func `comments of people stay, and ours stand below them`() throws {
    let file = try ReturnedFile(Self.commented)
    try file.mark([.error(2, 0), .error(2, 1), .error(3, 2)])
    // A conversation has its own place, into which nobody else can write.
    #expect(
      try file.comments() == ["A2": Self.own, "B2": "ask Bob\n" + Self.own, "C3": "a talk"])
    #expect(try file.boxes() == ["A2", "B2", "C3"])
    let drawing = try #require(try file.parts()["xl/drawings/boxes.vml"]?.text)
    #expect(drawing.contains(#"<a:shape id="_x0000_s3093" type="#))
  }

  @Test(arguments: ["<text/>", "<text />", "<text></text>", "<text><t/></text>"])
  func `a note without text takes ours`(text: String) throws {
    var sample = Self.commented
    let part = "xl/comments/comment7.xml"
    sample[part] = sample[part].replacingOccurrences(
      of: "<text><t>ask Bob</t></text>", with: text)
    let file = try ReturnedFile(sample)
    try file.mark([.error(2, 1)])
    #expect(try file.comments()["B2"] == "\n" + Self.own)
    let comments = try #require(try file.parts()[part]?.text)
    #expect(!comments.contains("<text/><r>") && !comments.contains("<text /><r>"))
  }

  @Test func `what looks like a mark of a letter stays as it was quoted`() throws {
    let file = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    try file.mark([.error(2, 1, "'_x0041_' is no school", help: nil)])
    #expect(
      try file.comments()["B2"] == "--- Found by CTE ---\n'_x005F_x0041_' is no school")
  }

  @Test func `nothing refers to comments that can't be written`() throws {
    let first = try ReturnedFile(ReturnedSample(sheet: ReturnedSample.sheet()))
    try first.mark([.error(2, CellReference.lastColumn + 1)])
    let parts = try first.parts()
    #expect(parts["xl/worksheets/_rels/sheet1.xml.rels"] == nil)
    #expect(parts["xl/worksheets/sheet1.xml"]?.text.contains("legacyDrawing") == false)
    #expect(try first.rows()[2]?.last == "Test Date: is not right")
  }

  @Test func `a part with more elements than can be held is left alone`() throws {
    var sample = Self.commented
    let part = "xl/comments/comment7.xml"
    sample[part] = sample[part].replacingOccurrences(
      of: "<authors>", with: "<authors>" + String(repeating: "<author/>", count: 200_000))
    let file = try ReturnedFile(sample)
    #expect(try file.mark([.error(2, 1)]) == .laidOutAlone(sheet: "Rows"))
    #expect(try file.comments() == ["B2": Self.own])
  }

  @Test func `ours go and those of people stay`() throws {
    let first = try ReturnedFile(Self.commented)
    try first.mark([.error(2, 0), .error(2, 1)])
    let again = try ReturnedFile(Array(Data(contentsOf: first.target)))
    try again.mark([], titles: ["SUID", "School", "Test Date", FormatMatch.errorsTitle])
    #expect(try again.comments() == ["B2": "ask Bob", "C3": "a talk"])
    #expect(try again.boxes() == ["B2", "C3"])
  }

  @Test func `ours take the place of earlier ones`() throws {
    let first = try ReturnedFile(Self.commented)
    try first.mark([.error(2, 0), .error(2, 1)])
    let again = try ReturnedFile(Array(Data(contentsOf: first.target)))
    try again.mark(
      [.error(2, 0, "is new", help: nil), .error(2, 1, "is new", help: nil)],
      titles: ["SUID", "School", "Test Date", FormatMatch.errorsTitle])
    let new = "--- Found by CTE ---\nis new"
    #expect(try again.comments() == ["A2": new, "B2": "ask Bob\n" + new, "C3": "a talk"])
    #expect(try again.boxes() == ["A2", "B2", "C3"])
  }

  @Test func `boxes of buttons stay where they are`() throws {
    var sample = Self.commented
    sample["xl/worksheets/_rels/sheet1.xml.rels"] = ReturnedSample.relationships([
      ("drawing", "a.xml"), ("vmlDrawing", "/xl/drawings/boxes.vml"),
    ])
    // No XML, as programs write it all the same.
    sample["xl/drawings/boxes.vml"] = sample["xl/drawings/boxes.vml"]
      .replacingOccurrences(of: "<c:Row>", with: "<br><c:Row>")
    let file = try ReturnedFile(sample)
    try file.mark([.error(2, 0)])
    let drawing = try #require(try file.parts()["xl/drawings/boxes.vml"]?.text)
    let beginning = sample["xl/drawings/boxes.vml"].dropLast("</xml>".count)
    #expect(drawing.hasPrefix(beginning) && drawing.hasSuffix("</a:shape></xml>"))
  }

  @Test func `there are no more than ten thousand comments, and the title says so`() throws {
    let rows = (2...3002).map { ReturnedSample.row($0, ["1", "2", "3", "4"]) }.joined()
    let sample = ReturnedSample(
      sheet: ReturnedSample.sheet(rows: ReturnedSample.row(1, ["a", "b", "c", "d"]) + rows))
    let file = try ReturnedFile(sample)
    try file.mark(
      (2...3002).flatMap { row in (0..<4).map { .error(row, $0) } }, titles: ["a", "b", "c", "d"])
    let comments = try file.comments()
    #expect(comments.count == 10_001)
    #expect(comments["E1"]?.contains("10,000") == true)
    #expect(comments["D2501"] != nil && comments["A2502"] == nil)
    #expect(try file.fill("D3002") == "FFFFC9C7")
    let sheet = try #require(try file.parts()["xl/worksheets/sheet1.xml"]?.text)
    #expect(sheet.contains(#"<c r="E3002""#))
    let drawing = try #require(try file.parts()["xl/drawings/vmlDrawing1.vml"]?.text)
    #expect(drawing.contains(#"data="1,2,3,4,5,6,7,8,9,10""#))
  }
}
