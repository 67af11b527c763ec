/// A workbook of parts that a test writes out itself, so that every byte of them is known.
struct ReturnedSample {
  var parts: [(name: String, text: String)]

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

  /// A workbook of one sheet, as small as can be.
  init(
    sheet: String, styles: String? = Self.styles,
    relationships: [(type: String, target: String)] = []
  ) {
    parts = [
      ("[Content_Types].xml", Self.types(hasStyles: styles != nil)),
      ("_rels/.rels", Self.relationships([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        Self.head + #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)"><sheets>"#
          + #"<sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relationships(
          [("worksheet", "worksheets/sheet1.xml")]
            + (styles == nil ? [] : [("styles", "styles.xml")]))
      ),
      ("xl/worksheets/sheet1.xml", sheet),
      ("docProps/note.txt", "kept as it is"),
    ]
    if let styles { parts.append(("xl/styles.xml", styles)) }
    if !relationships.isEmpty {
      parts.append(("xl/worksheets/_rels/sheet1.xml.rels", Self.relationships(relationships)))
    }
  }

  /// A sheet with the titles and two rows, the second without its last cell.
  static func sheet(before: String = "", rows: String = Self.rows, after: String = "") -> String {
    Self.head + #"<worksheet xmlns="\#(main)" xmlns:r="\#(office)">"# + before
      + "<sheetData>\(rows)</sheetData>" + after + "</worksheet>"
  }

  static let rows =
    row(1, ["SUID", "School", "Test Date"]) + row(2, ["0012345678", "4711", "05/04/2026"])
    + row(3, ["0012345679", "4711"])

  static func row(_ number: Int, _ texts: [String], attributes: String = "") -> String {
    let cells = texts.enumerated().map { column, text in
      let letter = ["A", "B", "C", "D", "E", "F", "G"][column]
      return
        #"<c r="\#(letter)\#(number)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
    }
    return #"<row r="\#(number)"\#(attributes)>\#(cells.joined())</row>"#
  }

  static let styles =
    head + #"<styleSheet xmlns="\#(main)"><fonts count="1"><font/></fonts>"#
    + #"<fills count="2"><fill><patternFill patternType="none"/></fill>"#
    + #"<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>"#
    + #"<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"#
    + #"<xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"><alignment wrapText="1"/></xf>"#
    + #"</cellXfs><dxfs count="0"/></styleSheet>"#

  static func relationships(_ list: [(type: String, target: String)]) -> String {
    head
      + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
      + list.enumerated().map { number, item in
        #"<Relationship Id="rId\#(number + 1)" Type="\#(office)/\#(item.type)" Target="\#(item.target)"/>"#
      }.joined() + "</Relationships>"
  }

  private static func types(hasStyles: Bool) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return head
      + #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
      + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
      + #"<Default Extension="txt" ContentType="text/plain"/><Default Extension="xml" ContentType="application/xml"/>"#
      + #"<Override PartName="/xl/workbook.xml" ContentType="\#(kind).sheet.main+xml"/>"#
      + #"<Override PartName="/xl/worksheets/sheet1.xml" ContentType="\#(kind).worksheet+xml"/>"#
      + (hasStyles
        ? #"<Override PartName="/xl/styles.xml" ContentType="\#(kind).styles+xml"/>"# : "")
      + "</Types>"
  }

  /// The text of a part.
  subscript(name: String) -> String {
    get { parts.first { $0.name == name }?.text ?? "" }
    set {
      if let place = parts.firstIndex(where: { $0.name == name }) {
        parts[place].text = newValue
      } else {
        parts.append((name, newValue))
      }
    }
  }
}

// MARK: - The container

extension ReturnedSample {
  /// The workbook with its parts as they are, packed not at all.
  var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in parts {
      let (name, data) = (Array(name.utf8), Array(text.utf8))
      let sums = Self.word(Self.checksum(data)) + Self.word(data.count) + Self.word(data.count)
      let common: [UInt8] =
        [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + sums + Self.short(name.count) + [0, 0]
      let offset = body.count
      body += [0x50, 0x4B, 3, 4] + common + name + data
      directory +=
        [0x50, 0x4B, 1, 2, 20, 0] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + Self.word(offset)
        + name
    }
    let count = Self.short(parts.count)
    return body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + Self.word(directory.count) + Self.word(body.count) + [0, 0]
  }

  private static func short(_ number: Int) -> [UInt8] {
    [UInt8(number & 255), UInt8(number >> 8 & 255)]
  }

  private static func word(_ number: Int) -> [UInt8] { short(number) + short(number >> 16) }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
