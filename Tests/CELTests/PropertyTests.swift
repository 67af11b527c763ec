import CEL
import CTETestKit
import Testing

@testable import CELFuzz

struct PropertyTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func
    `a generated expression keeps every promise: it is printed and parsed again as the same, its type is its value's, and limits fire alike with and without explanation`(
      seed: UInt64
    ) throws
  {
    let promises = Promises()
    var generator = ExpressionGenerator(seed: seed)
    for _ in 0..<500 {
      let source = generator.expression()
      try #require(promises.breach(of: source) == nil, "\(source)")
    }
  }

  @Test func `a mutated expression breaks nothing`() throws {
    let promises = Promises()
    let mutator = Mutator(corpus: try CELFuzz.corpus(in: CELFuzz.corpusFolder))
    var random = SeededGenerator(seed: 7)
    for _ in 0..<5000 {
      let source = mutator.mutate(&random)
      try #require(promises.breach(of: source) == nil, "\(source)")
    }
  }

  @Test func `most generated expressions fit the types, and most have a value`() {
    var generator = ExpressionGenerator(seed: 1)
    let expressions = (0..<500).compactMap { _ in
      try? SampleWorld.environment.check(generator.expression())
    }
    #expect(expressions.count > 400)
    #expect(expressions.filter { Outcome($0).value != nil }.count > 150)
  }
}
