import CTEIntake
import CTEModel
import CTERulePack
import CTEValidation

/// Takes the tables of a file through mapping and checks, with or without a store.
struct FileChecker {
  /// What became of a table.
  struct Result {
    /// What is wrong, in file order.
    let findings: [Finding]
    /// What became of each record, by the record's place in the format and the row.
    let verdicts: [[Verdict]]
    /// What there is to write.
    let changes: ChangeSet
  }

  private var keys: KeyTables
  private var mapper: Mapper
  private var checkers: [RecordChecker]
  /// New identifiers that earlier batches have written already.
  private var written: [KeyDomain: Set<Int32>] = [:]

  init(match: FormatMatch, pack: RulePack, today: CalendarDay, knowledge: Knowledge?) {
    let keys = knowledge?.keys ?? KeyTables()
    mapper = Mapper(match: match, pack: pack)
    checkers = match.format.records.enumerated().map { place, plan in
      RecordChecker(
        plan: plan, match: match, pack: pack, today: today,
        reference: knowledge?.records[place].reference,
        identities: knowledge?.records[place].identities, keys: keys)
    }
    self.keys = keys
  }

  var repairs: [Repair] { mapper.repairs }

  var outcomes: [RuleOutcome] { mapper.outcomes + checkers.flatMap(\.outcomes) }

  mutating func check(_ table: Table) throws(RuleError) -> Result {
    var (batch, findings) = mapper.map(table, keys: &keys)
    for place in checkers.indices {
      findings += try checkers[place].check(&batch.records[place], of: table, keys: keys)
    }
    let verdicts = judge(batch, &findings)
    return Result(
      findings: Self.inFileOrder(findings), verdicts: verdicts,
      changes: changes(batch, verdicts: verdicts))
  }

  /// Judges every row as a whole: its records are written together, or none is.
  private mutating func judge(_ batch: Batch, _ findings: inout [Finding]) -> [[Verdict]] {
    let count = batch.table.rowCount
    var verdicts = checkers.map { _ in Array(repeating: Verdict.rejected, count: count) }
    for row in 0..<count where batch.records.allSatisfy({ $0.errors[row] == 0 }) {
      var isRefused = false
      for place in checkers.indices {
        switch checkers[place].standing(of: row) {
        case .free: verdicts[place][row] = .admitted
        case .equal: verdicts[place][row] = .unchanged
        case .refused(let rule):
          isRefused = true
          findings.append(checkers[place].refuse(row, by: rule, of: batch.table, keys: keys))
        }
      }
      for place in checkers.indices {
        if isRefused {
          verdicts[place][row] = .rejected
        } else if verdicts[place][row] == .admitted {
          checkers[place].take()
        }
      }
    }
    return verdicts
  }

  private static func inFileOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { first, second in
      (first.element.row, first.element.columnIndex, first.offset)
        < (second.element.row, second.element.columnIndex, second.offset)
    }.map(\.element)
  }

  private mutating func changes(_ batch: Batch, verdicts: [[Verdict]]) -> ChangeSet {
    var changes = ChangeSet()
    for (place, checker) in checkers.enumerated() {
      let records = checker.changes(
        batch.records[place], of: batch.table, verdicts: verdicts[place])
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
