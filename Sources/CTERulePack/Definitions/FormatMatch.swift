/// Where a format's columns stand in a file.
public struct FormatMatch: Sendable {
  /// The title of the column in which a file that was given back says what is wrong. Every format ignores it.
  public static let errorsTitle = "Errors (ignored on upload)"

  /// Returns whether a title is that of the column of errors, however it was typed again.
  package static func isErrorsTitle(_ title: String) -> Bool {
    TitleMatching.loose.key(of: title) == TitleMatching.loose.key(of: errorsTitle)
  }

  /// The format.
  public let format: ImportFormat
  /// The titles as the file has them.
  public let titles: [String]
  /// For each column of the format, its place in the file, or nil where the file doesn't have it.
  public let places: [Int?]
  /// The places of the file's columns that have a title which the format doesn't name.
  public let unknownColumns: [Int]
  /// The titles that the format needs and the file doesn't have.
  public let missingTitles: [String]

  /// The titles of the format that stand twice in the file.
  public let repeatedTitles: [String]

  /// Compares the titles of a file with a format.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - titles: The titles as the file has them, from column A on.
  ///   - matching: What must be the same; nil for what the format says.
  public init(_ format: ImportFormat, titles: [String], matching: TitleMatching? = nil) {
    let matching = matching ?? format.titleMatching
    self.format = format
    self.titles = titles
    let keys = titles.map(matching.key)
    let found = format.columns.map { column in
      let wanted = column.titles.map(matching.key)
      return keys.indices.filter { wanted.contains(keys[$0]) }
    }
    places = found.map(\.first)
    repeatedTitles = zip(format.columns, found).filter { $1.count > 1 }.map { $0.0.titles[0] }
    let taken = Set(found.joined())
    unknownColumns = titles.indices.filter {
      !taken.contains($0) && !keys[$0].isEmpty && !Self.isErrorsTitle(titles[$0])
    }
    missingTitles = Self.missing(format, found.map { !$0.isEmpty })
  }

  /// Columns that make one set belong together: without one of them, the set would look smaller than it is.
  private static func missing(_ format: ImportFormat, _ isThere: [Bool]) -> [String] {
    let columns = zip(format.columns, isThere)
    let begun = Set(columns.filter { $1 }.compactMap { $0.0.field })
    return columns.filter { column, isThere in
      !isThere && (column.isRequired || column.field.map { begun.contains($0) } == true)
    }.map { $0.0.titles[0] }
  }

  /// Whether the file can be taken in by the format.
  public var fits: Bool {
    missingTitles.isEmpty && repeatedTitles.isEmpty
      && (unknownColumns.isEmpty || format.unknownColumns != .refuse)
  }
}

extension FormatMatch {
  /// The places of the file's columns that the format takes.
  public var takenColumns: Set<Int> { Set(places.compactMap { $0 }) }

  /// Returns the column of the file from which a field comes, or nil where it comes from none.
  public func column(of field: Int, in plan: RecordPlan) -> Int? {
    guard case .cell(let column, _) = plan.sources[field] else { return nil }
    return places[column]
  }

  /// Returns whether the file carries a field of a record.
  public func carries(_ field: Int, of plan: RecordPlan) -> Bool {
    switch plan.sources[field] {
    case .cell(let column, _): places[column] != nil
    case .set(let columns): columns.contains { places[$0.column] != nil }
    case .constant, .year: true
    case nil: false
    }
  }
}
