import CTEIntake

/// Old workbooks whose records are broken or lie.
enum RecordCases {
  static var all: [HostileFile] { shapes + strings + sheets + cells + bounds }

  private static var shapes: [HostileFile] {
    [
      HostileFile(oldWorkbook: "a record longer than the stream", .code("malformed")) {
        $0.last = [OldRecord(0x0A, [], length: 0xFFFF)]
      },
      HostileFile(oldWorkbook: "a first record longer than the stream", .code("malformed")) {
        $0.first = [OldRecord(0x0809, [0, 6, 5, 0], length: 0xFFFF)]
      },
      HostileFile(oldWorkbook: "records before the beginning", .code("malformed")) {
        $0.first = [OldRecord(0x42, numbers: [1252])]
      },
      HostileFile(oldWorkbook: "a beginning of two bytes", .code("malformed")) {
        $0.first = [OldRecord(0x0809, [0, 6])]
      },
      HostileFile(oldWorkbook: "a version that isn't there", .code("malformed")) {
        $0.version = 0x0700
      },
      HostileFile(oldWorkbook: "a version before all others", .code("malformed")) {
        $0.version = 0x0200
      },
      HostileFile(oldWorkbook: "no end of the workbook's records", .code("malformed")) {
        $0.last = []
      },
      HostileFile(oldWorkbook: "no end of a sheet", .code("malformed")) {
        $0.sheets[0].records.removeLast()
      },
      HostileFile(oldWorkbook: "no beginning of a sheet", .code("malformed")) {
        $0.sheets[0].records.removeFirst()
      },
      HostileFile(oldWorkbook: "a password", .code("malformed")) {
        $0.last.insert(OldRecord(0x2F, numbers: [0, 0x1234, 0x5678]), at: 0)
      },
      HostileFile(oldWorkbook: "a strong password", .code("malformed")) {
        $0.last.insert(OldRecord(0x2F, numbers: [1, 1, 1] + Array(repeating: 7, count: 24)), at: 0)
      },
      HostileFile(oldWorkbook: "a password in the beginning", .code("malformed")) { workbook in
        workbook.changeStream = { stream in
          let password = OldRecord(0x2F, numbers: [1, 1, 1] + Array(repeating: 7, count: 24))
          stream.insert(contentsOf: password.bytes, at: 20)
        }
      },
      HostileFile(oldWorkbook: "a hundred thousand records that nobody knows", .any) {
        $0.sheets[0].records.insert(
          contentsOf: Array(repeating: OldRecord(0x7777, [1]), count: 100_000), at: 1)
      },
    ]
  }

