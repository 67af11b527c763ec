import CTEIntake
import CTEModel
import CTERulePack

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
      let columns = match.unknownColumns
      add(columns.isEmpty ? nil : Self.unknown(columns), as: .unknownColumns)
    }
    for list in partialLists {
      let id = RuleID("\(pack.name):\(list.name)")
      add(Self.partial(list, as: id), as: id)
    }
  }

  private mutating func add(_ notice: Notice?, as rule: RuleID) {
    notices += notice.map { [$0] } ?? []
    outcomes.append(
      RuleOutcome(
        rule: rule, severity: .notice, status: notice == nil ? .passed : .failed,
        count: notice == nil ? 0 : 1))
  }

  /// Refuses a file outside of a window that is enforced.
  static func refuseOutsideWindows(
    _ match: FormatMatch, in pack: RulePack, on today: CalendarDay
  ) throws(IntakeError) {
    let closed = pack.windows.first {
      $0.isEnforced && $0.formats.contains(match.format.name) && !$0.isOpen(on: today)
    }
    guard let closed else { return }
    throw IntakeError(.windowClosed, Self.closed(closed, pack.year).message)
  }
}

extension RuleID {
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
