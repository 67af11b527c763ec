/// What became of the cases of some files.
struct ConformanceResult: Encodable {
  let files: [File]
  let passed: Int
  let failed: Int

  struct File: Encodable {
    let file: String
    let passed: Int
    let failures: [Failure]
  }

  struct Failure: Encodable {
    let name: String
    let expression: String
    let problem: String
  }

  init(of paths: [String]) throws {
    files = try paths.map { path in
      guard let objects = try JSONValue(file: path).array, !objects.isEmpty else {
        throw JSONFileError("\(path) is no list of cases, or has none")
      }
      let cases = try objects.enumerated().map { place, json in
        do {
          return try ConformanceCase(json)
        } catch let error as JSONFileError {
          throw JSONFileError("\(path), case \(place + 1): \(error)")
        }
      }
      let failures = cases.compactMap { test in
        test.mistake().map { Failure(name: test.name, expression: test.expression, problem: $0) }
      }
      return File(file: path, passed: cases.count - failures.count, failures: failures)
    }
    passed = files.reduce(0) { $0 + $1.passed }
    failed = files.reduce(0) { $0 + $1.failures.count }
  }

  /// The failed cases of each file, what passed and failed there, and last in all.
  var words: String {
    var lines = files.flatMap { file in
      file.failures.map { "failed: \($0.name): \($0.expression): \($0.problem)" }
        + ["\(file.file): \(file.passed) passed, \(file.failures.count) failed"]
    }
    lines.append("\(passed) passed, \(failed) failed")
    return lines.joined(separator: "\n")
  }
}
