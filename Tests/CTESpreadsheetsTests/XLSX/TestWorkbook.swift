/// A workbook whose parts are written by hand.
struct TestWorkbook {
  /// The rows of the first sheet.
  var rows = ""
  /// The whole part of the first sheet, if rows aren't enough.
  var sheet: String?
  /// The `si` elements of the shared texts.
  var shared: String?
  /// What stands in the part of the styles.
  var styles: String?
  /// What stands in the workbook before its sheets.
  var properties = ""
  /// What stands in the workbook behind its sheets.
  var afterSheets = ""
  /// What the workbook says of its sheets.
  var sheets = #"<sheet name="Sheet 1" sheetId="1" r:id="rId1"/>"#
  /// Further references of the workbook.
  var relationships = ""
  /// Further parts.
  var parts: [TestZip.Part] = []

  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  static func sheet(_ rows: String) -> String {
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
      + #"<worksheet xmlns="\#(main)"><dimension ref="A1"/><sheetData>\#(rows)</sheetData></worksheet>"#
  }

  var zip: TestZip {
    var all = [
      TestZip.Part(
        "_rels/.rels", Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      TestZip.Part("xl/workbook.xml", workbook),
      TestZip.Part(
        "xl/_rels/workbook.xml.rels",
        Self.relationships(
          [
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml"),
          ], more: relationships)),
      TestZip.Part("xl/worksheets/sheet1.xml", sheet ?? Self.sheet(rows)),
    ]
    if let styles {
      all.append(TestZip.Part("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"))
    }
    if let shared {
      all.append(
        TestZip.Part("xl/sharedStrings.xml", #"<sst xmlns="\#(Self.main)">\#(shared)</sst>"#))
    }
    return TestZip(parts: all + parts)
  }

  private var workbook: String {
    #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)">\#(properties)<sheets>\#(sheets)</sheets>\#(afterSheets)</workbook>"#
  }

  static func relationships(
    _ list: [(id: String, type: String, target: String)], more: String = ""
  ) -> String {
    let all = list.map {
      #"<Relationship Id="\#($0.id)" Type="\#(office)/\#($0.type)" Target="\#($0.target)"/>"#
    }
    return "<Relationships>\(all.joined())\(more)</Relationships>"
  }
}
