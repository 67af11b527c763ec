import Benchmark

extension Benchmark {
  /// Adds a benchmark that works on something which is made before, outside of the measurement.
  ///
  /// What throws ends the program, since a benchmark without a figure would only be missing from the list.
  ///
  /// - Parameters:
  ///   - make: Makes what it works on.
  ///   - body: What is measured, unless it says itself where the measurement begins and ends.
  static func add<Subject>(
    _ name: String, make: @escaping () async throws -> Subject,
    body: @escaping (Subject, Benchmark) async throws -> Void
  ) {
    var subject: Subject?
    Benchmark(
      name,
      closure: { (benchmark: Benchmark) async in
        guard let subject else { preconditionFailure("it is made before") }
        do { try await body(subject, benchmark) } catch { fatalError("\(name): \(error)") }
      },
      setup: {
        do { subject = try await make() } catch { fatalError("\(name): \(error)") }
      },
      teardown: { subject = nil })
  }

  /// Adds a benchmark of something that is so short that a thousand of it are measured at a time.
  ///
  /// - Parameters:
  ///   - make: Makes what it works on.
  ///   - body: Does it once for each of the benchmark's scaled iterations.
  static func addShort<Subject>(
    _ name: String, make: @escaping () throws -> Subject,
    body: @escaping (Subject, Range<Int>) throws -> Void
  ) {
    var configuration = defaultConfiguration
    configuration.scalingFactor = .kilo
    configuration.maxDuration /= 3
    var subject: Subject?
    Benchmark(
      name, configuration: configuration,
      closure: { (benchmark: Benchmark) in
        guard let subject else { preconditionFailure("it is made before") }
        do { try body(subject, benchmark.scaledIterations) } catch {
          fatalError("\(name): \(error)")
        }
      },
      setup: {
        do { subject = try make() } catch { fatalError("\(name): \(error)") }
      },
      teardown: { subject = nil })
  }
}
