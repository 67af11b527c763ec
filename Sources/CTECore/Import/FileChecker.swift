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

    /// What became of the rows of one kind.
    struct Kind {
      /// What became of each record, by the record's place and the row.
      let verdicts: [[Verdict]]
      /// What there is to write.
      let changes: ChangeSet
    }
  }

  private let match: FormatMatch
  private var access: AccessCheck
  private var keys: KeyTables
  private var sorter: RowSorter
  private var mapper: Mapper
  private var checkers: [RecordChecker]
  /// Whether a record that equals one that is there is refused as its repetition.
  private let refusesEqual: Bool
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
    self.refusesEqual = refusesEqual
    access = AccessCheck(scope: scope, match: match, takesUnfinished: takesUnfinished)
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
    for place in checkers.indices.dropFirst() {
      for earlier in checkers[..<place] { checkers[place].shareIdentities(with: earlier) }
    }
  }

  var repairs: [Repair] { mapper.repairs }

  var outcomes: [RuleOutcome] {
    mapper.outcomes + [sorter.outcome, access.outcome].compactMap { $0 }
      + checkers.flatMap(\.outcomes)
  }

  mutating func check(_ table: Table) throws -> Result {
    let (kinds, strays) = try sorter.sort(table)
    var result = Result(findings: strays, strayCount: strays.count)
    for kind in kinds {
      result.kinds.append(try check(kind.table, kind.records, &result.findings))
    }
    result.findings = Self.inFileOrder(result.findings)
    return result
  }

  private mutating func check(
    _ table: Table, _ places: Range<Int>, _ findings: inout [Finding]
  ) throws(RuleError) -> Result.Kind {
    var (batch, found) = mapper.map(table, making: places, keys: &keys)
    found += access.check(&batch, places, isDerived: false)
    for (record, place) in places.enumerated() {
      found += try checkers[place].check(&batch.records[record], of: table, keys: keys)
    }
    found += access.check(&batch, places, isDerived: true)
    let verdicts = judge(batch, places, &found)
    findings += found
    return Result.Kind(verdicts: verdicts, changes: changes(batch, places, verdicts: verdicts))
  }

  /// Judges every row as a whole: its records are written together, or none is.
  private mutating func judge(
    _ batch: Batch, _ places: Range<Int>, _ findings: inout [Finding]
  ) -> [[Verdict]] {
    let count = batch.table.rowCount
    var verdicts = places.map { _ in Array(repeating: Verdict.rejected, count: count) }
    for row in 0..<count where batch.records.allSatisfy({ $0.errors[row] == 0 }) {
      var isRefused = false
      for (record, place) in places.enumerated() {
        switch standing(of: row, place) {
        case .free: verdicts[record][row] = .admitted
        case .equal: verdicts[record][row] = .unchanged
        case .refused(let rule):
          isRefused = true
          findings.append(checkers[place].refuse(row, by: rule, of: batch.table, keys: keys))
        }
      }
      for (record, place) in places.enumerated() {
        if isRefused {
          verdicts[record][row] = .rejected
        } else if verdicts[record][row] == .admitted {
          checkers[place].take()
        }
      }
    }
    return verdicts
  }

  private mutating func standing(of row: Int, _ place: Int) -> Standing {
    let standing = checkers[place].standing(of: row)
    guard refusesEqual, case .equal = standing, let rule = checkers[place].repetitionRule else {
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

  private mutating func changes(
    _ batch: Batch, _ places: Range<Int>, verdicts: [[Verdict]]
  ) -> ChangeSet {
    var changes = ChangeSet()
    for (record, place) in places.enumerated() {
      let records = checkers[place].changes(
        batch.records[record], of: batch.table, verdicts: verdicts[record])
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
