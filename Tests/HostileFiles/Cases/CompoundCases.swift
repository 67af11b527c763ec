import CTEIntake

/// Old workbooks whose file around the records is broken or lies.
enum CompoundCases {
  private typealias Mark = CompoundFile.Mark

  static var all: [HostileFile] { headers + tables + directories + streams }

  private static func file(
    _ name: String, _ outcome: HostileFile.Outcome = .any,
    _ change: @escaping (inout CompoundFile) -> Void
  ) -> HostileFile {
    HostileFile("xls: \(name)", outcome) {
      var workbook = OldWorkbookBuilder()
      workbook.changeFile = change
      return workbook.file
    }
  }

  /// An old workbook whose header says something else in a field.
  private static func header(
    _ name: String, _ number: Int, bytes: Int, at place: Int,
    _ outcome: HostileFile.Outcome = .code("malformed")
  ) -> HostileFile {
    file(name, outcome) { $0.changeHeader = { $0.set(number, bytes: bytes, at: place) } }
  }

  private static var headers: [HostileFile] {
    [
      header("sectors of no bytes", 0, bytes: 2, at: 30),
      header("sectors of a byte", 1, bytes: 2, at: 30, .code("malformed")),
      header("sectors of the greatest size", 0xFFFF, bytes: 2, at: 30),
      header("sectors of two gigabytes", 31, bytes: 2, at: 30),
      header("short sectors of no bytes", 0, bytes: 2, at: 32, .code("malformed")),
      header("short sectors of the greatest size", 0xFFFF, bytes: 2, at: 32, .code("malformed")),
      header("bytes in the other order", 0xFEFF, bytes: 2, at: 28, .code("malformed")),
      header("a container's version that isn't there", 99, bytes: 2, at: 26, .any),
      header("no tables", 0, bytes: 4, at: 44, .limit(.untrueHeaders)),
      header("the most tables", 0xFFFF_FFFF, bytes: 4, at: 44, .limit(.untrueHeaders)),
      header("a million tables", 1_000_000, bytes: 4, at: 44, .limit(.untrueHeaders)),
      header("a directory behind the file", 0x7FFF_FFFF, bytes: 4, at: 48),
      header("a directory in the header", 0xFFFF_FFFF, bytes: 4, at: 48),
      header("a directory of the end", Mark.end, bytes: 4, at: 48),
      header("no stream is short", 0, bytes: 4, at: 56, .code("malformed")),
      header("every stream is short", 0x7FFF_FFFF, bytes: 4, at: 56, .code("malformed")),
      header("the short table behind the file", 0x7FFF_FFFF, bytes: 4, at: 60, .any),
      header("the most short tables", 0xFFFF_FFFF, bytes: 4, at: 64, .limit(.untrueHeaders)),
      header("a list of tables behind the file", 0x7FFF_FFFF, bytes: 4, at: 68, .any),
      header("the first table behind the file", 0x7FFF_FFFF, bytes: 4, at: 76),
      file("a list of tables that leads to itself", .limit(.untrueHeaders)) {
        $0.changeHeader = { header in
          header.set(0, bytes: 4, at: 68)
          header.set(0xFFFF, bytes: 4, at: 72)
          header.set(0xFFFF, bytes: 4, at: 44)
        }
      },
      file("the same table a hundred times", .limit(.untrueHeaders)) {
        $0.changeHeader = { header in
          let table = Array(header[76..<80])
          for place in 1..<109 {
            header.replaceSubrange((76 + 4 * place)..<(80 + 4 * place), with: table)
          }
          header.set(109, bytes: 4, at: 44)
        }
      },
    ]
  }

