/// All promises that a store breaks.
public struct BrokenContract: Error, Hashable, Sendable {
  /// The promises, in the order of the contract; at least one.
  public let promises: [BrokenPromise]
}

extension BrokenContract: CustomStringConvertible {
  /// How many promises are broken, and each on a line of its own.
  public var description: String {
    let count = promises.count == 1 ? "1 promise is" : "\(promises.count) promises are"
    return (["\(count) broken"] + promises.map(\.description)).joined(separator: "\n")
  }
}
