import CTERulePack

@testable import HostileFiles

/// Old workbooks (`.xls`) of odd records.
extension OddFile {
  static var oldWorkbooks: [OddFile] {
    [
      OddFile("as programs write it", oldWorkbook: { _ in }),
      OddFile(
        "texts of two bytes for each character",
        oldWorkbook: {
          $0.strings = Sample.texts.map(OldWorkbookBuilder.wideText)
        }),
      OddFile(
        "a text beyond Latin",
        oldWorkbook: {
          $0.strings[7] = OldWorkbookBuilder.wideText("Ада Пример")
        }
      ).expecting { $0.rows = named("Ада Пример") },
      OddFile(
        "a text of runs",
        oldWorkbook: {
          $0.strings[7] = [11, 0, 8, 1, 0] + Array("Ada Example".utf8) + [3, 0, 0, 0]
        }),
      OddFile(
        "a text with how it is spoken",
        oldWorkbook: {
          $0.strings[7] = [11, 0, 4, 4, 0, 0, 0] + Array("Ada Example".utf8) + [9, 9, 9, 9]
        }),
      OddFile(
        "texts in the cells",
        oldWorkbook: { workbook in
          workbook.sheets[0].records = OldWorkbookBuilder.sheet(
            Sample.texts.enumerated().map {
              OldRecord.label($0.offset / 5, $0.offset % 5, OldWorkbookBuilder.text($0.element))
            })
          workbook.strings = []
        }),
      OddFile(
        "shared texts in two records", oldWorkbook: { $0.split(at: 8 + $0.strings[0].count) }),
      OddFile(
        "shared texts that go on within a text",
        oldWorkbook: { workbook in
          let place = 8 + workbook.strings[..<7].reduce(0) { $0 + $1.count } + 3 + 4
          workbook.split(at: place, prefix: [0])
        }),
      OddFile(
        "a text that goes on in another width",
        oldWorkbook: { workbook in
          let place = 8 + workbook.strings[..<7].reduce(0) { $0 + $1.count } + 3 + 4
          workbook.changeStrings = { records in
            let rest = Array(records[0].data[place...])
            records[0].data.removeLast(rest.count)
            let wide = "Example".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            records.append(OldRecord(0x3C, [1] + wide + rest.dropFirst(7)))
          }
        }),
      OddFile(
        "a hidden sheet before the table",
        oldWorkbook: { workbook in
          workbook.sheets.insert(
            .init(
              name: "Lists", state: 1,
              records: OldWorkbookBuilder.sheet(
                [.shared(0, 0, text: 2)], rows: 0..<1, columns: 0..<1)),
            at: 0)
        }
      ).expecting {
        $0.sheet = 1
        $0.hidden = [true, false]
      },
      OddFile(
        "instructions before the table",
        oldWorkbook: { workbook in
          workbook.strings.append(OldWorkbookBuilder.text("How to fill in this workbook"))
          workbook.sheets.insert(
            .init(
              name: "Help",
              records: OldWorkbookBuilder.sheet(
                [.shared(0, 0, text: 20)], rows: 0..<1, columns: 0..<1)),
            at: 0)
        }
      ).expecting {
        $0.sheet = 1
        $0.hidden = [false, false]
      },
      OddFile(
        "a table below blank rows",
        oldWorkbook: { workbook in
          workbook.sheets[0].records = OldWorkbookBuilder.sheet(
            OldWorkbookBuilder.cells(from: 6), rows: 6..<10)
        }
      ).expecting {
        $0.titlesRow = 7
        $0.rows = rows(from: 8)
      },
      OddFile(
        "a table in column C",
        oldWorkbook: { workbook in
          workbook.sheets[0].records = OldWorkbookBuilder.sheet(
            OldWorkbookBuilder.cells(from: 0, column: 2), columns: 2..<7)
        }
      ).expecting {
        $0.titles = ["", ""] + Sample.titles
        $0.rows = rows(from: 2, Sample.rows.map { ["", ""] + $0 })
      },
      OddFile(
        "blank cells beside and below",
        oldWorkbook: { workbook in
          workbook.sheets[0].records = OldWorkbookBuilder.sheet(
            OldWorkbookBuilder.sampleCells + [
              .blanks(1, 5, count: 40), .blank(3, 5), .blanks(900, 0, count: 9),
            ],
            rows: 0..<901, columns: 0..<45)
        }),
      OddFile(
        "blank rows between rows",
        oldWorkbook: { workbook in
          let cells = OldWorkbookBuilder.sampleCells
          let moved = (0..<5).map { OldRecord.shared(39, $0, text: 15 + $0) }
          workbook.sheets[0].records = OldWorkbookBuilder.sheet(
            Array(cells.dropLast(5)) + moved, rows: 0..<40)
        }
      ).expecting { $0.rows = rows(2, 3, 40) },
      OddFile(
        "a greater sheet than there is",
        oldWorkbook: { workbook in
          workbook.sheets[0].records = OldWorkbookBuilder.sheet(
            OldWorkbookBuilder.sampleCells, rows: 0..<2000, columns: 0..<256)
        }),
      OddFile(
        "a second stream beside the workbook",
        oldWorkbook: { workbook in
          workbook.changeFile = {
            $0.streams.append(("\u{5}SummaryInformation", Array(repeating: 7, count: 5000)))
          }
        }),
    ]
  }

