import CEL

/// Synthetic columns as a batch holds them: numbers, of which one says that a value is missing.
struct SampleColumns {
  private static let missing = Int32.min
  private let passed: Cells
  private let hundredths: Cells
  private let codes: Cells
  private let numbers: [[Int32]]
  private let texts: [String]

  init(rowCount: Int) {
    texts = (0..<64).map { ($0 % 4 == 3 ? "SC" : "IC") + String(1000 + $0).dropFirst() }
    // Scattered, so that no row tells what the next one is like.
    let scattered = (0..<rowCount).map { UInt32(truncatingIfNeeded: $0) &* 2_654_435_761 >> 16 }
    numbers = [
      scattered.map { $0 % 8 == 0 ? 0 : 1 }, scattered.map { Int32($0 >> 3 & 7) * 50 },
      scattered.map { Int32($0 >> 6 & 63) },
    ]
    (passed, hundredths, codes) = (Cells(numbers[0]), Cells(numbers[1]), Cells(numbers[2]))
  }

  /// What the language reads.
  var sources: [String: Source] {
    let numbers = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, Int32($0)) })
    let textCodes = TextCodes(text: { [texts] in texts[Int($0)] }, code: { numbers[$0] })
    func source(_ cells: Cells, _ content: PackedColumn.Content) -> Source {
      .column(.packed(PackedColumn(cells, of: content, missing: Self.missing)))
    }
    return [
      "passed": source(passed, .bool), "credits": source(hundredths, .hundredths),
      "code": source(codes, .text(textCodes)),
    ]
  }

  /// The rule in Swift, over the same numbers and texts.
  var closure: (Int) -> Bool {
    { [numbers, texts] row in
      let (passed, hundredths, code) = (numbers[0][row], numbers[1][row], numbers[2][row])
      guard passed != Self.missing, hundredths != Self.missing, code != Self.missing else {
        return false
      }
      return passed == 1 && Double(hundredths) / 100 >= 1.0 && texts[Int(code)].hasPrefix("IC")
    }
  }
}