  private static var strings: [HostileFile] {
    let counts = [0, 1, 19, 21, 1_000_000, 0x7FFF_FFFF, 0xFFFF_FFFF]
    return counts.map { count in
      // Where they say that they are fewer, a cell asks for one that isn't there.
      HostileFile(
        oldWorkbook: "shared texts that say they are \(count)",
        count < 20 ? .code("malformed") : .limit(.untrueHeaders)
      ) { $0.stringCount = count }
    } + [
      HostileFile(oldWorkbook: "a shared text longer than its record", .limit(.cellCharacters)) {
        $0.strings[19] = [0xFF, 0xFF, 0] + Array("0.25".utf8)
      },
      HostileFile(oldWorkbook: "a shared text longer than the stream", .limit(.cellCharacters)) {
        $0.strings[0] = [0xFF, 0xFF, 1, 65, 0]
      },
      HostileFile(oldWorkbook: "a shared text of odd flags", .limit(.untrueHeaders)) {
        $0.strings[3] = [4, 0, 0xFF] + Array("Name".utf8)
      },
      HostileFile(oldWorkbook: "a shared text of too many runs", .limit(.untrueHeaders)) {
        $0.strings[3] = [4, 0, 8, 0xFF, 0xFF] + Array("Name".utf8)
      },
      HostileFile(oldWorkbook: "a shared text of a giant appendix", .limit(.untrueHeaders)) {
        $0.strings[3] = [4, 0, 4, 0xFF, 0xFF, 0xFF, 0x7F] + Array("Name".utf8)
      },
      HostileFile(oldWorkbook: "shared texts that break off", .limit(.untrueHeaders)) {
        $0.changeStrings = { $0[0].data.removeLast(30) }
      },
      HostileFile(oldWorkbook: "shared texts of nothing", .code("malformed")) {
        $0.changeStrings = { $0[0].data = [] }
      },
      HostileFile(oldWorkbook: "shared texts of four bytes", .code("malformed")) {
        $0.changeStrings = { $0[0].data.removeLast($0[0].data.count - 4) }
      },
      HostileFile(oldWorkbook: "shared texts twice", .any) {
        $0.changeStrings = { $0.append($0[0]) }
      },
      HostileFile(oldWorkbook: "no shared texts", .code("malformed")) {
        $0.changeStrings = { $0 = [] }
      },
      HostileFile(oldWorkbook: "a continuation of nothing", .any) {
        $0.changeStrings = { $0.insert(OldRecord(0x3C, [0, 1]), at: 0) }
      },
      HostileFile(oldWorkbook: "an empty continuation", .limit(.untrueHeaders)) { workbook in
        workbook.changeStrings = { records in
          let tail = Array(records[0].data.suffix(40))
          records[0].data.removeLast(40)
          records += [OldRecord(0x3C), OldRecord(0x3C, tail)]
        }
      },
      HostileFile(oldWorkbook: "a thousand empty continuations", .any) { workbook in
        workbook.changeStrings = { $0 += Array(repeating: OldRecord(0x3C), count: 1000) }
      },
      HostileFile(oldWorkbook: "continuations without end", .limit(.untrueHeaders)) { workbook in
        workbook.stringCount = 0x7FFF_FFFF
        workbook.changeStrings = {
          $0 += Array(repeating: OldRecord(0x3C, Array(repeating: 0, count: 8000)), count: 900)
        }
      },
      HostileFile(oldWorkbook: "a continuation in the middle of a character", .code("malformed")) {
        workbook in
        workbook.strings[19] = OldWorkbookBuilder.wideText("0.25")
        workbook.changeStrings = { records in
          let tail = Array(records[0].data.suffix(3))
          records[0].data.removeLast(3)
          records.append(OldRecord(0x3C, [1] + tail))
        }
      },
    ]
  }

  private static var sheets: [HostileFile] {
    let offsets = [1, 20, 4000, 100_000, 0x7FFF_FFFF, 0xFFFF_FFFF]
    return offsets.map { offset in
      HostileFile(
        oldWorkbook: "a sheet at \(offset)",
        offset < 5000 ? .code("malformed") : .limit(.untrueHeaders)
      ) { $0.sheets[0].offset = offset }
    } + [
      HostileFile(oldWorkbook: "a sheet at the beginning of all", .any) {
        $0.sheets[0].offset = 0
      },
      HostileFile(oldWorkbook: "two sheets in one place", .limit(.untrueHeaders)) { workbook in
        workbook.sheets.append(workbook.sheets[0])
        workbook.sheets[0].offset = 0
        workbook.sheets[1].offset = 0
      },
      HostileFile(oldWorkbook: "no sheets", .code("empty")) { $0.sheets = [] },
      HostileFile(oldWorkbook: "a sheet that is a chart", .code("empty")) { $0.sheets[0].kind = 2 },
      HostileFile(oldWorkbook: "a sheet of a kind that isn't there", .code("empty")) {
        $0.sheets[0].kind = 200
      },
      HostileFile(oldWorkbook: "a sheet in a state that isn't there", .any) {
        $0.sheets[0].state = 200
      },
      HostileFile(oldWorkbook: "a sheet without a name", .any) { $0.sheets[0].name = "" },
      HostileFile(oldWorkbook: "a sheet's name longer than its record", .code("malformed")) {
        workbook in
        workbook.changeStream = { stream in
          if let place = stream.firstRange(of: Array("Upload".utf8))?.lowerBound {
            stream[place - 2] = 0xFF
          }
        }
      },
      HostileFile(oldWorkbook: "three hundred sheets", .limit(.sheets)) { workbook in
        workbook.sheets = Array(repeating: workbook.sheets[0], count: 300)
      },
      HostileFile(oldWorkbook: "more sheets than are allowed here", .limit(.sheets), at: 1) {
        workbook in
        workbook.sheets.append(workbook.sheets[0])
      },
    ]
  }
}
