import CTERulePack

@testable import HostileFiles

/// Workbooks whose values are numbers, days and results.
extension OddFile {
  private static let serials = [44_687, 44_690, 44_691]

  /// A workbook whose days are numbers in a style.
  private static func dated(
    _ name: String, styles: Content = WorkbookBuilder.styles(["mm/dd/yyyy"]), shift: Int = 0,
    fraction: String = "", workbook: Content? = nil
  ) -> OddFile {
    OddFile(
      name,
      workbook: { builder in
        builder[Part.styles] = styles
        if let workbook { builder[Part.workbook] = workbook }
        for (place, serial) in serials.enumerated() {
          builder.replaceCell(
            "D\(place + 2)",
            #"<c r="D\#(place + 2)" s="1"><v>\#(serial - shift)\#(fraction)</v></c>"#)
        }
      }
    ).expecting { $0.kinds = dayKinds }
  }

  static var days: [OddFile] {
    let formats = [
      "m/d/yy", "yyyy\\-mm\\-dd", "dd.mm.yyyy", "[$-409]d\\-mmm\\-yy;@",
      "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
      "mmm\\ yyyy", "[Red]yyyy/mm/dd", "YYYY-MM-DD", "d&quot;. of &quot;mmmm", "m/d/yyyy;@",
    ]
    let custom = formats.map {
      dated("days in the format \($0)", styles: WorkbookBuilder.styles([$0]))
    }
    let builtin = [14, 15, 16, 17].map {
      dated(
        "days in the format of number \($0)",
        styles: WorkbookBuilder.styles(formatNumbers: [0, $0]))
    }
    return custom + builtin + [
      dated(
        "days since 1904", shift: 1462,
        workbook: WorkbookBuilder.workbook(before: #"<workbookPr date1904="1"/>"#)),
      dated(
        "days since 1904, in a word", shift: 1462,
        workbook: WorkbookBuilder.workbook(before: #"<workbookPr date1904="true"/>"#)),
      dated(
        "days since 1900 that are said",
        workbook: WorkbookBuilder.workbook(before: #"<workbookPr date1904="0"/>"#)),
      dated("days with a fraction of nothing", fraction: ".0"),
      dated("days with an hour", styles: WorkbookBuilder.styles(["m/d/yy h:mm"]), fraction: ".5")
        .expecting { file in
          file.kinds = [:]
          file.rows = rows(
            from: 2, Sample.rows.map { $0.map { $0.contains("/2022") ? $0 + " 12:00:00" : $0 } })
        },
      valued(
        "a day by its name", "D2", #"<c r="D2" t="d"><v>2022-05-06</v></c>"#, "05/06/2022", .day),
      valued(
        "a day by its name, at midnight", "D2", #"<c r="D2" t="d"><v>2022-05-06T00:00:00</v></c>"#,
        "05/06/2022", .day),
      valued(
        "a time of day", "D2", #"<c r="D2" s="1"><v>0.75</v></c>"#, "18:00:00",
        formats: ["hh:mm:ss"]),
    ]
  }

  /// A workbook of which one cell is another, and how that is shown.
  private static func valued(
    _ name: String, _ cell: String, _ written: String, _ text: String, _ kind: CellKind = .text,
    formats: [String] = []
  ) -> OddFile {
    OddFile(
      name,
      workbook: { workbook in
        workbook[Part.styles] = WorkbookBuilder.styles(formats)
        workbook.replaceCell(cell, written)
      }
    ).expecting { file in
      let column =
        Sample.titles.indices.first { WorkbookBuilder.columnName($0) == cell.prefix(1) } ?? 0
      var texts = Sample.rows
      texts[0][column] = text
      file.rows = rows(from: 2, texts)
      if kind != .text { file.kinds = [cell: kind] }
    }
  }

  private static func number(_ value: String, _ text: String) -> OddFile {
    valued("the number \(value)", "E2", #"<c r="E2"><v>\#(value)</v></c>"#, text)
  }

  static var values: [OddFile] {
    [
      number("0.55000000000000004", "0.55"), number("1", "1"), number("1.0", "1"),
      number("1E3", "1000"), number("1.5E-2", "0.015"), number("-0.25", "-0.25"),
      number("123456789012", "123456789012"), number("0", "0"), number("  7 ", "7"),
      valued("a number that is said to be one", "E2", #"<c r="E2" t="n"><v>0.5</v></c>"#, "0.5"),
      valued(
        "a number that shows its zeros", "B2", #"<c r="B2" s="1"><v>123456</v></c>"#, "00123456",
        formats: ["00000000"]),
      valued(
        "a number of a style that isn't there", "E2", #"<c r="E2" s="77"><v>0.5</v></c>"#, "0.5"),
      valued("a truth", "C2", #"<c r="C2" t="b"><v>1</v></c>"#, "TRUE"),
      valued("an untruth", "C2", #"<c r="C2" t="b"><v>0</v></c>"#, "FALSE"),
      valued("an error", "C2", #"<c r="C2" t="e"><v>#N/A</v></c>"#, "#N/A", .error),
      valued("a result", "E2", #"<c r="E2"><f>1/2</f><v>0.5</v></c>"#, "0.5"),
      valued(
        "a result shared with other cells", "E2",
        #"<c r="E2"><f t="shared" ref="E2:E4" si="0">1/2</f><v>0.5</v></c>"#, "0.5"),
      valued(
        "a result shared from another cell", "E2",
        #"<c r="E2"><f t="shared" si="0"/><v>0.5</v></c>"#, "0.5"),
      valued(
        "a result of many cells", "E2",
        #"<c r="E2"><f t="array" ref="E2">SUM(A1:A2*1)</f><v>0.5</v></c>"#, "0.5"),
      valued(
        "a result of text", "C2",
        #"<c r="C2" t="str"><f>&quot;A&quot;&amp;&quot;B&quot;</f><v>AB</v></c>"#, "AB"),
      valued("a result of no text", "C2", #"<c r="C2" t="str"><f>&quot;&quot;</f><v></v></c>"#, ""),
      valued(
        "a result that nobody calculated", "C2", #"<c r="C2"><f>A1&amp;"x"</f></c>"#, #"=A1&"x""#,
        .uncalculated),
      valued(
        "a result with an empty value", "C2", #"<c r="C2"><f>A1</f><v/></c>"#, "=A1", .uncalculated),
      valued(
        "a number of too many digits", "B2", #"<c r="B2"><v>1234567890123456789</v></c>"#,
        "1234567890123460000", .imprecise),
      valued("a cell of a style and nothing else", "C2", #"<c r="C2" s="0"/>"#, ""),
      valued("no cell", "C2", "", ""),
    ]
  }
}

extension WorkbookBuilder {
  /// Writes a cell of the sheet in another way.
  fileprivate mutating func replaceCell(_ name: String, _ cell: String) {
    let text = String(decoding: self[Part.sheet]?.bytes ?? [], as: UTF8.self)
    guard let start = text.firstRange(of: "<c r=\"\(name)\""),
      let end = text[start.lowerBound...].firstRange(of: "</c>")
    else { return }
    self[Part.sheet] = Content(
      text.replacingCharacters(in: start.lowerBound..<end.upperBound, with: cell))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
