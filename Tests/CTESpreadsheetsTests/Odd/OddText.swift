@testable import HostileFiles

extension OddFile {
  /// The sample as text with a sign between values and one after each line.
  private static func lines(
    _ separator: String = ",", _ lineBreak: String = "\n", _ lines: [[String]] = Sample.lines
  ) -> String {
    lines.map { $0.joined(separator: separator) + lineBreak }.joined()
  }

  /// The sample with names that aren't all of the alphabet.
  private static let accented = Sample.rows.map { row in
    row.map { $0.replacing("Ada", with: "Zoë").replacing("Specimen", with: "O’Specimen") }
  }

  private static let accentedText = lines(",", "\r\n", [Sample.titles] + accented)

  static var encodings: [OddFile] {
    let mark = "\u{FEFF}"
    return [
      OddFile("text: plain", text: lines()),
      OddFile("text: with a mark of UTF-8", text: mark + lines()),
      OddFile("text: with a mark before a quoted title", text: mark + quoted),
      accented("UTF-8", Array(accentedText.utf8)),
      accented("UTF-8 with its mark", Array((mark + accentedText).utf8)),
      accented("UTF-16", wide(mark + accentedText)),
      accented("UTF-16, the greater byte first", wide(mark + accentedText, isBig: true)),
      accented("UTF-16 without its mark", wide(accentedText)),
      accented("UTF-16 without its mark, the greater byte first", wide(accentedText, isBig: true)),
      accented("Windows-1252", narrow(accentedText)),
      OddFile(
        "text: UTF-16 with tabs, as programs call Unicode", bytes: wide(mark + lines("\t", "\r\n"))),
    ]
  }

  private static func accented(_ encoding: String, _ bytes: [UInt8]) -> OddFile {
    OddFile("text: in \(encoding)", bytes: bytes).expecting { $0.rows = rows(from: 2, accented) }
  }

  private static func wide(_ text: String, isBig: Bool = false) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  private static func narrow(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
  }

  static var breaks: [OddFile] {
    let mixed = zip(Sample.lines, ["\r\n", "\r", "\n", ""]).map { $0.joined(separator: ",") + $1 }
    return [
      OddFile("text: lines of Windows", text: lines(",", "\r\n")),
      OddFile("text: lines of old Macs", text: lines(",", "\r")),
      OddFile("text: lines of every kind", text: mixed.joined()),
      OddFile("text: no break after the last line", text: String(lines().dropLast())),
      OddFile("text: the old mark of the end", text: lines(",", "\r\n") + "\u{1A}"),
      OddFile(
        "text: many blank lines at the end", text: lines() + String(repeating: "\n", count: 500)),
    ]
  }

  static var separators: [OddFile] {
    let decimals = Sample.lines.map { $0.map { $0.replacing("0.", with: "0,") } }
    let names = Sample.lines.map { $0.map { $0.replacing("Ada Example", with: "Example, Ada") } }
    return [
      OddFile("text: semicolons", text: lines(";")),
      OddFile("text: tabs", text: lines("\t")),
      OddFile("text: bars", text: lines("|")),
      OddFile("text: semicolons that are announced", text: "sep=;\n" + lines(";")),
      OddFile("text: commas that are announced", text: "sep=,\r\n" + lines(",", "\r\n")),
      OddFile(
        "text: tabs that are announced behind a mark",
        text: "\u{FEFF}sep=\t\r\n" + lines("\t", "\r\n")),
      OddFile("text: semicolons and decimal commas", text: lines(";", "\r\n", decimals)).expecting {
        $0.rows = rows(from: 2, Array(decimals.dropFirst()))
      },
      OddFile("text: tabs and commas in names", text: lines("\t", "\n", names)).expecting {
        $0.rows = rows(from: 2, Array(names.dropFirst()))
      },
    ]
  }

  private static let quoted = lines(",", "\n", Sample.lines.map { $0.map { "\"\($0)\"" } })

  /// The sample with another name in the second row, and how that stands in the file.
  private static func named(_ name: String, as written: String, _ what: String) -> OddFile {
    let changed = { (text: String) in
      Sample.rows.map { $0.map { $0 == "Ada Example" ? text : $0 } }
    }
    return OddFile("text: \(what)", text: lines(",", "\r\n", [Sample.titles] + changed(written)))
      .expecting { $0.rows = rows(from: 2, changed(name)) }
  }

