import CTECore
import CTEModel
import CTEStore

// All that answers say, written out: their own descriptions leave out what may be a student's.

extension RecordEntry {
  var told: String {
    let values = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return "\(id) \(values.joined(separator: " ")) saved in \(savedIn ?? 0)"
  }
}

extension RecordVersion {
  var told: String { "\(entry?.told ?? "nothing") until \(endedIn ?? 0)" }
}

extension Finding {
  var told: String {
    "\(cell) \(column) \(rule) \(severity) '\(value)' \(expected ?? "-") \(message) \(help ?? "-") \(officialName ?? "-")"
  }
}

extension PreviewRow {
  var told: String { "\(number) \(standing) \(cells) \(errors)" }
}

extension EntryReport {
  var told: [String] {
    ["saved \(record.map { "\($0)" } ?? "nothing") in \(event ?? 0)"] + findings.map(\.told)
      + outcomes.map { "\($0)" }
  }
}

extension ChangeReport {
  var told: [String] {
    ["\(action) in \(event ?? 0)"] + counts.map { "\($0)" } + items.map { "\($0)" } + notes
  }
}
