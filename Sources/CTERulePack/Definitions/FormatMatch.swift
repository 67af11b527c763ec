/// Where a format's columns stand in a file.
public struct FormatMatch: Sendable {
  /// The format.
  public let format: ImportFormat
  /// The titles as the file has them.
  public let titles: [String]
  /// For each column of the format, its place in the file, or nil where the file doesn't have it.
  public let places: [Int?]
  /// The titles of the file that the format doesn't name.
  public let unknownTitles: [String]
  /// The titles that the format needs and the file doesn't have.
  public let missingTitles: [String]

  /// The titles of the format that stand twice in the file.
  public let repeatedTitles: [String]

  /// Compares the titles of a file with a format.
  public init(_ format: ImportFormat, titles: [String]) {
    self.format = format
    self.titles = titles
    let keys = titles.map { Self.key($0, in: format) }
    let found = format.columns.map { column in
      let wanted = column.titles.map { Self.key($0, in: format) }
      return keys.indices.filter { wanted.contains(keys[$0]) }
    }
    places = found.map(\.first)
    repeatedTitles = zip(format.columns, found).filter { $1.count > 1 }.map { $0.0.titles[0] }
    let taken = Set(found.joined())
    unknownTitles = titles.indices.filter { !taken.contains($0) }.map { titles[$0] }
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
      && (unknownTitles.isEmpty || format.unknownColumns != .refuse)
  }

  private static func key(_ title: String, in format: ImportFormat) -> String {
    format.matchesCase ? title : title.lowercased()
  }
}

extension FormatMatch {
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