  static var quotes: [OddFile] {
    [
      OddFile("text: quotation marks everywhere", text: quoted),
      OddFile(
        "text: quotation marks and semicolons",
        text: lines(";", "\r\n", Sample.lines.map { $0.map { "\"\($0)\"" } })),
      named("Example, Ada", as: "\"Example, Ada\"", "a comma in a name"),
      named("Ada\nExample", as: "\"Ada\nExample\"", "a line break in a name"),
      named("Ada\r\n\r\nExample", as: "\"Ada\r\n\r\nExample\"", "a blank line in a name"),
      named("Ada \"Ace\" Example", as: "\"Ada \"\"Ace\"\" Example\"", "quotation marks in a name"),
      named(
        "Ada \"Ace\" Example", as: "Ada \"Ace\" Example", "quotation marks within a name alone"),
      named("Ada Example", as: "\"Ada\" Example", "a name behind a quotation mark"),
      named("\"", as: "\"\"\"\"", "a name that is a quotation mark"),
      named("", as: "\"\"", "an empty name in quotation marks"),
      named(" Ada Example ", as: " Ada Example ", "blanks around a name"),
      OddFile(
        "text: a line break in a title",
        text: "School,\"Student\nNumber\",Name,Day,Credits\n" + lines(",", "\n", Sample.rows)
      ).expecting { $0.titles[1] = "Student\nNumber" },
    ]
  }

  static var shapes: [OddFile] {
    let rows = Sample.rows.map { $0.joined(separator: ",") }
    let titles = Sample.titles.joined(separator: ",")
    return [
      OddFile("text: a sign behind every line", text: lines(",", ",\n")),
      OddFile("text: many signs behind every line", text: lines(",", ",,,,,,,,,,\r\n")),
      OddFile("text: blank lines before the titles", text: "\n\r\n\n" + lines()).expecting {
        $0.titlesRow = 4
        $0.rows = Self.rows(from: 5)
      },
      OddFile(
        "text: blank lines between rows",
        text: "\(titles)\n\n\(rows[0])\n\n\n\(rows[1])\n\(rows[2])\n"
      ).expecting {
        $0.rows = Self.rows(3, 6, 7)
      },
      OddFile(
        "text: lines of signs between rows",
        text: "\(titles)\n,,,,\n\(rows[0])\n,\n\(rows[1])\n\(rows[2])\n,,,,\n"
      ).expecting {
        $0.rows = Self.rows(3, 5, 6)
      },
      OddFile(
        "text: lines of blanks between rows",
        text: "\(titles)\n \n\(rows[0])\n , ,\t, ,\n\(rows[1])\n\(rows[2])\n   "
      ).expecting {
        $0.rows = Self.rows(3, 5, 6)
      },
      OddFile("text: rows without their last values", text: "\(titles)\n1001,00123456\n1002\n")
        .expecting {
          $0.rows = [
            Row(number: 2, texts: ["1001", "00123456", "", "", ""]),
            Row(number: 3, texts: ["1002", "", "", "", ""]),
          ]
        },
      OddFile(
        "text: a banner above the titles", text: "Perkins upload of our district\n\n" + lines()
      ).expecting {
        $0.titlesRow = 3
        $0.rows = Self.rows(from: 4)
      },
      OddFile(
        "text: a banner of a line break above the titles", text: "\"Upload\nof 2022\",,\n" + lines()
      ).expecting {
        $0.titlesRow = 2
        $0.rows = Self.rows(from: 3)
      },
      OddFile(
        "text: an empty first column",
        text: Sample.lines.map { "," + $0.joined(separator: ",") + "\n" }.joined()
      ).expecting {
        $0.titles = [""] + Sample.titles
        $0.rows = Self.rows(from: 2, Sample.rows.map { [""] + $0 })
      },
      OddFile("text: titles alone", text: titles + "\n").expecting { $0.rows = [] },
      OddFile("text: one column", text: "School\n1001\n1002\n").expecting {
        $0.titles = ["School"]
        $0.rows = [Row(number: 2, texts: ["1001"]), Row(number: 3, texts: ["1002"])]
      },
    ]
  }
}
