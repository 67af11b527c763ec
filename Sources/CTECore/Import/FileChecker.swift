import CTEIntake
import CTEModel
import CTERulePack
import CTEValidation

/// Takes the tables of a file through mapping and checks, with or without a store.
struct FileChecker {
  /// What became of a table.
  struct Result {
    /// What is wrong, in file order.
    var findings: [Finding]
    /// What became of the rows of each kind.
    var kinds: [Kind] = []
    /// How many rows are of no kind.
    let strayCount: Int
    /// The rows as a preview shows them, in file order, where that is asked for.
    var rows: [PreviewRow] = []

    /// What became of the rows of one kind.
    struct Kind {
      /// What became of each record, by the record's place and the row.
      let verdicts: [[Verdict]]
      /// What there is to write.
      let changes: ChangeSet
    }
  }

  private let match: FormatMatch
  let pack: RulePack
  private var access: AccessCheck
  private(set) var keys: KeyTables
  private var sorter: RowSorter
  private var mapper: Mapper
  private(set) var checkers: [RecordChecker]
  /// What the checkers know of how records stand to each other.
  private let admissions: [Admission]
  /// Whether a record that equals one that is there is refused as its repetition.
  private let refusesEqual: Bool
  /// Whether kinds of rows update records of one type, so that the order of rows among them matters.
  private let keepsOrder: Bool
  /// New identifiers that earlier batches have written already.
  private var written: [KeyDomain: Set<Int32>] = [:]

  /// Creates the checker of a file.
  ///
  /// - Parameters:
  ///   - scope: Where the actor may write; the rows of others are errors.
  ///   - takesUnfinished: Whether a record may lack what says to which part of the tenant it belongs.
  ///   - refusesEqual: Whether a record that equals one that is there is refused as its repetition; files have them anew.
  init(
    match: FormatMatch, pack: RulePack, today: CalendarDay, knowledge: Knowledge,
    scope: AccessScope = .whole, refusesEqual: Bool = false, takesUnfinished: Bool = false
  ) {
    self.match = match
    self.pack = pack
    self.refusesEqual = refusesEqual
    access = AccessCheck(
      scope: scope, match: match, pack: pack, takesUnfinished: takesUnfinished)
    let keys = knowledge.keys
    sorter = RowSorter(match: match)
    mapper = Mapper(match: match, pack: pack)
    checkers = match.format.records.enumerated().map { place, plan in
      RecordChecker(
        plan: plan, match: match, pack: pack, today: today,
        reference: knowledge.records[place].reference,
        identities: knowledge.records[place].identities, keys: keys)
    }
    self.keys = keys
    let updated = match.format.rowKinds.map { kind in
      Set(
        match.format.records[kind.records].map(\.type).filter {
          pack.records[$0]?.repetition == .update
        })
    }
    keepsOrder = updated.reduce(0) { $0 + $1.count } > updated.reduce(Set()) { $0.union($1) }.count
    admissions = checkers.map(\.admission)
    for place in admissions.indices.dropFirst() {
      for earlier in admissions[..<place] { admissions[place].share(with: earlier) }
    }
  }

  var repairs: [Repair] { mapper.repairs }

  var outcomes: [RuleOutcome] {
    mapper.outcomes + [sorter.outcome, access.outcome].compactMap { $0 }
      + RuleOutcome.summed(checkers.flatMap(\.outcomes))
  }

  /// Checks a table.
  ///
  /// - Parameter grid: The columns in which its rows are shown; nil where they aren't.
  mutating func check(_ table: Table, showing grid: FileGrid? = nil) throws -> Result {
    let (kinds, strays) = try sorter.sort(table)
    var result = Result(findings: strays, strayCount: strays.count)
    var checked: [CheckedKind] = []
    for kind in kinds {
      checked.append(try check(kind.table, kind.records, &result.findings))
    }
    judge(&checked, &result.findings)
    for run in checked.runs(keepingOrder: keepsOrder) {
      let kind = checked[run.kind]
      result.kinds.append(
        Result.Kind(
          verdicts: kind.verdicts.map { Array($0[run.rows]) }, changes: changes(kind, run.rows)))
    }
    result.findings = Self.inFileOrder(result.findings)
    if let grid { result.rows = rows(checked, strays, result.findings, in: grid) }
    return result
  }