  private static func numbered(
    _ name: String, formats: [String] = [], formatNumbers: [Int] = [0], since1904: Bool = false,
    columns: Int = 1, _ cells: @escaping (_ row: Int, _ texts: [String]) -> [OldRecord]
  ) -> OddFile {
    OddFile(
      name,
      oldWorkbook: { workbook in
        workbook.formats = formats
        workbook.formatNumbers = formatNumbers
        workbook.countsFrom1904 = since1904
        let titles = Array(OldWorkbookBuilder.sampleCells.prefix(5))
        let rows = Sample.rows.enumerated().map { place, texts in
          let kept = Array(OldWorkbookBuilder.sampleCells[(place * 5 + 5)..<(place * 5 + 10)])
          return cells(place + 1, texts) + kept.dropFirst(columns)
        }
        workbook.sheets[0].records = OldWorkbookBuilder.sheet(titles + rows.flatMap { $0 })
      })
  }

  /// The sample with days as numbers in a style.
  private static func dated(
    _ name: String, formats: [String] = [], formatNumbers: [Int], since1904: Bool = false
  ) -> OddFile {
    numbered(name, formats: formats, formatNumbers: formatNumbers, since1904: since1904, columns: 4)
    { row, _ in
      let serial = [44_687, 44_690, 44_691][row - 1] - (since1904 ? 1462 : 0)
      return (0..<3).map { OldRecord.shared(row, $0, text: row * 5 + $0) }
        + [.number(row, 3, Double(serial), style: 1)]
    }.expecting { $0.kinds = dayKinds }
  }

  static var oldNumbers: [OddFile] {
    [
      OddFile(name: "xls: numbers of every kind") { OldWorkbookBuilder.varied.file }
        .expecting { $0.kinds = dayKinds },
      numbered("numbers of eight bytes") { row, texts in
        [.number(row, 0, Double(texts[0]) ?? 0)]
      },
      numbered("whole numbers of four bytes") { row, texts in
        [.compact(row, 0, OldRecord.compact(whole: Int(texts[0]) ?? 0))]
      },
      numbered("hundredths of four bytes") { row, texts in
        [.compact(row, 0, OldRecord.compact(whole: (Int(texts[0]) ?? 0) * 100, isHundredth: true))]
      },
      numbered("halves of numbers") { row, texts in
        [.compact(row, 0, OldRecord.compact(Double(texts[0]) ?? 0))]
      },
      numbered("hundredths of halves of numbers") { row, texts in
        [.compact(row, 0, OldRecord.compact((Double(texts[0]) ?? 0) * 100, isHundredth: true))]
      },
      numbered(
        "numbers that show their zeros", formats: ["00000000"], formatNumbers: [0, 164], columns: 2
      ) { row, texts in
        [.shared(row, 0, text: row * 5), .number(row, 1, Double(texts[1]) ?? 0, style: 1)]
      },
      numbered(
        "several numbers in a record", formats: ["00000000"], formatNumbers: [0, 164], columns: 2
      ) { row, texts in
        [
          .compacts(
            row, 0,
            [
              (0, OldRecord.compact(whole: Int(texts[0]) ?? 0)),
              (1, OldRecord.compact(whole: Int(texts[1]) ?? 0)),
            ])
        ]
      },
      dated("days", formats: ["mm/dd/yyyy"], formatNumbers: [0, 164]),
      dated("days in another format", formats: ["yyyy\\-mm\\-dd"], formatNumbers: [0, 164]),
      dated("days in the format of number 14", formatNumbers: [0, 14]),
      dated("days in the format of number 15", formatNumbers: [0, 15]),
      dated("days since 1904", formatNumbers: [0, 14], since1904: true),
      truths,
    ]
  }

  private static var truths: OddFile {
    numbered("truths and errors", columns: 3) { row, _ in
      [
        .shared(row, 0, text: row * 5), .shared(row, 1, text: row * 5 + 1),
        row == 3 ? .truth(row, 2, 42, isError: true) : .truth(row, 2, row == 1 ? 1 : 0),
      ]
    }.expecting { file in
      let texts = zip(Sample.rows, ["TRUE", "FALSE", "#N/A"]).map { row, text in
        row.map { $0.contains(" ") ? text : $0 }
      }
      file.rows = rows(from: 2, texts)
      file.kinds = ["C4": .error]
    }
  }
}

extension OldWorkbookBuilder {
  /// Lets the shared texts go on in a second record.
  fileprivate mutating func split(at place: Int, prefix: [UInt8] = []) {
    changeStrings = { records in
      let rest = Array(records[0].data[place...])
      records[0].data.removeLast(rest.count)
      records.append(OldRecord(0x3C, prefix + rest))
    }
  }
}
