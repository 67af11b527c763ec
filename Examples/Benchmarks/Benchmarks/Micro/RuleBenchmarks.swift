import Benchmark
import CEL
import TypicalRule

/// Expressions of the rule language, a thousand evaluations at a time: of single values, with an explanation, over columns.
func addRuleBenchmarks() {
  for text in RuleSample.texts { addRule(text) }
  Benchmark.addShort("rule: typical, row by row", make: TypicalRule.init) { rule, rows in
    for row in rows { blackHole(try rule.isTrueByLanguage(row: row)) }
  }
  Benchmark.addShort("rule: typical, closure", make: TypicalRule.init) { rule, rows in
    for row in rows { blackHole(rule.isTrueByClosure(row: row)) }
  }
}

private func addRule(_ text: String) {
  for (name, explains) in [("single", false), ("explained", true)] {
    Benchmark.addShort("rule: \(text), \(name)") {
      try RuleSample().evaluator(of: text, explains: explains)
    } body: { evaluator, rows in
      for _ in rows { blackHole(try evaluator.value()) }
    }
  }
  Benchmark.addShort("rule: \(text), columns") {
    try RuleSample().batchEvaluator(of: text)
  } body: { evaluator, rows in
    blackHole(try evaluator.answers(rows: rows))
  }
}
