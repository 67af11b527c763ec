import CTEStore

/// Holds an answer to what is promised.
///
/// - Parameter subject: What was asked for, in words that a person who has only the message understands.
func expect<Value: Equatable>(
  _ found: Value, equals expected: Value, _ subject: String, file: String = #fileID,
  line: Int = #line
) throws {
  guard found != expected else { return }
  throw Breach(
    subject: subject, expected: "\(expected)", found: "\(found)", file: file, line: line)
}

/// Holds the end of a text to what is promised.
func expect(
  _ found: String, endsWith expected: String, _ subject: String, file: String = #fileID,
  line: Int = #line
) throws {
  guard !found.hasSuffix(expected) else { return }
  throw Breach(
    subject: subject, expected: "an end of '\(expected)'", found: "'\(found)'", file: file,
    line: line)
}

/// Expects that a store refuses with an error of a code, and returns the error.
@discardableResult
func expectError(
  _ code: StoreError.Code, _ subject: String, file: String = #fileID, line: Int = #line,
  _ body: () async throws -> some Any
) async throws -> StoreError {
  let error = try await thrown(
    subject, expected: "an error of the code \(code.name)", file: file, line: line, body)
  if let error = error as? StoreError, error.code == code { return error }
  let name = (error as? StoreError).map { "one of the code \($0.code.name): " } ?? ""
  throw Breach(
    subject: subject, expected: "an error of the code \(code.name)", found: "\(name)\(error)",
    file: file, line: line)
}

/// Expects that a store refuses, whatever the error.
func expectError(
  _ subject: String, file: String = #fileID, line: Int = #line, _ body: () async throws -> some Any
) async throws {
  _ = try await thrown(subject, expected: "an error", file: file, line: line, body)
}

/// Returns what a function throws.
private func thrown(
  _ subject: String, expected: String, file: String, line: Int, _ body: () async throws -> some Any
) async throws -> any Error {
  do { _ = try await body() } catch { return error }
  throw Breach(subject: subject, expected: expected, found: "none", file: file, line: line)
}
