import Foundation

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
    let problem: String
  }

  init(of paths: [String]) throws {
    files = try paths.map { path in
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let cases: [ConformanceCase]
      do {
        cases = try JSONDecoder().decode([ConformanceCase].self, from: data)
      } catch is DecodingError {
        throw BindingError("\(path) is no JSON list of conformance cases")
      }
      let failures = cases.compactMap { test in
        test.mistake().map {
          Failure(name: "\(test.file)/\(test.section)/\(test.name)", problem: $0)
        }
      }
      return File(file: path, passed: cases.count - failures.count, failures: failures)
    }
    passed = files.reduce(0) { $0 + $1.passed }
    failed = files.reduce(0) { $0 + $1.failures.count }
  }

  /// The failed cases of each file, what passed and failed there, and last in all.
  var words: String {
    var lines = files.flatMap { file in
      file.failures.map { "failed: \($0.name): \($0.problem)" }
        + ["\(file.file): \(file.passed) passed, \(file.failures.count) failed"]
    }
    lines.append("\(passed) passed, \(failed) failed")
    return lines.joined(separator: "\n")
  }
}
