import CTEIntake

extension ZipCases {
  private typealias Part = WorkbookBuilder.Part

  static var packing: [HostileFile] {
    [
      packed("a deflated part that breaks off") { Array($0.dropLast(40)) },
      packed("a deflated part without its end", .any) { Array($0.dropLast(2)) },
      packed("a deflated part of nothing", .limit(.untrueHeaders)) { _ in [] },
      packed("a deflated part of ones") { $0.map { _ in 0xFF } },
      packed("a block of a kind that isn't there") { _ in [0b111] },
      packed("a block whose length is told twice, and differently") { _ in
        [1, 10, 0, 10, 0] + Array(repeating: 65, count: 10)
      },
      // A fixed block whose first code is a match, with nothing before it.
      packed("a match before the beginning") { _ in [0b0000_0011, 0b0000_0010, 0, 0] },
      packed("a table of codes that contradict each other") { _ in
        [0b1111_1101, 0xFF, 0xFF, 0xFF, 0xFF]
      },
      packed("a part that goes on behind its end", .any) { $0 + Array(repeating: 0, count: 900) },
      flagged("a part with a password", flags: 1),
      flagged("a part with a strong password", flags: 0x41),
      flagged("a part with hidden headers", flags: 0x2001),
      flagged("a part that is a patch", .any, flags: 0x20),
    ]
      + [1, 6, 9, 12, 14, 18, 93, 95, 97, 98, 99, 65_535].map { method in
        HostileFile(workbook: "zip: a part packed by method \(method)", .code("malformed")) {
          workbook in
          workbook.entry(Part.sheet) { entry in
            entry.changeLocal = { $0.method = method }
            entry.changeCentral = { $0.method = method }
          }
        }
      } + [
        HostileFile(workbook: "zip: a part packed by two methods", .limit(.untrueHeaders)) {
          workbook in
          workbook.entry(Part.sheet) { $0.changeLocal = { $0.method = 0 } }
        }
      ]
  }

  /// A workbook with a sheet that is packed wrongly.
  private static func packed(
    _ name: String, _ outcome: HostileFile.Outcome = .code("malformed"),
    _ change: @escaping ([UInt8]) -> [UInt8]
  ) -> HostileFile {
    HostileFile(workbook: "zip: \(name)", outcome) { workbook in
      workbook.entry(Part.sheet) { $0.stored = change($0.packed) }
    }
  }

  private static func flagged(
    _ name: String, _ outcome: HostileFile.Outcome = .code("malformed"), flags: Int
  ) -> HostileFile {
    HostileFile(workbook: "zip: \(name)", outcome) { workbook in
      workbook.entry(Part.sheet) { entry in
        entry.changeLocal = { $0.flags = flags }
        entry.changeCentral = { $0.flags = flags }
      }
    }
  }

  static var directories: [HostileFile] {
    [
      ended("a directory of fewer parts than it has") { ($0.entries, $0.allEntries) = (3, 3) },
      ended("a directory of more parts than it has", .code("malformed")) {
        ($0.entries, $0.allEntries) = (40, 40)
      },
      ended("a directory of the most parts", .limit(.entries)) {
        ($0.entries, $0.allEntries) = (65_534, 65_534)
      },
      ended("a directory of two numbers of parts", .any) { $0.entries = 3 },
      ended("a directory of no parts") { ($0.entries, $0.allEntries) = (0, 0) },
      ended("a directory behind the end of the file") { $0.offset = 0x7FFF_FFFF },
      ended("a directory in the middle of a part", .code("malformed")) { $0.offset = 100 },
      ended("a directory of nothing", .code("malformed")) { $0.size = 0 },
      ended("a directory greater than the file") { $0.size = 0x7FFF_FFFF },
      ended("a directory on another disk", .code("malformed")) { $0.disk = 7 },
      HostileFile("zip: a workbook that breaks off", .code("malformed")) {
        Content(Array(WorkbookBuilder().file.bytes.dropLast(300)))
      },
      HostileFile("zip: the beginning of a workbook", .code("malformed")) {
        Content(Array(WorkbookBuilder().file.bytes.prefix(2000)))
      },
      HostileFile("zip: four bytes of a workbook", .code("malformed")) { Content([80, 75, 3, 4]) },
      HostileFile("zip: a zip file without parts", .code("unknownKind")) {
        Content(ZipBuilder(entries: []).bytes())
      },
      HostileFile("zip: two workbooks, one behind the other", .any) {
        WorkbookBuilder().file + WorkbookBuilder().file
      },
    ] + greatDirectories
  }

  private static var greatDirectories: [HostileFile] {
    let numbers = [0x7FFF_0000, Int.max, Int.min, -1, 5]
    return numbers.flatMap { number in
      [
        great("whose records lie at \(number)") { $0.place = number },
        great("at \(number)") { $0.offset = number },
        great("of \(number) bytes") { $0.size = number },
        great("of \(number) parts") { $0.allEntries = number },
      ]
    }
  }

  /// A workbook whose directory is told in the form for great files, with one field changed.
  private static func great(
    _ name: String, _ change: @escaping (inout ZipBuilder.End) -> Void
  ) -> HostileFile {
    HostileFile(workbook: "zip: a great directory \(name)", .refused) { workbook in
      workbook.changeZip = { zip in
        zip.hasGreatEnd = true
        zip.changeGreatEnd = change
      }
    }
  }

  private static func ended(
    _ name: String, _ outcome: HostileFile.Outcome = .limit(.untrueHeaders),
    _ change: @escaping (inout ZipBuilder.End) -> Void
  ) -> HostileFile {
    HostileFile(workbook: "zip: \(name)", outcome) { $0.changeZip = { $0.changeEnd = change } }
  }

  static var names: [HostileFile] {
    [
      HostileFile(workbook: "zip: a part of two names", .limit(.untrueHeaders)) { workbook in
        workbook.entry(Part.sheet) { $0.changeLocal = { $0.name = Array("xl/other.xml".utf8) } }
      },
      HostileFile(workbook: "zip: a name with a zero", .limit(.untrueHeaders)) { workbook in
        workbook["xl/a\0b.xml"] = "x"
      },
      HostileFile(workbook: "zip: a name that leads out of the file", .any) { workbook in
        workbook["../../../../tmp/out.xml"] = "x"
      },
      HostileFile(workbook: "zip: a name that begins at the root", .any) { workbook in
        workbook["/etc/passwd"] = "x"
      },
      HostileFile(workbook: "zip: the longest name", .any) { workbook in
        workbook[String(repeating: "n", count: 65_535)] = "x"
      },
      HostileFile(workbook: "zip: no name", .limit(.untrueHeaders)) { $0[""] = "x" },
      HostileFile(workbook: "zip: a sheet that is a link out of the file", .code("malformed")) {
        workbook in
        workbook.entry(Part.sheet) { entry in
          entry.content = "/etc/passwd"
          entry.changeCentral = { $0.attributes = 0xA1FF << 16 }
        }
      },
    ]
      + Part.all.map { part in
        HostileFile(workbook: "zip: no \(part)", missing(part)) { $0[part] = nil }
      }
  }

  /// Without styles all numbers are general, and strings may stand in the cells; the workbook is found without links.
  private static func missing(_ part: String) -> HostileFile.Outcome {
    switch part {
    case Part.styles, Part.contentTypes, Part.links: .any
    case Part.workbook: .code("unknownKind")
    default: .code("malformed")
    }
  }
}
