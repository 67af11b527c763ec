/// What people send by mistake, told by its first bytes.
struct Stranger {
  /// What it is and what to do.
  let words: String

  init?(_ beginning: [UInt8]) {
    if let (_, words) = Self.binary.first(where: { beginning.starts(with: $0.bytes) }) {
      self.words = words
      return
    }
    // The letters by which these are told are the same in UTF-16, but for the zeros between them.
    let text = String(decoding: beginning.filter { $0 != 0 }, as: UTF8.self).drop {
      $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}"
    }
    .lowercased()
    guard let (_, words) = Self.texts.first(where: { text.hasPrefix($0.beginning) }) else {
      return nil
    }
    self.words = words
  }

  private static let save = "save the sheet as CSV (UTF-8) and upload that"
  private static let page =
    "is a web page, whatever its name says; open it in a spreadsheet program and save it as .xlsx or .csv"

  private static let binary: [(bytes: [UInt8], words: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "is a workbook or another archive; \(save)"),
    ([0xD0, 0xCF, 0x11, 0xE0], "is a workbook or another document of Microsoft Office; \(save)"),
    (Array("%PDF".utf8), "is a PDF; upload the table from which it was made"),
    (Array("{\\rtf".utf8), "is a text document (RTF); \(save)"),
    ([0x1F, 0x8B], "is compressed (gzip); unpack it and upload what is in it"),
    ([0x89, 0x50, 0x4E, 0x47], "is a picture; upload the table itself"),
    ([0xFF, 0xD8, 0xFF], "is a picture; upload the table itself"),
    ([0xFF, 0xFE, 0, 0], "is text in UTF-32; \(save)"),
    ([0, 0, 0xFE, 0xFF], "is text in UTF-32; \(save)"),
  ]

  private static let texts: [(beginning: String, words: String)] = [
    ("<!doctype html", page), ("<html", page), ("<table", page),
    (
      "<?xml",
      "is XML, whatever its name says; open it in a spreadsheet program and save it as .xlsx or .csv"
    ),
  ]
}
