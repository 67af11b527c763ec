import CTEIntake
import CTEModel
import CTERulePack
import CTEStore

/// What there is to know of a file as a whole: closed windows, columns that nobody takes, lists that are only a part.
struct FileNotices {
  private(set) var notices: [Notice] = []
  private(set) var outcomes: [RuleOutcome] = []

  /// Looks at a file of a format on a day.
  ///
  /// - Parameter partialLists: The lists that came with the pack, of which the checks of the file have but a part.
  init(about match: FormatMatch, in pack: RulePack, on today: CalendarDay, partialLists: [PackList])
  {
    for window in pack.windows where window.formats.contains(match.format.name) {
      add(window.isOpen(on: today) ? nil : Self.closed(window, pack.year), as: window.id)
    }
    if match.format.unknownColumns == .notice {
      let columns = match.unknownColumns.map(columnLetters)
      add(columns.isEmpty ? nil : Self.unknown(columns), as: .unknownColumns)
    }
    for list in partialLists {
      let id = RuleID("\(pack.name):\(list.name)")
      add(Self.partial(list, as: id), as: id)
    }
  }

  /// Adds what is known once the file has been read.
  mutating func add(
    _ notices: [Notice], of match: FormatMatch, _ tally: FindingTally, rows: Int
  ) {
    for notice in notices { add(notice, as: notice.rule) }
    guard rows >= Self.fewestRows else { return }
    for (finding, isOfOneValue) in tally.ofEveryRow(among: rows) {
      let isTold = isOfOneValue && match.isOfNoPerson(finding.columnIndex)
      add(Self.everyRow(finding, value: isTold ? finding.value : nil), as: .everyRow)
    }
  }

  /// Adds why a preview that is committed isn't any more what was shown.
  mutating func add(_ staleness: Staleness, of preview: Submission, now counts: RowCounts) {
    // Access isn't journaled, so other rows may be valid although neither records nor pack changed.
    let more = Staleness.otherRows(than: preview, now: counts).map { [$0] } ?? []
    for notice in staleness.notices + more {
      add(notice, as: notice.rule)
    }
  }

  /// That every row has the same mistake says nothing of a file with fewer rows.
  private static let fewestRows = 10

  private mutating func add(_ notice: Notice?, as rule: RuleID) {
    notices += notice.map { [$0] } ?? []
    outcomes.append(
      RuleOutcome(
        rule: rule, severity: .notice, status: notice == nil ? .passed : .failed,
        count: notice == nil ? 0 : 1))
  }

  /// Refuses files of a format outside of a window that is enforced.
  static func refuseOutsideWindows(
    _ format: String, in pack: RulePack, on today: CalendarDay
  ) throws(IntakeError) {
    guard let closed = pack.closedWindow(for: format, on: today) else { return }
    throw IntakeError(.windowClosed, Self.closed(closed, pack.year).message)
  }

  /// Refuses to change records by hand while no file that makes any of their type is taken.
  static func refuseOutsideWindows(
    _ type: RecordType, in pack: RulePack, on today: CalendarDay
  ) throws(ChangeError) {
    let formats = pack.formats.values.filter { format in
      !format.isTrusted && format.records.contains { $0.type == type }
    }
    let closed = formats.map { pack.closedWindow(for: $0.name, on: today) }
    guard let first = closed.compactMap({ $0 }).min(by: { $0.id < $1.id }),
      !closed.contains(where: { $0 == nil })
    else { return }
    throw ChangeError(.impossible, Self.closed(first, pack.year).message)
  }
}

extension RulePack {
  /// The window that is enforced and keeps files of a format out on a day; nil where none does.
  fileprivate func closedWindow(for format: String, on today: CalendarDay) -> Window? {
    windows.first { $0.isEnforced && $0.formats.contains(format) && !$0.isOpen(on: today) }
  }
}

extension FormatMatch {
  /// Whether a column holds a year, a code or an identifier, but none of a person.
  fileprivate func isOfNoPerson(_ place: Int) -> Bool {
    let forms = format.records.flatMap(\.sources).compactMap { source -> CellForm? in
      guard case .cell(let column, let form) = source, places[column] == place else { return nil }
      return form
    }
    return !forms.isEmpty
      && forms.allSatisfy { form in
        switch form {
        case .year, .words: true
        case .digits(_, _, let domain), .name(_, _, let domain), .pattern(_, _, let domain):
          ![.student, .educator].contains(domain)
        default: false
        }
      }
  }
}

extension RuleID {
  fileprivate static let everyRow = RuleID("file/every-row")
  fileprivate static let unknownColumns = RuleID("file/unknown-columns")
}

// The words of the notices.
extension FileNotices {
  private static func closed(_ window: Window, _ year: FiscalYear) -> Notice {
    let spans = window.open.map { "\($0.lowerBound) to \($0.upperBound)" }
    return Notice(
      window.id,
      "the \(year) window is closed today; it is open from \(spans.joined(separator: " and from "))",
      help: window.isEnforced ? "Import refuses the file until it opens." : nil)
  }

  private static func everyRow(_ finding: Finding, value: String?) -> Notice {
    let value = value.map { ", where all have \"\($0)\"" } ?? ""
    return Notice(
      .everyRow, "every row has the same mistake in the column '\(finding.column)'\(value)",
      help: "Is this the file of another year, another tenant or another template?")
  }

  private static func unknown(_ columns: [String]) -> Notice {
    // The titles of columns that no format knows may be a student's data, so only their letters are told.
    Notice(
      .unknownColumns, "nothing is taken from the columns \(columns.joined(separator: ", "))",
      help: "Remove them, or check their titles.")
  }

  private static func partial(_ list: PackList, as id: RuleID) -> Notice {
    Notice(
      id,
      "only some of the state's \(list.name) came with the pack; rows with others were taken without checking that",
      help: "Load the state's whole list: import it with the format \(list.format).")
  }
}