  private mutating func check(
    _ table: Table, _ places: Range<Int>, _ findings: inout [Finding]
  ) throws(RuleError) -> CheckedKind {
    var (batch, found) = mapper.map(table, making: places, keys: &keys)
    found += strangers(in: &batch, places, isLate: false)
    for (record, place) in places.enumerated() {
      found += try checkers[place].check(&batch.records[record], of: table, keys: keys)
    }
    found += strangers(in: &batch, places, isLate: true)
    findings += found
    return CheckedKind(batch, making: places)
  }

  /// Refuses the rows that the actor may not write.
  private mutating func strangers(
    in batch: inout Batch, _ places: Range<Int>, isLate: Bool
  ) -> [Finding] {
    let strangers = access.strangers(in: &batch, places, isLate: isLate)
    for place in places where isLate {
      guard let rule = access.rule(of: place) else { continue }
      let refused = strangers.count { places.lowerBound + $0.record == place }
      checkers[place].pass(rule, rows: batch.table.rowCount - refused)
    }
    return strangers.map { stranger in
      let place = places.lowerBound + stranger.record
      guard let rule = stranger.rule else {
        return access.finding(stranger.row, place, of: batch.table)
      }
      return checkers[place].refuse(stranger.row, by: rule, of: batch.table, keys: keys)
    }
  }

  /// Judges the rows of all kinds in the order of the file, because later ones stand to earlier ones.
  private mutating func judge(_ kinds: inout [CheckedKind], _ findings: inout [Finding]) {
    if kinds.count == 1 {
      for row in kinds[0].isOpen.indices { judge(row, of: &kinds[0], &findings) }
      return
    }
    var next = kinds.map { _ in 0 }
    while let kind = kinds.firstInFile(after: next) {
      judge(next[kind], of: &kinds[kind], &findings)
      next[kind] += 1
    }
  }

  /// Judges a row as a whole: its records are written together, or none is.
  private mutating func judge(
    _ row: Int, of kind: inout CheckedKind, _ findings: inout [Finding]
  ) {
    guard kind.isOpen[row] else { return }
    var isRefused = false
    let first = kind.places.lowerBound
    for place in kind.places {
      switch standing(of: row, place) {
      case .free: kind.verdicts[place - first][row] = .admitted
      case .equal: kind.verdicts[place - first][row] = .unchanged
      case .refused(let rule):
        isRefused = true
        findings.append(checkers[place].refuse(row, by: rule, of: kind.batch.table, keys: keys))
      }
    }
    for place in kind.places {
      if isRefused {
        kind.verdicts[place - first][row] = .rejected
      } else if kind.verdicts[place - first][row] == .admitted {
        admissions[place].take(row)
      }
    }
  }

  private func standing(of row: Int, _ place: Int) -> Standing {
    let standing = admissions[place].standing(of: row)
    guard refusesEqual, case .equal = standing, let rule = admissions[place].repetitionRule else {
      return standing
    }
    return .refused(by: rule)
  }

  private static func inFileOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { first, second in
      (first.element.row, first.element.columnIndex, first.offset)
        < (second.element.row, second.element.columnIndex, second.offset)
    }.map(\.element)
  }

  private mutating func changes(_ kind: CheckedKind, _ rows: Range<Int>) -> ChangeSet {
    var changes = ChangeSet()
    for (record, place) in kind.places.enumerated() {
      let records = checkers[place].changes(
        kind.batch.records[record], of: kind.batch.table, rows: rows,
        verdicts: kind.verdicts[record])
      for (column, field) in zip(records.columns, records.fields) {
        guard let domain = records.type.fields[field].kind.keyDomain,
          case .codes(let codes) = column
        else { continue }
        changes.newKeys += newKeys(codes, in: domain)
      }
      changes.records.append(records)
    }
    return changes
  }

  private mutating func newKeys(_ codes: [Int32], in domain: KeyDomain) -> [ChangeSet.NewKey] {
    let storedCount = keys[domain].storedCount
    var new: [ChangeSet.NewKey] = []
    for code in codes where code > storedCount {
      guard written[domain, default: []].insert(code).inserted else { continue }
      new.append(.init(domain: domain, number: code, text: keys[domain].text(of: code)))
    }
    return new
  }
}
