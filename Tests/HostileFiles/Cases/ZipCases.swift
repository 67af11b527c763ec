import CTEIntake

/// Workbooks whose zip file is broken or lies.
enum ZipCases {
  private typealias Part = WorkbookBuilder.Part

  static var all: [HostileFile] { entries + places + sizes + sums + packing + directories + names }

  private static var entries: [HostileFile] {
    [
      HostileFile(workbook: "zip: more parts than any workbook has", .limit(.entries)) { workbook in
        workbook.changeZip = { zip in
          zip.entries += (0..<5_000).map { .init(name: "xl/media/\($0).bin", content: "") }
        }
      },
      HostileFile(
        workbook: "zip: more parts than are allowed here", .limit(.entries), at: 6
      ) { _ in },
      HostileFile(workbook: "zip: a part twice", .limit(.untrueHeaders)) { workbook in
        workbook.changeZip = { $0.entries.append($0.entries[6]) }
      },
      HostileFile(workbook: "zip: the workbook twice", .limit(.untrueHeaders)) { workbook in
        workbook.changeZip = { $0.entries.insert($0.entries[2], at: 0) }
      },
      HostileFile(workbook: "zip: a part twice but for the case", .limit(.untrueHeaders)) {
        workbook in
        workbook.changeZip = { zip in
          var copy = zip.entries[6]
          copy.name = "XL/WORKSHEETS/SHEET1.XML"
          zip.entries.append(copy)
        }
      },
      HostileFile(workbook: "zip: a part twice but for the slash", .limit(.untrueHeaders)) {
        workbook in
        workbook.changeZip = { zip in
          var copy = zip.entries[6]
          copy.name = "xl\\worksheets\\sheet1.xml"
          zip.entries.append(copy)
        }
      },
    ]
  }

  /// A workbook in which a part's header in the directory, in its own place, or both say something else.
  private static func lying(
    _ name: String, _ outcome: HostileFile.Outcome = .limit(.untrueHeaders),
    part: String = Part.sheet, local: @escaping (inout ZipBuilder.Header) -> Void = { _ in },
    central: @escaping (inout ZipBuilder.Header) -> Void = { _ in }
  ) -> HostileFile {
    HostileFile(workbook: "zip: \(name)", outcome) { workbook in
      workbook.entry(part) { entry in
        entry.changeLocal = local
        entry.changeCentral = central
      }
    }
  }

  private static var places: [HostileFile] {
    [
      lying("two parts in one place", central: { $0.offset = 0 }),
      lying(
        "a part that reaches over the next", part: Part.links, local: { $0.storedSize += 300 },
        central: { $0.storedSize += 300 }),
      lying("a part in the middle of another", central: { $0.offset -= 20 }),
      lying("a part behind the end of the file", central: { $0.offset = 0x7FFF_FFFF }),
      lying("a part in the directory itself", central: { $0.offset += 1200 }),
      lying(
        "a part that reaches behind the end of the file", local: { $0.storedSize = 0x0FFF_FFFF },
        central: { $0.storedSize = 0x0FFF_FFFF }),
      lying("a great place without the place", central: { $0.offset = 0xFFFF_FFFF }),
      HostileFile(workbook: "zip: every part in one place", .limit(.untrueHeaders)) { workbook in
        let parts = (0..<1000).map { "xl/worksheets/sheet\($0 + 2).xml" }
        workbook.changeZip = { zip in
          zip.entries += parts.map { part in
            var copy = ZipBuilder.Entry(name: part, content: "", stored: [])
            copy.changeCentral = { $0.offset = 0 }
            return copy
          }
        }
      },
    ]
  }

  private static var sizes: [HostileFile] {
    [
      lying("a size that is too small in the directory", central: { $0.size = 10 }),
      lying("a size that is too great in the directory", central: { $0.size = 900_000 }),
      lying("a size that is too small before the part", local: { $0.size = 10 }),
      lying("a size that is too great before the part", local: { $0.size = 900_000 }),
      lying("a size that is too small", local: { $0.size = 10 }, central: { $0.size = 10 }),
      lying(
        "a size that is too great", local: { $0.size = 900_000 }, central: { $0.size = 900_000 }),
      lying(
        "a stored size that is too small", .code("malformed"), local: { $0.storedSize -= 40 },
        central: { $0.storedSize -= 40 }),
      lying(
        "a stored size of nothing", local: { $0.storedSize = 0 }, central: { $0.storedSize = 0 }),
      lying("a size of nothing", central: { $0.size = 0 }),
      lying(
        "the greatest size without the size", .limit(.inflatedBytes),
        central: { $0.size = 0xFFFF_FFFF }),
      HostileFile(workbook: "zip: a stored part of two sizes", .limit(.untrueHeaders)) { workbook in
        workbook.entry(Part.sheet) { entry in
          entry.method = .stored
          entry.changeCentral = { $0.size += 500 }
          entry.changeLocal = { $0.size += 500 }
        }
      },
      great("a great part of the greatest size", .code("malformed"), size: -1),
      great("a great part of half the greatest size", .limit(.inflatedBytes), size: .max),
      great("a great part of less than it has", .limit(.untrueHeaders), size: 5),
    ]
  }

  private static func great(
    _ name: String, _ outcome: HostileFile.Outcome, size: Int
  ) -> HostileFile {
    lying(name, outcome) { _ in
    } central: { header in
      let honest = header
      header.size = size
      header.makeGreat(isLocal: false)
      // The stored size stays as it is.
      header.extra.set(honest.storedSize, bytes: 8, at: 12)
    }
  }

  private static var sums: [HostileFile] {
    Part.all.map { part in
      lying(
        "a wrong sum of \(part)", Part.outcome(of: part, .code("malformed")), part: part,
        local: { $0.sum ^= 1 }, central: { $0.sum ^= 1 })
    } + [
      lying("a wrong sum in the directory", central: { $0.sum ^= 0xFF }),
      lying("another sum before the part", local: { $0.sum ^= 0xFF }),
    ]
  }
}
