import CTEModel
import CTERulePack

/// Why no sheet of a file has the titles that are looked for.
struct TitleMisfit {
  let search: TitleSearch
  /// The first rows of the visible sheets.
  let heads: [(sheet: Int, rows: [HeadRow])]
  let sheets: [Sheet]

  /// A row of titles as it compares with a format.
  fileprivate struct Attempt {
    let sheet: Int
    let row: HeadRow
    let match: FormatMatch
  }

  /// What is wrong, worded after what comes nearest.
  var error: IntakeError {
    guard heads.contains(where: { !$0.rows.isEmpty }) else {
      return IntakeError(
        .empty,
        heads.isEmpty
          ? "\(search.file) has no visible sheet"
          : "\(search.file) has no titles: its first \(TitleSearch.lastRow) rows are empty")
    }
    if let message = otherFormat ?? otherYear ?? almost {
      return IntakeError(.wrongTitles, message)
    }
    guard let nearest else { return IntakeError(.wrongTitles, "\(search.file) has no titles") }
    return IntakeError(
      .wrongTitles, misfit(nearest), officialName: officialName(for: nearest.match))
  }

  /// What the state calls it where columns are missing.
  private func officialName(for match: FormatMatch) -> String? {
    guard !match.found.isEmpty, !match.missingTitles.isEmpty else { return nil }
    let rules = search.pack.missingRules(of: match.format)
    return match.format.records.lazy.compactMap { rules[$0.type]?.officialName }.first
  }

  /// The wrong template: the titles are those of a format that wasn't asked for.
  private var otherFormat: String? {
    guard search.formats.count < search.pack.formats.count,
      let (sheet, found) = found(in: search.pack, format: nil)
    else { return nil }
    let wanted = search.formats.map(\.name).joined(separator: ", ")
    return "\(subject(sheet)) has the titles of the format \(found), not of \(wanted)"
  }

  /// The template of another year. A pack that can't be loaded for a year has nothing to say of it.
  private var otherYear: String? {
    let pack = search.pack
    let name = search.formats.count == 1 ? search.formats.first?.name : nil
    let others = (pack.years.lowerBound.number...pack.years.upperBound.number)
      .filter { $0 != pack.year.number }
      .sorted { abs($0 - pack.year.number) < abs($1 - pack.year.number) }
    for year in others.prefix(Self.mostYears).map({ FiscalYear($0) }) {
      guard let other = try? pack.inYear(year), let (sheet, found) = found(in: other, format: name)
      else { continue }
      return
        "\(subject(sheet)) has the titles that the format \(found) has in \(year); this is for \(pack.year)"
    }
    return nil
  }

  /// To look further would only delay the answer.
  private static let mostYears = 6

  private func found(in pack: RulePack, format: String?) -> (sheet: Int, format: String)? {
    guard
      let search = try? TitleSearch(
        format: format, pack: pack, kind: search.kind, file: search.file)
    else { return nil }
    for head in heads {
      // Titles of several formats are of no use here.
      if let found = try? search.find(in: head.rows, ofSheet: head.sheet) {
        return (head.sheet, found.match.format.name)
      }
    }
    return nil
  }

  /// Titles that differ only in what nobody sees at a glance.
  private var almost: String? {
    let loose = attempts(matching: .loose).first { $0.match.fits }
    guard let loose else { return nil }
    let strict = FormatMatch(loose.match.format, titles: loose.row.texts)
    let wrong = loose.match.format.columns.indices.filter {
      loose.match.places[$0] != nil && strict.places[$0] == nil
    }
    let cells = wrong.map { column in
      let place = loose.match.places[column] ?? 0
      return
        "\(columnLetters(place))\(loose.row.number) should be '\(loose.match.format.columns[column].titles[0])'"
    }
    return
      "the titles of \(subject(loose.sheet)) differ from those of \(loose.match.format.name) in case, blanks or apostrophes: \(cells.joined(separator: ", "))"
  }

  private func attempts(matching: TitleMatching? = nil) -> [Attempt] {
    heads.flatMap { head in
      head.rows.flatMap { row in
        search.formats.map { format in
          Attempt(
            sheet: head.sheet, row: row,
            match: FormatMatch(format, titles: row.texts, matching: matching))
        }
      }
    }
  }

  private var nearest: Attempt? {
    // Of those that are equally near, the row in which the format has its titles comes first.
    let attempts = attempts().enumerated()
    return attempts.max { one, other in
      one.element.standing == other.element.standing
        ? one.offset > other.offset : one.element.standing < other.element.standing
    }?.element
  }

  private func misfit(_ attempt: Attempt) -> String {
    let match = attempt.match
    let subject = subject(attempt.sheet)
    let name = match.format.name
    if search.formats.count > 1 {
      guard !match.found.isEmpty else {
        let names = search.formats.map(\.name).joined(separator: ", ")
        return
          "\(search.file) fits no format of the pack: no title in its first rows is known; the formats are \(names)"
      }
      guard match.missingTitles.isEmpty else {
        return "\(subject) fits no format of the pack; nearest is \(name), of which it has "
          + "\(Self.quoted(match.found)) but not \(Self.quoted(match.missingTitles))"
      }
    }
    return match.misfit(subject)
  }

  /// The file, with the sheet where it has several.
  private func subject(_ sheet: Int) -> String {
    heads.count > 1 ? "the sheet '\(sheets[sheet].name)' of \(search.file)" : search.file
  }

  fileprivate static func quoted(_ titles: [String]) -> String {
    titles.map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension TitleMisfit.Attempt {
  /// How near it comes: by the titles that are there, then by the row.
  fileprivate var standing: (Int, Int) {
    (match.found.count, row.number == match.format.headerRow ? 1 : 0)
  }
}

extension FormatMatch {
  /// The format's own titles of the columns that the file has.
  fileprivate var found: [String] {
    zip(format.columns, places).filter { $0.1 != nil }.map { $0.0.titles[0] }
  }

  // A file without titles has a student's data in its first row, so only titles that a format knows are ever quoted.

  fileprivate func misfit(_ subject: String) -> String {
    guard missingTitles.isEmpty else {
      return
        "\(subject) doesn't fit the format \(format.name): it has no column titled \(TitleMisfit.quoted(missingTitles))"
    }
    guard repeatedTitles.isEmpty else {
      return
        "\(subject) has more than one column titled \(TitleMisfit.quoted(repeatedTitles)); keep one of each"
    }
    let letters = unknownColumns.map(columnLetters).joined(separator: ", ")
    return "\(subject) has columns that the format \(format.name) doesn't take: \(letters)"
  }
}
