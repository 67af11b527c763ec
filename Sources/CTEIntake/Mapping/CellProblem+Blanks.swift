import CTEModel

extension CellProblem {
  /// Returns that there are blanks around a text, where it would be read without them, or else the problem itself.
  func orBlanks(
    around text: String, _ read: (UnsafeBufferPointer<UInt8>) -> Int32
  ) -> CellProblem {
    var plain = text.withoutBlanks
    guard plain.utf8.count < text.utf8.count, plain.withUTF8(read) != missingCode else {
      return self
    }
    return CellProblem(
      rule: rule, message: message, expected: plain,
      help: Self.removeBlanks)
  }

  private static let removeBlanks = "Remove the blanks before and after it."

  static func blanksAround(_ text: String) -> CellProblem {
    CellProblem(
      rule: .cellBlanksAround, message: "\"\(text)\" has blanks before or after it",
      expected: text.withoutBlanks, help: removeBlanks)
  }
}
