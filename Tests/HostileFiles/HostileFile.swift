import CTEIntake

/// A file made to hurt, and by what it must be refused.
struct HostileFile {
  let name: String
  let outcome: Outcome
  /// Bounds that are lower than the standard, where reaching that would take long.
  var limits = ReadingLimits()
  var place = Place.disk
  let content: () -> Content

  /// What may come of reading it.
  enum Outcome: Hashable {
    /// It is refused by a bound.
    case limit(Limit)
    /// It is refused with the code of an error that is no bound.
    case code(String)
    /// It is read: there is nothing wrong with it.
    case read
    /// It is refused, by whichever name fits.
    case refused
    /// It may be refused or read, as long as that neither takes the program down nor much memory.
    case any
  }

  /// From where it is read.
  enum Place: String {
    case disk
    /// Through a pipe, as a shell passes what another program writes.
    case pipe
    /// From a disk, by somebody who is too slow for a bound of one second.
    case slowly
    /// There is a folder in its place.
    case folder
    /// There is nothing in its place.
    case nowhere
  }
}

extension HostileFile.Outcome {
  /// Whether this may have come of a file of which `expected` must come.
  func fulfils(_ expected: Self) -> Bool {
    switch expected {
    case .any: true
    case .refused: self != .read
    default: self == expected
    }
  }
}

extension HostileFile.Outcome: CustomStringConvertible {
  var description: String {
    switch self {
    case .limit(let limit): "limit \(limit.rawValue)"
    case .code(let code): "code \(code)"
    case .read: "read"
    case .refused: "refused"
    case .any: "any"
    }
  }
}

extension HostileFile {
  /// A file and what may come of it, under another bound of the limit that is expected if one is given.
  init(
    _ name: String, _ outcome: Outcome, at bound: Int? = nil, _ content: @escaping () -> Content
  ) {
    self.name = name
    self.outcome = outcome
    self.content = content
    if case .limit(let limit) = outcome, let bound { limits[limit] = bound }
  }

  /// A workbook that is changed somewhere.
  init(
    workbook name: String, _ outcome: Outcome, at bound: Int? = nil,
    _ change: @escaping (inout WorkbookBuilder) -> Void
  ) {
    self.init(name, outcome, at: bound) {
      var workbook = WorkbookBuilder()
      change(&workbook)
      return workbook.file
    }
  }

  /// An old workbook that is changed somewhere.
  init(
    oldWorkbook name: String, _ outcome: Outcome, at bound: Int? = nil,
    _ change: @escaping (inout OldWorkbookBuilder) -> Void
  ) {
    self.init("xls: \(name)", outcome, at: bound) {
      var workbook = OldWorkbookBuilder()
      change(&workbook)
      return workbook.file
    }
  }
}
