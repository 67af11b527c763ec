public import CTERulePack

extension FormatMatch {
  /// Returns the match with the one format that the titles of a file are those of.
  ///
  /// Formats of which the file has every title are preferred to those that leave titles over.
  ///
  /// - Parameter name: The format's name; nil to find it by the titles.
  /// - Throws: `IntakeError` where there is no such format, or the titles are those of none or of several.
  public static func find(
    _ name: String?, for titles: [String], in pack: RulePack, file: String
  ) throws(IntakeError) -> FormatMatch {
    if let name { return try match(named: name, for: titles, in: pack, file: file) }
    let matches = pack.formats.values.sorted { $0.name < $1.name }.map {
      FormatMatch($0, titles: titles)
    }
    let fitting = matches.filter(\.fits)
    let whole = fitting.filter(\.unknownTitles.isEmpty)
    let candidates = whole.isEmpty ? fitting : whole
    if let match = candidates.first, candidates.count == 1 { return match }
    let names = (candidates.isEmpty ? matches : candidates).map(\.format.name).joined(
      separator: ", ")
    if candidates.isEmpty {
      throw IntakeError(
        .wrongTitles,
        noFormat(
          file, titles, nearest: matches.min { $0.missingTitles.count < $1.missingTitles.count }))
    }
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

  private func misfit(_ file: String) -> String {
    let missing = missingTitles.map { "'\($0)'" }.joined(separator: ", ")
    guard !missingTitles.isEmpty else {
      let unknown = unknownTitles.map { "'\($0)'" }.joined(separator: ", ")
      return "\(file) has columns that the format \(format.name) doesn't take: \(unknown)"
    }
    return "\(file) doesn't fit the format \(format.name): it has no column titled \(missing)"
  }

  private static func noFormat(_ file: String, _ titles: [String], nearest: FormatMatch?) -> String
  {
    let found = titles.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    let hint = nearest.map {
      "; nearest is \($0.format.name), which also needs \($0.missingTitles.map { "'\($0)'" }.joined(separator: ", "))"
    }
    return "\(file) fits no format of the pack; its titles are \(found)\(hint ?? "")"
  }
}
