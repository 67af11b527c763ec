public import CTEStore

/// What every store promises, for whoever writes one.
///
/// ```swift
/// @Test(arguments: StoreContract.promises)
/// func `the store keeps its promises`(promise: StorePromise) async throws {
///   try await promise.check(newStore())
/// }
/// ```
public enum StoreContract {
  /// The promises, each of which is checked in a new store.
  public static let promises =
    tenants + deletion + sessions + turns + looks + records + lookups + facts + queries + changes
    + journal
    + uploads + previews + grants

  /// Checks every promise, and tells all that are broken at once.
  ///
  /// - Parameter makeStore: Returns a new store without tenants; it is called once for each promise.
  /// - Throws: `BrokenContract`, `CancellationError` where the task is called off, and what `makeStore` throws.
  public static func check(_ makeStore: () async throws -> any Store) async throws {
    try await check(promises, makeStore)
  }

  /// Checks some promises, and tells all that are broken at once.
  static func check(
    _ promises: [StorePromise], _ makeStore: () async throws -> any Store
  ) async throws {
    var broken: [BrokenPromise] = []
    for promise in promises {
      try Task.checkCancellation()
      let store = try await makeStore()
      do { try await promise.check(store) } catch { broken.append(error) }
    }
    if !broken.isEmpty { throw BrokenContract(promises: broken) }
  }
}
