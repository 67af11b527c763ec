import CTECore
import CTETestKit
import Foundation
import Testing

struct AccessContractTests {
  @Test(arguments: StoreKind.allCases, AccessContract.promises)
  func `nobody is shown what isn't theirs, whatever they try in whichever store`(
    kind: StoreKind, promise: StorePromise
  ) async throws {
    try await kind.withStore { store, _ in try await promise.check(store) }
  }

  @Test func `a store that forgets to what a grant is limited breaks the promise`() async throws {
    let promise = try #require(
      AccessContract.promises.first { $0.sentence.hasPrefix("a clerk of a school is told") })
    let error = await #expect(throws: BrokenPromise.self) {
      try await promise.check(FaultyStore(.widensGrants))
    }
    #expect(error?.subject.hasPrefix("the answer to records(of:where:limit:) about") == true)
  }

  /// What isn't tried: the name of a new tenant can't be one that is taken, so whoever makes tenants learns which are; and
  /// `requireAdministrator` shows nothing, and is tried with the commands that call it.
  private static let exempt: Set = [
    "create(_:settings:in:packs:as:at:)", "requireAdministrator(_:of:to:in:packs:)",
  ]

  @Test func `every public function of a tenant is tried by everybody`() throws {
    let functions = try TenantFunctions.inSources()
    #expect(functions.count > 20)
    #expect(functions == AccessContract.functions.union(Self.exempt))
  }

  @Test(arguments: [
    ("public func a() {}", ["a()"]),
    ("  public func a(\n    _ b: [C: D] = [:], e f: (G) -> H\n  ) async {", ["a(_:e:)"]),
    ("  public init(_ id: X, in store: any Y) {", ["init(_:in:)"]),
    ("public static func all(in s: S) {}\nfunc b(c: D) {}\nprivate func e() {}", ["all(in:)"]),
  ])
  func `functions are read with their labels, public ones alone`(
    source: String, functions: [String]
  ) {
    #expect(TenantFunctions.functions(in: source) == Set(functions))
  }
}
