import CTECore
import Testing

/// What every store promises. A promise is a function that sees nothing but a new store.
enum StoreContract {
  static let promises = tenants + sessions + turns + records + lookups

  struct Promise: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let check: @Sendable (any Store) async throws -> Void

    init(_ sentence: String, check: @escaping @Sendable (any Store) async throws -> Void) {
      testDescription = sentence
      self.check = check
    }
  }
}

struct StoreContractTests {
  @Test(arguments: StoreKind.allCases, StoreContract.promises)
  func `every store keeps its promises`(kind: StoreKind, promise: StoreContract.Promise)
    async throws
  {
    try await kind.withStore { store, _ in try await promise.check(store) }
  }
}
