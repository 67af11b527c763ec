import CTEModel
import CTERulePack

extension CellParser {
  /// Reads texts each of which stands for a code.
  mutating func choices(_ codes: [String: Int32]) -> [Int32] {
    var texts = KeyTable()
    let known = codes.keys.sorted()
    let values = [missingCode] + known.map { codes[$0] ?? missingCode }
    for text in known { _ = texts.number(for: text) }
    return self.codes(
      { text, _ in texts.knownNumber(for: text).map { values[Int($0)] } ?? missingCode },
      problem: { .notListed($0, among: known) })
  }
}
