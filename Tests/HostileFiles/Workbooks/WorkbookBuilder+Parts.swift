extension WorkbookBuilder {
  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packages = "http://schemas.openxmlformats.org/package/2006"
  static let workbookType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  /// The types of the parts, for some sheets.
  static func contentTypes(workbook: String = workbookType, sheets: Int = 1) -> Content {
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let worksheets = (0..<sheets).map {
      #"<Override PartName="/xl/worksheets/sheet\#($0 + 1).xml" ContentType="\#(types).worksheet+xml"/>"#
    }
    return Content(
      declaration + #"<Types xmlns="\#(packages)/content-types">"#
        + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
        + #"<Default Extension="xml" ContentType="application/xml"/>"#
        + #"<Override PartName="/xl/workbook.xml" ContentType="\#(workbook)"/>"#
        + worksheets.joined()
        + #"<Override PartName="/xl/styles.xml" ContentType="\#(types).styles+xml"/>"#
        + #"<Override PartName="/xl/sharedStrings.xml" ContentType="\#(types).sharedStrings+xml"/>"#
        + "</Types>")
  }

  static let links = links([("rId1", "officeDocument", "xl/workbook.xml")])

  /// What a part links to: the link's name, the last word of its type, and the target.
  static func links(_ links: [(name: String, type: String, target: String)]) -> Content {
    let lines = links.map {
      #"<Relationship Id="\#($0.name)" Type="\#(relationships)/\#($0.type)" Target="\#($0.target)"/>"#
    }
    return Content(
      declaration + #"<Relationships xmlns="\#(packages)/relationships">"# + lines.joined()
        + "</Relationships>")
  }

  static func workbookLinks(sheets: Int = 1) -> Content {
    links(
      (0..<sheets).map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") } + [
        ("rId\(sheets + 1)", "styles", "styles.xml"),
        ("rId\(sheets + 2)", "sharedStrings", "sharedStrings.xml"),
      ])
  }

  /// A workbook with sheets of some names; `attributes` may hide a sheet, `before` stands before them all.
  static func workbook(
    _ sheets: [(name: String, attributes: String)] = [("Upload", "")], before: String = ""
  ) -> Content {
    let lines = sheets.enumerated().map { place, sheet in
      #"<sheet name="\#(sheet.name)" sheetId="\#(place + 1)" \#(sheet.attributes) r:id="rId\#(place + 1)"/>"#
    }
    return Content(
      declaration + #"<workbook xmlns="\#(spreadsheet)" xmlns:r="\#(relationships)">"# + before
        + "<sheets>" + lines.joined() + "</sheets></workbook>")
  }

  /// Styles with a number format for each style of a cell after the first, which is general.
  static func styles(_ formats: [String] = []) -> Content {
    let codes = formats.enumerated().map { place, format in
      #"<numFmt numFmtId="\#(164 + place)" formatCode="\#(format)"/>"#
    }
    return styles(
      codes: codes.joined(), formatNumbers: [0] + formats.indices.map { 164 + $0 })
  }

  /// Styles with the number of a format for each style of a cell.
  static func styles(codes: String = "", formatNumbers: [Int]) -> Content {
    let cells = formatNumbers.map {
      #"<xf numFmtId="\#($0)" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#
    }
    return Content(
      declaration + #"<styleSheet xmlns="\#(spreadsheet)">"#
        + (codes.isEmpty ? "" : "<numFmts>\(codes)</numFmts>")
        + #"<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>"#
        + #"<fills count="2"><fill><patternFill patternType="none"/></fill>"#
        + #"<fill><patternFill patternType="gray125"/></fill></fills>"#
        + #"<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"#
        + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#
        + #"<cellXfs count="\#(cells.count)">"# + cells.joined() + "</cellXfs></styleSheet>")
  }

  static func strings(_ texts: [String]) -> Content {
    strings(items: texts.map { "<si><t>\($0)</t></si>" }.joined(), count: texts.count)
  }

  static func strings(items: String, count: Int) -> Content {
    Content(
      declaration + #"<sst xmlns="\#(spreadsheet)" count="\#(count)" uniqueCount="\#(count)">"#
        + items + "</sst>")
  }

  static let sheetStart =
    declaration + #"<worksheet xmlns="\#(spreadsheet)" xmlns:r="\#(relationships)">"#
  static let sheetEnd = "</sheetData></worksheet>"

  /// A sheet with some rows; `before` stands before them.
  static func sheet(_ rows: Content, before: String = "", after: String = "") -> Content {
    Content(sheetStart + before + "<sheetData>") + rows
      + Content("</sheetData>" + after + "</worksheet>")
  }
}
