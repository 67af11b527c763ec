import CTEIntake
import CTEModel
import CTERulePack

/// Reads the lists that ship with a pack.
struct ListCheck {
  private let pack: RulePack

  init(_ pack: RulePack) {
    self.pack = pack
  }

  func issues() -> [PackIssue] { pack.lists.flatMap(issues) }

  private func issues(_ list: PackList) -> [PackIssue] {
    var keys = KeyTables()
    do {
      let records = try ListRecords(list, of: pack, keys: &keys)
      let wrong = records.findings.map { finding in
        PackIssue(
          at: .init(file: list.path, line: finding.row, column: finding.columnIndex + 1),
          "cell \(finding.cell), '\(finding.column)': \(finding.message)", help: finding.help)
      }
      return wrong + repeated(in: records, list)
    } catch {
      return [PackIssue(at: .init(file: list.path), "the list can't be read: \(words(for: error))")]
    }
  }

  /// Lines that say something else of what an earlier line lists.
  private func repeated(in records: ListRecords, _ list: PackList) -> [PackIssue] {
    var seen: [RecordType: [[Int32]: (row: Int32, content: [String])]] = [:]
    var issues: [PackIssue] = []
    for batch in records.batches {
      for record in batch.records {
        for (row, number) in batch.table.rowNumbers.enumerated() where record.errors[row] == 0 {
          let content = record.content(of: row, in: batch.table)
          let first = seen[record.type]?[record.key(of: row)]
          if let first, first.content != content {
            issues.append(
              PackIssue(
                at: .init(file: list.path, line: Int(number)),
                "the line says something else of the \(record.type.name) than line \(first.row)",
                help: "keep one of them"))
          } else if first == nil {
            seen[record.type, default: [:]][record.key(of: row)] = (number, content)
          }
        }
      }
    }
    return issues
  }
}

extension RecordBatch {
  fileprivate func key(of row: Int) -> [Int32] {
    type.naturalKey.map { name in
      guard let field = type.index(of: name), case .codes(let codes) = columns[field] else {
        return missingCode
      }
      return codes[row]
    }
  }

  fileprivate func content(of row: Int, in table: Table) -> [String] {
    columns.map { column in
      switch column {
      case .absent: ""
      case .codes(let codes): "\(codes[row])"
      case .texts(let cells): table.text(of: cells[row])
      }
    }
  }
}
