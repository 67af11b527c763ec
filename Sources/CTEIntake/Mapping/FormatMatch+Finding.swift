import CTEModel
public import CTERulePack

extension FormatMatch {
  /// Returns the match with the one format that the titles of a file are those of.
  ///
  /// Formats of which the file has every title are preferred to those that leave titles over.
  ///
  /// - Parameters:
  ///   - name: The format's name; nil to find it by the titles.
  ///   - titles: The titles of the file.
  ///   - row: The row in which they stand; only formats that have theirs there are compared.
  ///   - pack: The pack that has the formats.
  ///   - file: The file's name, for errors.
  /// - Throws: `IntakeError` where there is no such format, or the titles are those of none or of several.
  public static func find(
    _ name: String?, for titles: [String], atRow row: Int, in pack: RulePack, file: String
  ) throws(IntakeError) -> FormatMatch {
    if let name { return try match(named: name, for: titles, in: pack, file: file) }
    let matches = pack.formats.values.filter { $0.headerRow == row }.sorted { $0.name < $1.name }
      .map { FormatMatch($0, titles: titles) }
    let fitting = matches.filter(\.fits)
    let whole = fitting.filter(\.unknownTitles.isEmpty)
    let candidates = whole.isEmpty ? fitting : whole
    if let match = candidates.first, candidates.count == 1 { return match }
    if candidates.isEmpty {
      throw IntakeError(.wrongTitles, noFormat(file, titles.count, matches))
    }
    let names = candidates.map(\.format.name).joined(separator: ", ")
    throw IntakeError(
      .ambiguousFormat,
      "the titles of \(file) fit several formats; name one with --format: \(names)")
  }

  private static func match(
    named name: String, for titles: [String], in pack: RulePack, file: String
  ) throws(IntakeError) -> FormatMatch {
    guard let format = pack.formats[name] else {
      let known = pack.formats.keys.sorted().joined(separator: ", ")
      throw IntakeError(
        .wrongTitles, "the pack \(pack.name) has no format '\(name)'; its formats are \(known)")
    }
    let match = FormatMatch(format, titles: titles)
    if match.fits { return match }
    throw IntakeError(.wrongTitles, match.misfit(file))
  }

  // A file without titles has a student's data in its first row, so only titles that a format knows are ever quoted.

  private func misfit(_ file: String) -> String {
    guard missingTitles.isEmpty else {
      return
        "\(file) doesn't fit the format \(format.name): it has no column titled \(Self.quoted(missingTitles))"
    }
    guard repeatedTitles.isEmpty else {
      return
        "\(file) has more than one column titled \(Self.quoted(repeatedTitles)); keep one of each"
    }
    return
      "\(file) has columns that the format \(format.name) doesn't take: \(unknownColumns.joined(separator: ", "))"
  }

  /// The letters of the columns that the format doesn't name. Their titles may be a student's data.
  public var unknownColumns: [String] {
    let taken = Set(places.compactMap { $0 })
    return titles.indices.filter { !taken.contains($0) }.map(columnLetters)
  }

  private static func noFormat(_ file: String, _ count: Int, _ matches: [FormatMatch]) -> String {
    let nearest = matches.max { $0.found.count < $1.found.count }
    if let nearest, nearest.missingTitles.isEmpty { return nearest.misfit(file) }
    guard let nearest, !nearest.found.isEmpty else {
      let names = matches.map(\.format.name).joined(separator: ", ")
      return
        "\(file) fits no format of the pack: no title in its first row is known; the formats are \(names)"
    }
    return "\(file) fits no format of the pack; nearest is \(nearest.format.name), of which it has "
      + "\(quoted(nearest.found)) but not \(quoted(nearest.missingTitles))"
  }

  /// The format's own titles of the columns that the file has.
  private var found: [String] {
    zip(format.columns, places).filter { $0.1 != nil }.map { $0.0.titles[0] }
  }

  private static func quoted(_ titles: [String]) -> String {
    titles.map { "'\($0)'" }.joined(separator: ", ")
  }
}
