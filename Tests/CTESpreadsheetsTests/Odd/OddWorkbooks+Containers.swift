@testable import HostileFiles

/// Workbooks whose parts have odd names and stand in odd zip files.
extension OddFile {
  private static func moved(
    _ name: String, _ part: String, to target: String, as written: String,
    in links: String = Part.workbookLinks
  ) -> OddFile {
    OddFile(
      name,
      workbook: { workbook in
        let before = links == Part.links ? part : String(part.dropFirst("xl/".count))
        workbook.rename(part, target)
        workbook.replace(before, written, in: links)
        workbook.replace("/\(part)", "/\(target)", in: Part.contentTypes)
      })
  }

  static var partNames: [OddFile] {
    let sheet = Part.sheet
    return [
      moved("a target from the root", sheet, to: sheet, as: "/xl/worksheets/sheet1.xml"),
      moved("a target with a dot", sheet, to: sheet, as: "./worksheets/sheet1.xml"),
      moved("a target with two dots", sheet, to: sheet, as: "../xl/worksheets/sheet1.xml"),
      moved(
        "a sheet of another name", sheet, to: "xl/worksheets/table.xml", as: "worksheets/table.xml"),
      moved("a sheet in another folder", sheet, to: "sheets/a.xml", as: "../sheets/a.xml"),
      moved("a sheet at the root", sheet, to: "a.xml", as: "/a.xml"),
      moved(
        "a sheet whose name has an escaped blank", sheet, to: "xl/worksheets/sheet%201.xml",
        as: "worksheets/sheet%201.xml"),
      moved(
        "a sheet of capitals", sheet, to: "xl/worksheets/SHEET1.XML", as: "worksheets/sheet1.xml"),
      moved("a target of capitals", sheet, to: sheet, as: "Worksheets/Sheet1.XML"),
      moved("texts of another name", Part.strings, to: "xl/texts.xml", as: "texts.xml"),
      moved("styles of another name", Part.styles, to: "xl/look.xml", as: "look.xml"),
      moved(
        "a target from the root for the workbook", Part.workbook, to: Part.workbook,
        as: "/xl/workbook.xml", in: Part.links),
      OddFile(
        "a workbook of another name",
        workbook: { workbook in
          workbook.rename(Part.workbook, "book/main.xml")
          workbook.rename(Part.workbookLinks, "book/_rels/main.xml.rels")
          workbook.replace("xl/workbook.xml", "book/main.xml", in: Part.links)
          workbook.replace("xl/workbook.xml", "book/main.xml", in: Part.contentTypes)
          workbook.replace("Target=\"", "Target=\"/xl/", in: "book/_rels/main.xml.rels")
        }),
      OddFile(
        "backslashes in names",
        workbook: { workbook in
          for part in Part.all { workbook.rename(part, part.replacing("/", with: "\\")) }
        }),
      OddFile(
        "names of capitals",
        workbook: { workbook in
          for part in Part.all.dropFirst() { workbook.rename(part, part.uppercased()) }
        }),
    ]
  }

  private static func zipped(_ name: String, _ change: @escaping (inout ZipBuilder) -> Void)
    -> OddFile
  {
    OddFile(name, workbook: { $0.changeZip = change })
  }

  private static func entries(
    _ name: String, _ change: @escaping (inout ZipBuilder.Entry) -> Void
  ) -> OddFile {
    zipped(name) { zip in
      for place in zip.entries.indices { change(&zip.entries[place]) }
    }
  }

  static var containers: [OddFile] {
    [
      entries("parts that aren't packed") { $0.method = .stored },
      entries("sizes behind the parts") { $0.hasDescriptor = true },
      entries("sizes for great parts") { $0.isGreat = true },
      entries("sizes for great parts behind them") { entry in
        entry.hasDescriptor = true
        entry.changeLocal = { $0.version = 45 }
      },
      zipped("a directory for great files") { $0.hasGreatEnd = true },
      zipped("a remark behind the directory") { zip in
        zip.changeEnd = { $0.comment = Array("Made by a program PK of ours".utf8) }
      },
      zipped("parts in another order") { $0.entries.reverse() },
      zipped("folders and pictures among the parts") { zip in
        zip.entries.insert(.init(name: "xl/", content: "", method: .stored), at: 0)
        zip.entries.insert(.init(name: "xl/worksheets/", content: "", method: .stored), at: 1)
        zip.entries.append(
          .init(name: "docProps/thumbnail.jpeg", content: Content([0xFF, 0xD8, 0xFF])))
        zip.entries.append(.init(name: "customXml/item1.xml", content: "<a/>"))
      },
      entries("fields that other programs add") { entry in
        entry.changeLocal = { $0.extra = [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0] }
        entry.changeCentral = { $0.extra = [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0] }
      },
      entries("room before the parts") { entry in
        entry.changeLocal = { $0.extra = [0x20, 0xA2, 40, 0] + Array(repeating: 0, count: 40) }
      },
      entries("names that say they are UTF-8") { entry in
        entry.changeLocal = { $0.flags = 0x0800 }
        entry.changeCentral = { $0.flags = 0x0800 }
      },
      entries("flags of how it was packed") { entry in
        entry.changeLocal = { $0.flags = 6 }
        entry.changeCentral = { $0.flags = 6 }
      },
    ]
  }
}
