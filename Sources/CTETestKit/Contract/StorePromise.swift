public import CTEStore

/// Something that every store promises, with a check that sees nothing but a new store.
public struct StorePromise: Sendable {
  /// The promise as a sentence, such as "tenants are listed by their names".
  public let sentence: String

  private let file: String
  private let line: Int
  private let body: @Sendable (any Store) async throws -> Void

  /// Creates a promise.
  ///
  /// - Parameter body: Asks the store, and holds its answers to what is expected with `expect` and `expectError`.
  init(
    _ sentence: String, file: String = #fileID, line: Int = #line,
    _ body: @escaping @Sendable (any Store) async throws -> Void
  ) {
    self.sentence = sentence
    self.file = file
    self.line = line
    self.body = body
  }

  /// Checks that a store keeps the promise.
  ///
  /// - Parameter store: A new store, which is left with what the check wrote to it.
  /// - Throws: `BrokenPromise` where the store answers or throws otherwise than it should.
  public func check(_ store: any Store) async throws(BrokenPromise) {
    do {
      try await body(store)
    } catch let breach as Breach {
      throw BrokenPromise(sentence, breach)
    } catch {
      throw BrokenPromise(
        sentence,
        Breach(
          subject: "what the store throws", expected: "nothing", found: "\(error)", file: file,
          line: line))
    }
  }
}

extension StorePromise: CustomStringConvertible {
  /// The promise as a sentence, by which a test that is run for each promise tells them apart.
  public var description: String { sentence }
}
