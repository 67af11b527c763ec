import CTERulePack

extension CellProblem {
  /// Returns why a cell of a kind has no value, whatever its column is for, or nil where it has one.
  static func unread(_ kind: CellKind, _ text: String) -> CellProblem? {
    switch kind {
    case .text, .day: nil
    case .error:
      CellProblem(
        rule: .cellError, message: "the cell shows the error \(text)", expected: nil,
        help: "Correct the formula, or type the value.")
    case .uncalculated:
      CellProblem(
        rule: .cellNotCalculated, message: "the formula has no value yet", expected: nil,
        help:
          "Open the file in a spreadsheet program, let it calculate, save it, and upload it again.")
    case .imprecise:
      CellProblem(
        rule: .cellDigitsLost,
        message:
          "the number has more digits than spreadsheet programs keep, so its last digits are lost",
        expected: nil,
        help: "Give the cells of the column the format Text and type the number again.")
    }
  }
}
