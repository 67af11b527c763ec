import CTEModel
import CTERulePack

extension CellParser {
  /// Reads texts each of which stands for a code.
  mutating func choices(_ choices: [(text: String, code: Int32)]) -> [Int32] {
    var texts = KeyTable()
    for choice in choices { _ = texts.number(for: choice.text) }
    return plainCodes(
      { text in texts.knownNumber(for: text).map { choices[Int($0) - 1].code } ?? missingCode },
      problem: { .notListed($0, among: choices.map(\.text)) })
  }
}
