import CTEIntake

/// Files of other kinds, which people send by mistake or whose names lie.
enum StrangerCases {
  typealias Part = WorkbookBuilder.Part

  static var all: [HostileFile] { beginnings + texts + packages }

  private static var beginnings: [HostileFile] {
    let kinds: [(name: String, bytes: [UInt8])] = [
      ("gzip", [0x1F, 0x8B, 8, 0]), ("bzip2", Array("BZh91AY&SY".utf8)),
      ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), ("zstd", [0x28, 0xB5, 0x2F, 0xFD]),
      ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), ("rar", Array("Rar!\u{1A}\u{7}\u{1}\0".utf8)),
      ("a PNG", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]), ("a JPEG", [0xFF, 0xD8, 0xFF, 0xE0]),
      ("a GIF", Array("GIF89a".utf8)), ("a TIFF", [0x49, 0x49, 0x2A, 0]),
      ("an ELF program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]),
      ("a Windows program", Array("MZ".utf8) + [0x90, 0, 3, 0]),
      ("a database", Array("SQLite format 3\0".utf8)), ("a disk's resources", [0, 5, 0x16, 7]),
      ("an old Windows list", [0x03, 122, 1, 1, 4, 0, 0, 0]),
      ("an MP4", [0, 0, 0, 24] + Array("ftypmp42".utf8)),
      ("an ODS of one file in zeros", [0, 0, 0, 0, 80, 75, 3, 4]),
    ]
    return kinds.map { kind in
      HostileFile("stranger: \(kind.name)", .code("unknownKind")) {
        Content(kind.bytes) + Content([0, 7, 0x9C, 0xFF, 0, 1, 0x80]) * 900
      }
    }
  }

  private static var texts: [HostileFile] {
    let table = "<table><tr><td>School</td></tr></table>"
    let kinds: [(name: String, text: String)] = [
      ("a PDF", "%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj\n"), ("RTF", #"{\rtf1\ansi School\par 1001}"#),
      ("a web page", "<!DOCTYPE html><html><body>\(table)</body></html>"),
      ("a web page after blanks", "\n\n  <HTML>\(table)</HTML>"),
      ("a web page of a table alone", table),
      ("a web page with a mark", "\u{FEFF}<html>\(table)</html>"),
      (
        "a workbook of XML alone",
        #"<?xml version="1.0"?><Workbook xmlns="urn:x"><Worksheet/></Workbook>"#
      ),
      ("a PostScript page", "%!PS-Adobe-3.0\n"),
      ("JSON", #"{"school": "1001", "students": []}"#),
    ]
    return kinds.map { kind in
      let isTold = kind.name != "a PostScript page" && kind.name != "JSON"
      return HostileFile("stranger: \(kind.name)", isTold ? .code("unknownKind") : .any) {
        Content(kind.text)
      }
    } + [
      HostileFile("stranger: a web page of UTF-16", .code("unknownKind")) {
        Content(
          [0xFF, 0xFE]
            + "<html>\(table)</html>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
      }
    ]
  }

  /// A zip file of some parts, none of which makes it a workbook that can be read.
  private static func package(_ name: String, _ parts: [(String, Content)]) -> HostileFile {
    HostileFile("stranger: \(name)", .code("unknownKind")) {
      Content(ZipBuilder(entries: parts.map { .init(name: $0.0, content: $0.1) }).bytes())
    }
  }

  private static func document(_ name: String, type: String, part: String) -> HostileFile {
    package(
      name,
      [
        (Part.contentTypes, types(type, part)),
        (Part.links, WorkbookBuilder.links([("rId1", "officeDocument", part)])),
        (part, "<?xml version=\"1.0\"?><document/>"),
      ])
  }

  private static func types(_ type: String, _ part: String) -> Content {
    WorkbookBuilder.contentTypes(workbook: "application/\(type)").replacing("xl/workbook.xml", part)
  }

  private static func open(_ name: String, _ type: String) -> HostileFile {
    HostileFile("stranger: \(name)", .code("unknownKind")) {
      let mime = ZipBuilder.Entry(
        name: "mimetype", content: Content("application/vnd.oasis.opendocument.\(type)"),
        method: .stored)
      let content = ZipBuilder.Entry(name: "content.xml", content: "<?xml version=\"1.0\"?><a/>")
      return Content(ZipBuilder(entries: [mime, content]).bytes())
    }
  }

  private static var packages: [HostileFile] {
    let word = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    let show = "vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    return [
      document("a DOCX", type: word, part: "word/document.xml"),
      document("a PPTX", type: show, part: "ppt/presentation.xml"),
      document(
        "an XLSB", type: "vnd.ms-excel.sheet.binary.macroEnabled.main", part: "xl/workbook.bin"),
      open("an ODS", "spreadsheet"), open("an ODT", "text"),
      package("a zip file of a CSV", [("upload.csv", "School,Student Number\n1001,1\n")]),
      package("a zip file of CSVs", [("a.csv", "a,b\n"), ("b.csv", "a,b\n")]),
      package("a zip file of an XLSX", [("upload.xlsx", WorkbookBuilder().file)]),
      package("a JAR", [("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")]),
      package("an EPUB", [("mimetype", "application/epub+zip")]),
      package(
        "a workbook of Numbers", [("Index/Document.iwa", "x"), ("preview.jpg", "x")]),
      package("a zip file of a folder", [("folder/", "")]),
    ]
  }
}