  private static var tables: [HostileFile] {
    [
      file("a sector that follows itself", .code("malformed")) { $0.changeTable = { $0[2] = 2 } },
      file("sectors that follow each other", .code("malformed")) { $0.changeTable = { $0[5] = 1 } },
      file("a sector behind the file follows", .code("malformed")) {
        $0.changeTable = { $0[3] = 0x00FF_FFFF }
      },
      file("a sector of the greatest number follows", .code("malformed")) {
        $0.changeTable = { $0[3] = 0xFFFF_FFF0 }
      },
      file("a stream that ends early", .limit(.untrueHeaders)) {
        $0.changeTable = { $0[1] = Mark.end }
      },
      file("a stream that ends nowhere") { $0.changeTable = { $0[7] = Mark.free } },
      file("nothing follows anything", .code("malformed")) {
        $0.changeTable = { $0 = $0.map { _ in 0 } }
      },
      file("a directory that follows itself", .code("malformed")) {
        $0.changeTable = { $0[8] = 8 }
      },
      file("a directory that leads into the records") { $0.changeTable = { $0[8] = 0 } },
      file("an empty table", .code("malformed")) {
        $0.changeTable = { $0 = $0.map { _ in Mark.free } }
      },
    ]
  }

  private static var directories: [HostileFile] {
    [
      file("a stream of the greatest size", .limit(.untrueHeaders)) {
        $0.changeDirectory = { $0.set(-1, bytes: 8, at: 248) }
      },
      file("a stream of two gigabytes", .limit(.untrueHeaders)) {
        $0.changeDirectory = { $0.set(.max, bytes: 4, at: 248) }
      },
      file("a stream of no bytes", .code("malformed")) {
        $0.changeDirectory = { $0.set(0, bytes: 8, at: 248) }
      },
      file("a stream that is said to be short", .limit(.untrueHeaders)) {
        $0.changeDirectory = { $0.set(100, bytes: 8, at: 248) }
      },
      file("a stream behind the file", .code("malformed")) {
        $0.changeDirectory = { $0.set(0x00FF_FFFF, bytes: 4, at: 244) }
      },
      file("a stream that begins at the end", .limit(.untrueHeaders)) {
        $0.changeDirectory = { $0.set(Mark.end, bytes: 4, at: 244) }
      },
      file("an entry that stands below itself") {
        $0.changeDirectory = { $0.set(1, bytes: 4, at: 204) }
      },
      file("a root below itself") { $0.changeDirectory = { $0.set(0, bytes: 4, at: 76) } },
      file("a name of the greatest length") {
        $0.changeDirectory = { $0.set(0xFFFF, bytes: 2, at: 192) }
      },
      file("a name of no length") { $0.changeDirectory = { $0.set(0, bytes: 2, at: 192) } },
      file("a directory of ones") { $0.changeDirectory = { $0 = $0.map { _ in 0xFF } } },
      file("a directory without the records", .code("unknownKind")) {
        $0.streams[0].name = "WordDocument"
      },
      file("a presentation", .code("unknownKind")) { $0.streams[0].name = "PowerPoint Document" },
      file("no streams", .code("unknownKind")) { $0.streams = [] },
      file("a thousand streams") { file in
        file.streams += (0..<1000).map { ("Stream \($0)", [1, 2, 3]) }
      },
    ]
  }

  private static var streams: [HostileFile] {
    [
      file("a workbook with a password", .code("malformed")) {
        $0.streams = [
          ("EncryptionInfo", Array(repeating: 4, count: 5000)),
          ("EncryptedPackage", Array(repeating: 7, count: 9000)),
        ]
      },
      file("an empty stream of records", .code("malformed")) { $0.streams[0].bytes = [] },
      file("a stream of zeros", .code("malformed")) {
        $0.streams[0].bytes = Array(repeating: 0, count: 9000)
      },
      file("a stream of ones", .code("malformed")) {
        $0.streams[0].bytes = Array(repeating: 0xFF, count: 9000)
      },
      file("short sectors that follow each other") {
        $0.hasShortStreams = true
        $0.streams.append(("Other", Array(repeating: 1, count: 300)))
        $0.changeShortTable = { $0[1] = 0 }
      },
      file("a short sector behind all others") {
        $0.hasShortStreams = true
        $0.streams.append(("Other", Array(repeating: 1, count: 300)))
        $0.changeShortTable = { $0[1] = 0x00FF_FFFF }
      },
      HostileFile("xls: eight bytes", .code("malformed")) {
        Content([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
      },
      HostileFile("xls: a header alone", .limit(.untrueHeaders)) {
        Content(Array(OldWorkbookBuilder().file.bytes.prefix(512)))
      },
    ]
  }
}
