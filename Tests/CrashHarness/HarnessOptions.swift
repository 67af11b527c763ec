/// What the harness is told to do.
struct HarnessOptions {
  private(set) var kills = 1000
  private(set) var seed: UInt64 = 1
  private(set) var operations: [StoreOperation] = []

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { throw HarnessError("\(option) has no value") }
      switch option {
      case "--kills": kills = try Self.number(value)
      case "--seed": seed = try Self.number(value)
      case "--operation":
        guard let operation = StoreOperation.named(value) else {
          throw HarnessError("there is no operation '\(value)'")
        }
        operations.append(operation)
      default: throw HarnessError("there is no option \(option); use --kills, --seed, --operation")
      }
    }
    if operations.isEmpty { operations = StoreOperation.all }
  }

  private static func number<Number: FixedWidthInteger>(_ text: String) throws -> Number {
    guard let number = Number(text) else { throw HarnessError("'\(text)' is no number") }
    return number
  }
}
