import CTECore
public import CTEStore

/// What every store promises to people who may see only a part of it, for whoever writes one.
///
/// Several people try every call on a tenant with what belongs to others, in the same tenant and in another. What they are
/// told must be literally what they are told where the others' data isn't there at all.
///
/// ```swift
/// @Test(arguments: AccessContract.promises)
/// func `the store shows nobody what isn't theirs`(promise: StorePromise) async throws {
///   try await promise.check(newStore())
/// }
/// ```
public enum AccessContract {
  /// The promises, one for each person, each of which is checked in a new store.
  public static let promises = CrossingPerson.all.map { person in
    StorePromise("\(person.words) is told what they would be if nothing else were there") { store in
      try await Crossing(by: person, in: store).run()
    }
  }

  /// Checks every promise, and tells all that are broken at once.
  ///
  /// - Parameter makeStore: Returns a new store without tenants; it is called once for each promise.
  /// - Throws: `BrokenContract`, `CancellationError` where the task is called off, and what `makeStore` throws.
  public static func check(_ makeStore: () async throws -> any Store) async throws {
    try await StoreContract.check(promises, makeStore)
  }

  /// The functions of `Tenant` that are tried, as their names and labels.
  package static var functions: Set<String> { Set(CrossingCall.all.map(\.function)) }
}
