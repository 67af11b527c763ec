import CTEModel
import CTERulePack

/// Looks for the sheet and the row in which the titles of a format stand.
struct TitleSearch {
  /// The formats whose titles are looked for, by name.
  let formats: [ImportFormat]
  let pack: RulePack
  /// The name of the file's kind; nil where every format takes it.
  let kind: String?
  /// The file's name.
  let file: String

  /// What was found.
  struct Found {
    let sheet: Int
    let titles: HeadRow
    let match: FormatMatch
    var notices: [Notice] = []
  }

  /// Titles further down than this are not looked for.
  static let lastRow = 100

  /// Begins to look for the titles of a format of the pack, or of any.
  ///
  /// - Throws: `IntakeError` where the pack has no format of the name.
  init(format: String?, pack: RulePack, kind: String?, file: String) throws(IntakeError) {
    formats = pack.formats.values.filter { format == nil || $0.name == format }
      .sorted { $0.name < $1.name }
    self.pack = pack
    self.kind = kind
    self.file = file
    guard formats.isEmpty else { return }
    let known = pack.formats.keys.sorted().joined(separator: ", ")
    throw IntakeError(
      .wrongTitles,
      format.map { "the pack \(pack.name) has no format '\($0)'; its formats are \(known)" }
        ?? "the pack \(pack.name) has no formats")
  }

  /// Returns the first visible sheet with the titles of a format.
  ///
  /// - Throws: `IntakeError` where there is none, worded after what comes nearest.
  func find(in reader: inout any TableReader) throws -> Found {
    let visible = reader.sheets.indices.filter { !reader.sheets[$0].isHidden }
    var heads: [(sheet: Int, rows: [HeadRow])] = []
    var trouble: IntakeError?
    for sheet in visible {
      do {
        heads.append((sheet, try reader.firstRows(ofSheet: sheet, through: Self.lastRow)))
      } catch let error as IntakeError where error.code == .malformed {
        // A broken sheet says nothing of the others.
        trouble = trouble ?? error
        continue
      }
      guard var found = try find(in: heads[heads.count - 1].rows, ofSheet: sheet) else { continue }
      found.notices += Self.moved(found)
      found.notices += others(like: found, among: visible, of: &reader)
      return found
    }
    if let trouble { throw trouble }
    try refuseHidden(&reader)
    throw TitleMisfit(search: self, heads: heads, sheets: reader.sheets).error
  }

  /// Finds the titles where a format has its own, or else wherever they stand.
  func find(in rows: [HeadRow], ofSheet sheet: Int) throws(IntakeError) -> Found? {
    for isOwnRow in [true, false] {
      for row in rows {
        let candidates = formats.filter { !isOwnRow || $0.headerRow == row.number }
        if let match = try match(row.texts, with: candidates) {
          return Found(sheet: sheet, titles: row, match: match)
        }
      }
    }
    return nil
  }

  /// Returns the one format that the titles are those of, or nil where they are those of none.
  ///
  /// Formats of which the file has every title are preferred to those that leave titles over.
  private func match(
    _ titles: [String], with formats: [ImportFormat]
  ) throws(IntakeError) -> FormatMatch? {
    let fitting = formats.map { FormatMatch($0, titles: titles) }.filter(\.fits)
    let taken = fitting.filter { $0.format.takes(kind) }
    let whole = taken.filter(\.unknownColumns.isEmpty)
    let candidates = whole.isEmpty ? taken : whole
    if candidates.count > 1 {
      let names = candidates.map(\.format.name).joined(separator: ", ")
      throw IntakeError(
        .ambiguousFormat,
        "the titles of \(file) fit several formats; name one with --format: \(names)")
    }
    if candidates.isEmpty, let stranger = fitting.first {
      throw IntakeError(
        .unknownKind,
        "\(file) is an .\(kind ?? "") file, but the format \(stranger.format.name) takes only \(stranger.format.kinds.map { ".\($0)" }.joined(separator: ", ")) files"
      )
    }
    return candidates.first
  }

  /// Refuses a file whose table stands in a sheet that nobody sees.
  private func refuseHidden(_ reader: inout any TableReader) throws {
    for sheet in reader.sheets.indices where reader.sheets[sheet].isHidden {
      let rows = try reader.firstRows(ofSheet: sheet, through: Self.lastRow)
      guard let found = try find(in: rows, ofSheet: sheet) else { continue }
      throw IntakeError(
        .wrongTitles,
        "the sheet '\(reader.sheets[sheet].name)' of \(file) has the titles of \(found.match.format.name), but is hidden; show it and upload the file again"
      )
    }
  }

  private static func moved(_ found: Found) -> [Notice] {
    let (row, own) = (found.titles.number, found.match.format.headerRow)
    guard row != own else { return [] }
    return [Notice(.movedTitles, "the titles stand in row \(row), not in row \(own)")]
  }

  /// Tells of further sheets with such titles and rows below them, which aren't read.
  private func others(
    like found: Found, among visible: [Int], of reader: inout any TableReader
  ) -> [Notice] {
    var names: [String] = []
    for sheet in visible where sheet > found.sheet {
      // What is wrong with a sheet that isn't read is no mistake of the one that is.
      guard let rows = try? reader.firstRows(ofSheet: sheet, through: Self.lastRow),
        let other = try? find(in: rows, ofSheet: sheet),
        rows.contains(where: { $0.number > other.titles.number })
      else { continue }
      names.append("'\(reader.sheets[sheet].name)'")
    }
    guard !names.isEmpty else { return [] }
    return [
      Notice(
        .otherSheets,
        "only the sheet '\(reader.sheets[found.sheet].name)' was read; such titles stand in \(names.joined(separator: ", ")) too",
        help: "Put all rows in one sheet, or upload each sheet as a file of its own.")
    ]
  }
}

extension RuleID {
  fileprivate static let movedTitles = RuleID("file/moved-titles")
  fileprivate static let otherSheets = RuleID("file/other-sheets")
}

extension ImportFormat {
  fileprivate func takes(_ kind: String?) -> Bool {
    kinds.isEmpty || kind.map(kinds.contains) ?? true
  }
}
