import CTECore
import CTETestKit
import Testing

struct StoreContractTests {
  @Test(arguments: StoreKind.allCases, StoreContract.promises)
  func `every store keeps its promises`(kind: StoreKind, promise: StorePromise) async throws {
    try await kind.withStore { store, _ in try await promise.check(store) }
  }

  @Test func `no two promises have the same sentence`() {
    let sentences = StoreContract.promises.map(\.sentence)
    #expect(Set(sentences).count == sentences.count)
  }

  @Test(arguments: StoreFault.allCases)
  func `a store that does something wrong breaks the promise about it`(fault: StoreFault)
    async throws
  {
    let promise = try #require(
      StoreContract.promises.first { $0.sentence == fault.brokenPromise })
    let error = await #expect(throws: BrokenPromise.self) {
      try await promise.check(FaultyStore(fault))
    }
    #expect(error?.promise == fault.brokenPromise)
  }

  @Test func `a broken promise says what was asked, expected and found, and where`() async throws {
    let promise = try #require(
      StoreContract.promises.first { $0.sentence == StoreFault.losesEvent.brokenPromise })
    let error = await #expect(throws: BrokenPromise.self) {
      try await promise.check(FaultyStore(.losesEvent))
    }
    #expect(error?.subject == "the submissions of the events")
    #expect(error?.expected == "[nil, Optional(1), Optional(2)]")
    #expect(error?.found == "[nil, Optional(1)]")
    let words = "\(try #require(error))"
    #expect(words.hasPrefix("'\(promise)' is broken: the submissions of the events: expected ["))
    #expect(words.contains(#/ \(CTETestKit/StoreContract\+Sessions\.swift:\d+\)$/#))
  }

  @Test func `the whole contract tells every broken promise at once, and no other`() async throws {
    let error = await #expect(throws: BrokenContract.self) {
      try await StoreContract.check { FaultyStore(.losesEvent) }
    }
    let broken = try #require(error).promises.map(\.promise)
    #expect(broken == [StoreFault.losesEvent.brokenPromise])
    try await StoreContract.check { InMemoryStore() }
  }

  @Test func `a store that can't be made is no broken promise`() async {
    await #expect(throws: StoreError(.unusable, "the database can't be reached")) {
      try await StoreContract.check { throw StoreError(.unusable, "the database can't be reached") }
    }
  }
}
